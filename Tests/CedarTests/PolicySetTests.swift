import Testing

@testable import Cedar

struct PolicySetTests {
    private let alice = EntityUID(Name(unchecked: "User"), "alice")
    private let bob = EntityUID(Name(unchecked: "User"), "bob")

    private func request(_ principal: EntityUID) -> Request {
        Request(
            principal: principal,
            action: EntityUID(Name(unchecked: "Action"), "x"),
            resource: EntityUID(Name(unchecked: "R"), "r"),
        )
    }

    private func template() throws -> PolicySet {
        try PolicySet(parsing: "permit(principal == ?principal, action, resource) when { true };")
    }

    @Test("A template decides nothing until it is linked, and a removed link nothing any more")
    func links() throws {
        var policies = try template()
        #expect(policies.authorize(request(alice), Entities()).decision == .deny)
        try policies.link(TemplateLink(template: "policy0", id: "l", values: [.principal: alice]))
        let snapshot = policies
        #expect(policies.authorize(request(alice), Entities()).reasons == ["l"])
        #expect(policies.authorize(request(bob), Entities()).decision == .deny)
        #expect(throws: PolicySetError.templateInUse("policy0")) { try policies.remove("policy0") }
        try policies.remove("l")
        #expect(policies.authorize(request(alice), Entities()).decision == .deny)
        #expect(snapshot.authorize(request(alice), Entities()).decision == .allow)
        try policies.remove("policy0")
        #expect(policies.templates.isEmpty)
    }

    @Test("Links must fit their template")
    func unfit() throws {
        var policies = try template()
        #expect(throws: PolicySetError.missingValue(.principal, template: "policy0")) {
            try policies.link(TemplateLink(template: "policy0", id: "l", values: [:]))
        }
        #expect(throws: PolicySetError.unexpectedValue(.resource, template: "policy0")) {
            try policies.link(
                TemplateLink(template: "policy0", id: "l", values: [.principal: alice, .resource: bob])
            )
        }
        #expect(throws: PolicySetError.notATemplate("p")) {
            try policies.link(TemplateLink(template: "p", id: "l", values: [:]))
        }
        #expect(throws: PolicySetError.duplicate("policy0")) {
            try policies.link(TemplateLink(template: "policy0", id: "policy0", values: [.principal: alice]))
        }
        #expect(throws: PolicySetError.unknown("q")) { try policies.remove("q") }
    }

    @Test("Adding and removing at random leaves the same answers as a set made anew")
    func changes() throws {
        var random = SplitMix(seed: 42)
        var policies = PolicySet()
        var kept: [PolicyID: Policy] = [:]
        for step in 0..<1_500 {
            if random.next(3) == 0, let id = kept.keys.sorted().first(where: { _ in random.next(4) == 0 }) {
                try policies.remove(id)
                kept[id] = nil
            } else {
                let id = PolicyID(Text("p\(step)"))
                let policy = try #require(
                    Parser.policies(in: SourceText("permit(principal == User::\"\(step % 40)\", action, resource);"))
                        .first
                )
                try policies.add(policy, id: id)
                kept[id] = policy
            }
        }
        #expect(policies.count == kept.count)
        for user in 0..<40 {
            let uid = EntityUID(Name(unchecked: "User"), Text("\(user)"))
            let reasons = Set(policies.authorize(request(uid), Entities()).reasons)
            #expect(reasons == Set(kept.filter { $0.value.principal == .equal(.entity(uid)) }.keys))
        }
    }

    @Test(
        "Policies in JSON that the reference refuses are refused",
        arguments: [
            "{}", "[{}]", "null", "{\"staticPolicies\": {}, \"templates\": {}}",
            "{\"staticPolicies\": {}, \"templates\": {}, \"templateLinks\": [], \"x\": 1}",
            Self.policy("\"effect\": \"Permit\""), Self.policy("\"extra\": 1, \"effect\": \"permit\""),
            Self.policy(principal: "{\"op\": \"==\"}"),
            Self.policy(principal: "{\"op\": \"==\", \"slot\": \"?resource\"}"),
            Self.policy(principal: "{\"op\": \"is\", \"entity_type\": \"if\"}"),
            Self.policy(principal: "{\"op\": \"==\", \"entity\": \"U::a\"}"),
            Self.policy(body: "{\"Value\": null}"), Self.policy(body: "{\"Value\": 1.5}"),
            Self.policy(body: "{\"Value\": 1, \"x\": 2}"), Self.policy(body: "{}"), Self.policy(body: "{\"foo\": []}"),
            Self.policy(body: "{\"==\": {\"left\": {\"Value\": 1}}}"), Self.policy(body: "{\"Slot\": \"?principal\"}"),
            Self.policy(body: "{\"Var\": \"foo\"}"), Self.policy(body: "{\"Value\": {\"__expr\": \"1\"}}"),
            Self.policy(body: "{\"has\": {\"left\": {\"Var\": \"context\"}, \"attr\": []}}"),
            Self.policy(body: "{\"like\": {\"left\": {\"Value\": \"x\"}, \"pattern\": \"a\"}}"),
            Self.policy(body: "{\"Record\": {\"a\": {\"Value\": 1}, \"a\": {\"Value\": 1}}}"),
        ],
    )
    func refusedJSON(text: String) {
        #expect(throws: SourceDiagnostic.self) { try PolicySet(json: SourceText(text)) }
    }

    @Test("One policy, or a list of policies, is a set with the ids policy0 and so on")
    func unnamedJSON() throws {
        let one = Self.policy("\"effect\": \"permit\"")
        #expect(try PolicySet(json: SourceText(one)).policies.map(\.id) == ["policy0"])
        #expect(try PolicySet(json: SourceText("[\(one), \(one)]")).policies.map(\.id) == ["policy0", "policy1"])
    }

    @Test("Every accepted statement survives the way through JSON", arguments: AcceptanceCases.accepted)
    func json(text: String) throws {
        let policies = try PolicySet(parsing: text)
        let again = try PolicySet(json: SourceText(policies.json.text()))
        #expect(again.policies.count == policies.policies.count)
        #expect(again.templates.count == policies.templates.count)
        #expect(try PolicySet(json: SourceText(again.json.text())).json == again.json)
    }

    private static func policy(
        _ effect: String = "\"effect\": \"permit\"",
        principal: String = "{\"op\": \"All\"}",
        body: String? = nil,
    ) -> String {
        let conditions = body.map { "{\"kind\": \"when\", \"body\": \($0)}" } ?? ""
        return """
            {\(effect), "principal": \(principal), "action": {"op": "All"}, "resource": {"op": "All"},
             "conditions": [\(conditions)]}
            """
    }
}

/// A small generator of random numbers, the same for the same seed.
struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// A number below `limit`.
    mutating func next(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((value ^ (value >> 31)) % UInt64(limit))
    }

    /// One of these.
    mutating func pick<T>(_ choices: [T]) -> T { choices[next(choices.count)] }
}
