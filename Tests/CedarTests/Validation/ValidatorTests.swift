import Testing

@testable import Cedar

struct ValidatorTests {
    private static func policy(_ text: String) throws -> Policy {
        try #require(try Parser.policies(in: SourceText(text)).first)
    }

    @Test("Each rule finds what the reference finds", arguments: ValidationCases.cases)
    func rules(text: String, codes: Set<ValidationIssue.Code>) throws {
        let validator = Validator(try Schema(parsing: ValidationCases.schema))
        let issues = validator.issues(of: try Self.policy(text))
        #expect(Set(issues.filter(\.isError).map(\.code)) == codes, "\(issues)")
    }

    @Test("What strict mode refuses for its looks passes in permissive mode")
    func permissive() throws {
        let validator = Validator(try Schema(parsing: ValidationCases.schema), mode: .permissive)
        let conditions = [
            "[principal, resource].contains(principal)", "[].isEmpty()", "principal.name == 1",
            "[principal, resource] == []",
            "ip(principal.name) == principal.address", "(if context.mfa then principal else resource) in Team::\"t\"",
            "{a: 1} == {b: 2}",
        ]
        for condition in conditions {
            let policy = try Self.policy(
                "permit(principal, action == Action::\"read\", resource) when { \(condition) };"
            )
            #expect(validator.issues(of: policy).filter(\.isError).isEmpty, "\(condition)")
            let strict = Validator(validator.schema).issues(of: policy).filter(\.isError)
            #expect(!strict.isEmpty, "\(condition)")
        }
    }

    @Test("An issue stands at the expression it is about")
    func place() throws {
        let text = """
            permit(principal, action == Action::"read", resource)
            when { context.mfa && principal.age > 3 };
            """
        let source = SourceText(text)
        let validator = Validator(try Schema(parsing: ValidationCases.schema))
        let issues = validator.issues(of: try Self.policy(text))
        try #require(issues.count == 1)
        #expect(source.string(issues[0].range) == "principal.age")
        #expect(source.position(of: issues[0].range.lower) == SourcePosition(line: 2, column: 23))
    }

    @Test("A policy whose condition is always false is a warning, not an error")
    func impossible() throws {
        let validator = Validator(try Schema(parsing: ValidationCases.schema))
        for condition in ["false", "principal is Team", "action == Action::\"list\"", "resource in Team::\"t\""] {
            let policy = try Self.policy(
                "permit(principal, action == Action::\"read\", resource) when { \(condition) };"
            )
            #expect(validator.issues(of: policy).map(\.code) == [.impossiblePolicy], "\(condition)")
        }
        let possible = try Self.policy("permit(principal, action, resource) when { principal is Team };")
        #expect(validator.issues(of: possible).isEmpty)
    }

    @Test("One mistake in many environments is reported once")
    func once() throws {
        let actions = (0..<40).map { "a\($0)" }.joined(separator: ", ")
        let schema = try Schema(
            parsing: "entity U { x: Long }; action \(actions) appliesTo { principal: U, resource: U };"
        )
        let policy = try Self.policy("permit(principal, action, resource) when { principal.x == \"y\" };")
        #expect(Validator(schema).issues(of: policy).count == 1)
    }

    @Test("A condition as high as readers allow is checked")
    func high() throws {
        let validator = Validator(try Schema(parsing: ValidationCases.schema))
        var high = Cedar.Expression(.attribute(Cedar.Expression(.variable(.context)), "mfa"))
        while high.height < Cedar.Expression.heightLimit { high = Cedar.Expression(.not(high)) }
        let policy = Policy(
            effect: .permit,
            action: .equal(EntityUID(Name(unchecked: "Action"), "read")),
            conditions: [Condition(.when, high)],
        )
        #expect(validator.issues(of: policy).isEmpty)
        let wide = Array(repeating: "context.mfa", count: 20_000).joined(separator: " && ")
        let long = try Self.policy("permit(principal, action == Action::\"read\", resource) when { \(wide) };")
        #expect(validator.issues(of: long).isEmpty)
    }

    @Test("Texts that are shown in another order than they are compared in are a warning")
    func reordering() throws {
        let validator = Validator(try Schema(parsing: ValidationCases.schema))
        let conditions = ["principal.name == \"\u{202E}nimda\"", "resource.owner == User::\"a\u{2066}b\""]
        for condition in conditions {
            let policy = try Self.policy(
                "permit(principal, action == Action::\"read\", resource) when { \(condition) };"
            )
            #expect(validator.issues(of: policy).map(\.code) == [.reorderingCharacter])
            #expect(validator.issues(of: policy).allSatisfy { !$0.isError && $0.message.contains("\\u{") })
        }
    }

    @Test("Long chains of guards and schemas with many environments are checked in bounded time")
    func large() throws {
        let names = (0..<2_000).map { "a\($0)" }
        let attributes = names.map { "\($0)?: Long" }.joined(separator: ", ")
        let types = (0..<300).map { "T\($0)" }.joined(separator: ", ")
        let schema = try Schema(
            parsing: """
                entity U { \(attributes) };
                entity \(types);
                action a appliesTo { principal: U, resource: U };
                action b appliesTo { principal: [\(types)], resource: [\(types)] };
                """
        )
        let guards = names.map { "principal has \($0) && principal.\($0) > 0" }.joined(separator: " && ")
        let policy = try Self.policy("permit(principal is U, action, resource) when { \(guards) } when { \(guards) };")
        #expect(Validator(schema).issues(of: policy).isEmpty)
        let open = try Self.policy("permit(principal, action, resource) when { true };")
        #expect(Validator(schema).issues(of: open).isEmpty)
    }
}
