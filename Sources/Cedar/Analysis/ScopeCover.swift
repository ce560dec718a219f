/// Whether the scope of one policy lets through all that the scope of another does.
///
/// The answer is never yes when it might be no: what depends on entities that are not known counts as no.
struct ScopeCover {
    private let schema: Schema
    private let check: ScopeCheck

    init(_ schema: Schema) {
        self.schema = schema
        check = ScopeCheck(schema)
    }

    /// Whether every request that satisfies the scope of `narrow` satisfies that of `wide`.
    func covers(_ wide: Policy, _ narrow: Policy) -> Bool {
        guard !wide.isTemplate, !narrow.isTemplate, covers(wide.action, narrow.action) else { return false }
        let actions = check.actions(narrow.action)
        let principals = Set(actions.flatMap(\.principals))
        let resources = Set(actions.flatMap(\.resources))
        return covers(wide.principal, narrow.principal, principals) && covers(wide.resource, narrow.resource, resources)
    }

    private func covers(_ wide: ActionConstraint, _ narrow: ActionConstraint) -> Bool {
        if wide == .any || wide == narrow { return true }
        let all = Set(check.actions(wide).map(\.uid))
        // An action that is not declared is in no group.
        guard narrow.actions.allSatisfy({ schema.actions[$0] != nil }) else { return false }
        return check.actions(narrow).allSatisfy { all.contains($0.uid) }
    }

    /// `types` are what the schema lets a request have here.
    private func covers(_ wide: ScopeConstraint, _ narrow: ScopeConstraint, _ types: Set<Name>) -> Bool {
        if wide == .any || wide == narrow { return true }
        let isTyped =
            wide.type.map { type in types.filter { check.lets(narrow, $0) }.allSatisfy { $0 == type } } ?? true
        guard isTyped else { return false }
        switch wide {
        case .any, .isType: return true
        case .equal(let entity): return narrow == .equal(entity)
        case .memberOf(let entity), .isTypeIn(_, let entity): return narrow.reference == entity
        }
    }
}
