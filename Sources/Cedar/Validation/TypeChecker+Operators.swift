extension TypeChecker {
    mutating func binary(_ term: Term, _ prior: Capabilities) -> Answer {
        guard case .binary(let symbol, let left, let right) = term.form else { return .failed() }
        switch symbol {
        case .equal, .notEqual: return equality(left, right, term, prior)
        case .less, .lessOrEqual, .greater, .greaterOrEqual: return comparison(left, right, prior)
        case .add, .subtract, .multiply: return arithmetic(left, right, prior)
        case .memberOf: return membership(left, right, prior)
        case .contains: return contains(left, right, term, prior)
        case .containsAll, .containsAny: return containsSome(left, right, term, prior)
        case .hasTag: return hasTag(left, right, prior)
        case .getTag: return getTag(left, right, term, prior)
        }
    }

    private mutating func equality(_ left: Term, _ right: Term, _ term: Term, _ prior: Capabilities) -> Answer {
        let first = check(left, prior)
        let second = check(right, prior)
        let result = equalityType(left, first.type, right, second.type)
        if result != .anyBool { return Answer(type: result).resting(on: first, second) }
        return strictly(first.type, second.type, "both sides of `==`", term).resting(on: first, second)
    }

    private func equalityType(_ left: Term, _ a: CheckedType?, _ right: Term, _ b: CheckedType?) -> CheckedType {
        if let a, let b, a.isDisjoint(from: b) { return .bool(.no) }
        if let first = constant(left), let second = constant(right) { return .known(first == second) }
        return .anyBool
    }

    /// The literal that a term is; in one environment the action is one.
    private func constant(_ term: Term) -> Literal? {
        switch term.form {
        case .literal(let value): value
        case .variable(.action): .entity(environment.action)
        default: nil
        }
    }

    /// A boolean; in strict mode both types must agree.
    private mutating func strictly(_ a: CheckedType?, _ b: CheckedType?, _ what: String, _ term: Term) -> Answer {
        if mode == .strict, let a, let b, a.upperBound(with: b, .strict) == nil {
            reportIncompatible([a, b], what, term.range)
            return .failed(.anyBool)
        }
        return Answer(type: .anyBool)
    }

    private mutating func comparison(_ left: Term, _ right: Term, _ prior: Capabilities) -> Answer {
        let first = check(left, prior)
        let second = check(right, prior)
        guard let a = first.type, let b = second.type else { return .failed(.anyBool) }
        let isFit =
            switch (a, b) {
            case (.never, .never): false
            case (.never, _): b.isOrdered
            case (_, .never): a.isOrdered
            default: a == b && a.isOrdered
            }
        if isFit { return Answer(type: .anyBool).resting(on: first, second) }
        if a != .never || b != .never { reportUnordered(a, b, left.range.union(right.range)) }
        return .failed(.anyBool)
    }

    private mutating func reportUnordered(_ a: CheckedType, _ b: CheckedType, _ range: SourceRange) {
        let message = "only Long, datetime and duration are compared by order, and both sides must be of one type"
        report(.unexpectedType, "\(message); these are \(a) and \(b)", range)
    }

    private mutating func arithmetic(_ left: Term, _ right: Term, _ prior: Capabilities) -> Answer {
        let first = expect(.long, left, prior)
        let second = expect(.long, right, prior)
        return Answer(type: .long).resting(on: first, second)
    }

    private mutating func contains(_ left: Term, _ right: Term, _ term: Term, _ prior: Capabilities) -> Answer {
        let first = expect(.set(nil), left, prior)
        let second = check(right, prior)
        let element: CheckedType? = if case .set(let element)? = first.type { element } else { nil }
        return strictly(element, second.type, "the elements of the set and the argument of `contains`", term)
            .resting(on: first, second)
    }

    private mutating func containsSome(_ left: Term, _ right: Term, _ term: Term, _ prior: Capabilities) -> Answer {
        let first = expect(.set(nil), left, prior)
        let second = expect(.set(nil), right, prior)
        return strictly(first.type, second.type, "both sets", term).resting(on: first, second)
    }
}

// MARK: - Membership

extension TypeChecker {
    private mutating func membership(_ left: Term, _ right: Term, _ prior: Capabilities) -> Answer {
        let member = expect(.anyEntity, left, prior)
        let container = expect([.set(.anyEntity), .anyEntity], right, prior)
        guard member.isSound, container.isSound else { return .failed(.anyBool) }
        if case .entity(let entity)? = constant(left), entity.type.isAction, let groups = constants(right) {
            return membership(of: entity, in: groups)
        }
        guard case .entity(let members)? = member.type, let containers = entityTypes(container.type) else {
            return Answer(type: .anyBool)
        }
        let isPossible = members.contains { a in containers.contains { b in mayBe(a, in: b) } }
        return Answer(type: isPossible ? .anyBool : .bool(.no))
    }

    private func entityTypes(_ type: CheckedType?) -> [Name]? {
        switch type {
        case .entity(let names)?, .set(.entity(let names)?)?: names
        default: nil
        }
    }

    private func mayBe(_ member: Name, in container: Name) -> Bool {
        if schema.schema.mayBe(member, in: container) { return true }
        return schema.schema.actions.values.contains { action in
            action.uid.type == container && action.descendants.contains { $0.type == member }
        }
    }

    /// The entities that a term names: one, or a set of them.
    private func constants(_ term: Term) -> [EntityUID]? {
        if case .entity(let entity)? = constant(term) { return [entity] }
        guard case .set(let elements) = term.form else { return nil }
        var entities: [EntityUID] = []
        for element in elements {
            guard case .entity(let entity)? = constant(element) else { return nil }
            entities.append(entity)
        }
        return entities
    }

    /// Which actions are in which is known; an action is in nothing but actions.
    private func membership(of action: EntityUID, in groups: [EntityUID]) -> Answer {
        var isMember = false
        for group in groups where group.type.isAction {
            guard let declaration = schema.schema.actions[group] else { return .failed(.anyBool) }
            isMember = isMember || group == action || declaration.descendants.contains(action)
        }
        return Answer(type: .known(isMember))
    }
}

extension CheckedType {
    /// Whether values are compared with `<`.
    fileprivate var isOrdered: Bool {
        switch self {
        case .long, .extension(.datetime), .extension(.duration): true
        default: false
        }
    }
}
