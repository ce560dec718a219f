import Testing

@testable import Cedar

struct AuthorizationTests {
    @Test("Sets of policies, templates and links are answered as the reference answers them")
    func vectors() throws {
        var requests = 0
        for line in AuthorizationVectors.lines.split(separator: "\n") {
            let test = try JSONReader.read(SourceText(String(line)))
            var policies = try PolicySet(parsing: try #require(test["policies"]?.string).string)
            for link in try TemplateLink.links(json: SourceText(try #require(test["links"]).text())) {
                try policies.link(link)
            }
            let fromJSON = try PolicySet(json: SourceText(policies.json.text(isPretty: true)))
            let entities = try Entities(json: try #require(test["entities"]).text())
            let asked = try Request.requests(json: SourceText(try #require(test["requests"]).text()))
            for (request, wanted) in zip(asked, try #require(test["answers"]?.array)) {
                let answer = policies.authorize(request, entities)
                #expect(answer.decision.rawValue == wanted["decision"]?.string?.string)
                #expect(answer.reasons.map(\.text).sorted() == wanted["reasons"]?.array?.compactMap(\.string))
                #expect(
                    answer.errors.map { Text($0.description) }.sorted() == wanted["errors"]?.array?.compactMap(\.string)
                )
                #expect(policies.authorizeByScanning(request, entities) == answer)
                let again = fromJSON.authorize(request, entities)
                #expect(Set(again.reasons) == Set(answer.reasons) && again.decision == answer.decision)
                #expect(Set(again.errors) == Set(answer.errors))
                requests += 1
            }
        }
        print("authorization vectors: \(requests) requests")
        #expect(requests == 96)
    }

    @Test("An id in composed form does not match one in decomposed form")
    func normalisation() throws {
        let policies = try PolicySet(
            parsing: """
                permit(principal == User::"\u{E9}", action, resource);
                permit(principal, action, resource) when { context.name like "*\u{E9}" };
                """
        )
        let answer = { (id: String, name: String) in
            policies.authorize(
                Request(
                    principal: EntityUID(Name(unchecked: "User"), Text(id)),
                    action: EntityUID(Name(unchecked: "Action"), "x"),
                    resource: EntityUID(Name(unchecked: "R"), "r"),
                    context: Record(["name": .string(Text(name))]),
                ),
                Entities(),
            ).reasons
        }
        #expect(answer("\u{E9}", "a") == ["policy0"])
        #expect(answer("e\u{301}", "a") == [])
        #expect(answer("e\u{301}", "xe\u{301}") == [])
        #expect(answer("a", "x\u{E9}") == ["policy1"])
    }

    @Test("A failing forbid is reported and does not forbid; reasons are in the order of the set")
    func mixed() throws {
        let policies = try PolicySet(
            parsing: """
                forbid(principal, action, resource) when { context.missing };
                permit(principal, action, resource);
                permit(principal == User::"a", action, resource);
                permit(principal, action == Action::"x", resource);
                permit(principal, action, resource is R);
                permit(principal, action, resource == R::"r");
                permit(principal, action in [Action::"x", Action::"y", Action::"x"], resource);
                """
        )
        let request = Request(
            principal: EntityUID(Name(unchecked: "User"), "a"),
            action: EntityUID(Name(unchecked: "Action"), "x"),
            resource: EntityUID(Name(unchecked: "R"), "r"),
        )
        let answer = policies.authorize(request, Entities())
        #expect(answer.decision == .allow)
        #expect(answer.reasons == (1...6).map { PolicyID(position: $0) })
        #expect(
            answer.errors.map(\.description) == [
                "error while evaluating policy `policy0`: record does not have the attribute `missing`"
            ]
        )
        #expect(!answer.isForbidden)
    }
}
