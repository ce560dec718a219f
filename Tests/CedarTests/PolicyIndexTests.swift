import Testing

@testable import Cedar

struct PolicyIndexTests {
    private static func uid(_ random: inout SplitMix, _ types: [String], _ count: Int) -> String {
        "\(random.pick(types))::\"\(random.next(count))\""
    }

    private static func scope(_ name: String, _ random: inout SplitMix) -> String {
        let types = name == "principal" ? ["User", "Group"] : ["Doc", "Folder"]
        switch random.next(6) {
        case 0: return name
        case 1, 2: return "\(name) == \(uid(&random, types, 30))"
        case 3: return "\(name) in \(uid(&random, types, 30))"
        case 4: return "\(name) is \(random.pick(types))"
        default: return "\(name) is \(random.pick(types)) in \(uid(&random, types, 30))"
        }
    }

    private static func action(_ random: inout SplitMix) -> String {
        let one = uid(&random, ["Action"], 12)
        switch random.next(5) {
        case 0: return "action"
        case 1: return "action == \(one)"
        case 2: return "action in \(one)"
        default:
            let several = (0...random.next(4)).map { _ in uid(&random, ["Action"], 12) }
            return "action in [\(several.joined(separator: ", "))]"
        }
    }

    private static func policy(_ random: inout SplitMix) -> String {
        let condition = random.pick([
            "", " when { context.n < \(random.next(9)) }", " unless { context.b }", " when { context.gone }",
        ])
        return "\(random.pick(["permit", "permit", "forbid"]))(\(scope("principal", &random)), \(action(&random)), "
            + "\(scope("resource", &random)))\(condition);"
    }

    private static func entities(_ random: inout SplitMix) throws -> Entities {
        var entities: [Entity] = []
        for (type, parent) in [
            ("User", "Group"), ("Group", "Group"), ("Doc", "Folder"), ("Folder", "Folder"), ("Action", "Action"),
        ] {
            for id in 0..<20 {
                let parents = (0..<random.next(3)).map { _ in id + 1 + random.next(12) }
                entities.append(
                    Entity(
                        EntityUID(Name(unchecked: Text(type)), Text("\(id)")),
                        parents: Set(parents.map { EntityUID(Name(unchecked: Text(parent)), Text("\($0)")) }),
                    )
                )
            }
        }
        return try Entities(entities)
    }

    @Test("Decision, reasons and errors are those of a full scan", arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
    func scan(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let text = (0..<(seed * 60)).map { _ in Self.policy(&random) }.joined(separator: "\n")
        let policies = try PolicySet(parsing: text)
        let entities = try Self.entities(&random)
        var applied = 0
        for _ in 0..<300 {
            let request = Request(
                principal: try #require(EntityUID(Self.uid(&random, ["User", "Group"], 30))),
                action: try #require(EntityUID(Self.uid(&random, ["Action"], 15))),
                resource: try #require(EntityUID(Self.uid(&random, ["Doc", "Folder"], 30))),
                context: Record(["n": .long(Int64(random.next(9))), "b": .bool(random.next(2) == 0)]),
            )
            let answer = policies.authorize(request, entities)
            #expect(answer == policies.authorizeByScanning(request, entities), "seed \(seed), \(request)")
            applied += answer.reasons.count + answer.errors.count
        }
        print(
            "index against scan: seed \(seed), \(policies.count) policies, 300 requests, \(applied) reasons and errors"
        )
        #expect(applied > 30)
    }

    @Test("In 10,000 policies only those that may apply are looked at")
    func large() throws {
        let text = (0..<10_000).map { number in
            "permit(principal == User::\"\(number)\", action in [Action::\"read\", Action::\"list\"], resource in Folder::\"all\");"
        }.joined(separator: "\n")
        let policies = try PolicySet(parsing: text)
        let request = Request(
            principal: try #require(EntityUID("User::\"7123\"")),
            action: try #require(EntityUID("Action::\"list\"")),
            resource: try #require(EntityUID("Folder::\"all\"")),
        )
        var visited = 0
        policies.index.visitCandidates(Situation(request, Entities()), policies.entries) { _ in visited += 1 }
        // The folder and the actions take a policy each before the lists of single users are shorter.
        #expect(visited <= 5)
        #expect(policies.authorize(request, Entities()).reasons == ["policy7123"])
    }
}
