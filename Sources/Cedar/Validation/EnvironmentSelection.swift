/// The request environments in which a policy has to be checked.
///
/// Left out are those in which the scope alone tells that the policy does not apply, and those that differ from another
/// only in a part that the policy does not mention.
struct EnvironmentSelection {
    private let schema: Schema
    private let policy: Policy
    private let mentioned: Set<Variable>

    /// - Parameters:
    ///   - schema: What requests may be.
    ///   - policy: The policy to be checked.
    ///   - mentioned: The variables that stand in its scope and conditions.
    init(_ schema: Schema, _ policy: Policy, mentioned: Set<Variable>) {
        self.schema = schema
        self.policy = policy
        self.mentioned = mentioned
    }

    /// Calls `body` with each environment, in a fixed order.
    func visit(_ body: (RequestEnvironment) -> Void) {
        var known: [Bool: [Name: Bool]] = [:]
        for action in schema.actions.values.sorted(by: { $0.uid < $1.uid }) where !isFiltered || mayBe(action) {
            var principals = action.principals.sorted().filter { type in
                lets(policy.principal, type, &known[true, default: [:]])
            }
            var resources = action.resources.sorted().filter { type in
                !isFiltered || lets(policy.resource, type, &known[false, default: [:]])
            }
            if !mentioned.contains(.principal) { principals = Array(principals.prefix(1)) }
            if !mentioned.contains(.resource) { resources = Array(resources.prefix(1)) }
            for principal in principals {
                for resource in resources {
                    body(RequestEnvironment(principal: principal, action: action.uid, resource: resource))
                }
            }
        }
    }

    /// A list of actions that is empty, or of several types, is an error in strict mode wherever it is checked.
    private var isFiltered: Bool {
        guard case .memberOfAny(let actions) = policy.action else { return true }
        return Set(actions.map(\.type)).count == 1
    }

    /// Whether the scope may let the action through; names that are not declared decide nothing.
    private func mayBe(_ action: ActionDeclaration) -> Bool {
        switch policy.action {
        case .any: true
        case .equal(let uid): uid == action.uid
        case .memberOf(let group): mayBe(action, in: [group])
        case .memberOfAny(let groups): mayBe(action, in: groups)
        }
    }

    private func mayBe(_ action: ActionDeclaration, in groups: [EntityUID]) -> Bool {
        groups.contains { group in
            group == action.uid || action.ancestors.contains(group) || schema.actions[group] == nil
        }
    }

    private func lets(_ constraint: ScopeConstraint, _ type: Name, _ known: inout [Name: Bool]) -> Bool {
        if constraint == .any { return true }
        if let answer = known[type] { return answer }
        let isDeclared =
            if case .entity(let uid)? = constraint.reference { schema.entityTypes[uid.type] != nil } else { true }
        let hasType = constraint.type.map { $0 == type } ?? true
        let answer = hasType && (!isDeclared || ScopeCheck(schema).lets(constraint, type))
        known[type] = answer
        return answer
    }
}
