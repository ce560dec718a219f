/// Whether some action can be asked for by a principal and on a resource that a policy's scope lets through.
struct ScopeCheck {
    private let schema: Schema

    init(_ schema: Schema) {
        self.schema = schema
    }

    static func issue(_ range: SourceRange) -> ValidationIssue {
        let message = "no action that the scope lets through applies to such a principal and resource"
        return ValidationIssue(code: .inapplicableScope, message: message, range: range)
    }

    func applies(_ policy: Policy) -> Bool {
        applies(policy.principal, policy.action, policy.resource)
    }

    func applies(_ principal: ScopeConstraint, _ action: ActionConstraint, _ resource: ScopeConstraint) -> Bool {
        actions(action).contains { declaration in
            declaration.principals.contains { lets(principal, $0) }
                && declaration.resources.contains { lets(resource, $0) }
        }
    }

    /// The declared actions that the constraint lets through; none when it names one that is not declared.
    func actions(_ constraint: ActionConstraint) -> [ActionDeclaration] {
        switch constraint {
        case .any: return Array(schema.actions.values)
        case .equal(let action): return schema.actions[action].map { [$0] } ?? []
        case .memberOf(let group): return actions(in: [group])
        case .memberOfAny(let groups): return actions(in: groups)
        }
    }

    private func actions(in groups: [EntityUID]) -> [ActionDeclaration] {
        var members: Set<EntityUID> = []
        for group in groups {
            guard let declaration = schema.actions[group] else { return [] }
            members.insert(group)
            members.formUnion(declaration.descendants)
        }
        return members.compactMap { schema.actions[$0] }
    }

    /// Whether an entity of `type` can satisfy the constraint.
    func lets(_ constraint: ScopeConstraint, _ type: Name) -> Bool {
        if let asked = constraint.type, asked != type { return false }
        switch constraint {
        case .any, .isType, .equal(.slot), .memberOf(.slot), .isTypeIn(_, .slot): return true
        case .equal(.entity(let entity)): return entity.type == type
        case .memberOf(.entity(let entity)), .isTypeIn(_, .entity(let entity)):
            return schema.mayBe(type, in: entity.type)
        }
    }
}
