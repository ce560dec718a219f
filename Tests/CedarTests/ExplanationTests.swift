import Testing

@testable import Cedar

struct ExplanationTests {
    private static let text = """
        permit(principal in Group::"staff", action == Action::"read", resource)
        when { resource.level < 3 && (context.mfa || principal.trusted) }
        unless { resource.locked };
        forbid(principal, action, resource is Document)
        when { context has risk && context.risk > 7 };
        permit(principal == User::"bob", action == Action::"write", resource);
        permit(principal, action, resource) when { principal.missing == 1 };
        """

    private let alice = EntityUID("User::\"alice\"")
    private let request = Request(
        principal: EntityUID(Name(unchecked: "User"), "alice"),
        action: EntityUID(Name(unchecked: "Action"), "read"),
        resource: EntityUID(Name(unchecked: "Document"), "d"),
        context: Record(["mfa": .bool(false)]),
    )

    private func entities(level: Int64) throws -> Entities {
        try Entities(
            json: """
                [{"uid": {"type": "User", "id": "alice"}, "attrs": {"trusted": false},
                  "parents": [{"type": "Group", "id": "staff"}]},
                 {"uid": {"type": "Document", "id": "d"}, "attrs": {"level": \(level), "locked": true}, "parents": []}]
                """
        )
    }

    @Test("A condition that does not hold is traced to the smallest part, with its place and values")
    func smallestPart() throws {
        let policies = try PolicySet(parsing: Self.text)
        let explanation = policies.explain(request, try entities(level: 5), covering: .all)
        #expect(explanation.answer.decision == .deny)
        guard case .conditionFailed(.when, let cause) = explanation.policies[0].outcome else {
            Issue.record("expected a failed condition")
            return
        }
        #expect(cause.expression == "resource.level < 3")
        #expect(cause.position == SourcePosition(line: 2, column: 8))
        #expect(cause.operands == [Observation(expression: "resource.level", result: .value(.long(5)))])
    }

    @Test("When none of several alternatives holds, each is told")
    func alternatives() throws {
        let policies = try PolicySet(parsing: Self.text)
        let explanation = policies.explain(request, try entities(level: 1), covering: .all)
        guard case .conditionFailed(.when, let cause) = explanation.policies[0].outcome else {
            Issue.record("expected a failed condition")
            return
        }
        #expect(cause.alternatives.map(\.expression) == ["context.mfa", "principal.trusted"])
    }

    @Test("A guard, a scope and an error are told apart")
    func kinds() throws {
        let policies = try PolicySet(parsing: Self.text)
        let explanation = policies.explain(request, try entities(level: 1), covering: .all)
        guard case .conditionFailed(.when, let guarded) = explanation.policies[1].outcome,
            case .outOfScope(let mismatches) = explanation.policies[2].outcome,
            case .errored(let error, .when, let failing) = explanation.policies[3].outcome
        else {
            Issue.record("unexpected outcomes \(explanation.policies)")
            return
        }
        #expect(guarded.expression == "context has risk")
        #expect(mismatches.map(\.part) == [.principal, .action])
        #expect(mismatches[0].constraint == "principal == User::\"bob\"")
        #expect(mismatches[0].position == SourcePosition(line: 6, column: 8))
        #expect(failing.expression == "principal.missing")
        #expect(error == .missingAttribute("missing", of: alice))
        #expect(explanation.answer.errors.map(\.policy) == ["policy3"])
    }

    @Test("A policy that is wrong in two parts of its scope is not near")
    func coverage() throws {
        let policies = try PolicySet(parsing: Self.text)
        let store = try entities(level: 1)
        #expect(
            policies.explain(request, store, covering: .near).policies.map(\.id) == ["policy0", "policy1", "policy3"]
        )
        #expect(policies.explain(request, store, covering: .all).policies.count == 4)
    }

    @Test("Who can and what can agree with single decisions")
    func queries() throws {
        let policies = try PolicySet(
            parsing: """
                permit(principal in Group::"staff", action in [Action::"read", Action::"list"], resource is Document);
                forbid(principal, action == Action::"list", resource) when { resource.locked };
                """
        )
        let store = try entities(level: 1)
        #expect(policies.whoCan(request.action, request.resource, store) == [request.principal])
        #expect(
            policies.whatCan(request.principal, store)
                == [PolicySet.Permission(action: request.action, resource: request.resource)]
        )
    }
}
