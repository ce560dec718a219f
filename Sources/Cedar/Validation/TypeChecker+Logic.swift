extension TypeChecker {
    /// `a && b && …`, grouped from the left.
    mutating func conjunction(_ term: Term, _ prior: Capabilities) -> Answer {
        guard case .and(let parts) = term.form else { return .failed() }
        var left = expect(.anyBool, parts[0], prior)
        // What is known at the next part. Grown in place: long conjunctions of guards would be quadratic otherwise.
        var known = prior
        known.formUnion(left.capabilities)
        for part in parts.dropFirst() {
            // What comes after a false is not evaluated.
            if left.type == .bool(.no) { return Answer(type: .bool(.no)).resting(on: left) }
            let right = expect(.anyBool, part, known)
            let isSound = left.isSound && right.isSound
            join(&left, right)
            if !isSound { left = .failed(left.type) }
            if left.replacesKnown || !isSound {
                known = prior
                known.formUnion(left.capabilities)
            } else {
                known.formUnion(right.capabilities)
            }
        }
        return left
    }

    /// Makes of the answer for `a` that for `a && b`.
    private func join(_ left: inout Answer, _ right: Answer) {
        left.replacesKnown = false
        guard let leftType = left.type, let rightType = right.type else {
            left = .failed(.anyBool)
            return
        }
        switch (leftType, rightType) {
        case (_, .bool(.no)):
            left = Answer(type: .bool(.no))
            left.replacesKnown = true
        case (.bool(.yes), .bool(.either)):
            // The guards of a left side that is always true are not kept.
            left = Answer(type: rightType, capabilities: right.capabilities)
            left.replacesKnown = true
        default:
            if rightType != .bool(.yes) { left.type = .anyBool }
            left.capabilities.formUnion(right.capabilities)
        }
    }

    /// `a || b || …`, grouped from the left.
    mutating func disjunction(_ term: Term, _ prior: Capabilities) -> Answer {
        guard case .or(let parts) = term.form else { return .failed() }
        var left = expect(.anyBool, parts[0], prior)
        for part in parts.dropFirst() {
            // What comes after a true is not evaluated.
            if left.type == .bool(.yes) { return left }
            let right = expect(.anyBool, part, prior)
            left = or(left, right).resting(on: left, right)
        }
        return left
    }

    private func or(_ left: Answer, _ right: Answer) -> Answer {
        guard let leftType = left.type, let rightType = right.type else { return .failed(.anyBool) }
        if rightType == .bool(.yes) { return Answer(type: .bool(.yes), capabilities: right.capabilities) }
        if rightType == .bool(.no) { return Answer(type: leftType, capabilities: left.capabilities) }
        if leftType == .bool(.no) { return Answer(type: rightType, capabilities: right.capabilities) }
        return Answer(type: .anyBool, capabilities: right.capabilities.intersection(left.capabilities))
    }

    mutating func negation(_ term: Term, _ prior: Capabilities) -> Answer {
        guard case .not(let operand) = term.form else { return .failed() }
        let answer = expect(.anyBool, operand, prior)
        switch answer.type {
        case .bool(.yes)?: return Answer(type: .bool(.no)).resting(on: answer)
        case .bool(.no)?: return Answer(type: .bool(.yes)).resting(on: answer)
        case nil: return .failed(.anyBool)
        default: return Answer(type: .anyBool).resting(on: answer)
        }
    }

    mutating func conditional(_ term: Term, _ prior: Capabilities) -> Answer {
        guard case .conditional(let test, let then, let other) = term.form else { return .failed() }
        let guarding = expect(.anyBool, test, prior)
        if guarding.type == .bool(.yes) {
            var answer = check(then, prior.union(guarding.capabilities))
            answer.capabilities = answer.capabilities.union(guarding.capabilities)
            return answer.resting(on: guarding)
        }
        if guarding.type == .bool(.no) {
            return check(other, prior).resting(on: guarding)
        }
        let whenTrue = check(then, prior.union(guarding.capabilities))
        let whenFalse = check(other, prior)
        guard let bound = bound([whenTrue.type, whenFalse.type], "the branches of `if`", term.range) else {
            return .failed()
        }
        let known = whenTrue.capabilities.union(guarding.capabilities).intersection(whenFalse.capabilities)
        return Answer(type: bound, capabilities: known).resting(on: guarding, whenTrue, whenFalse)
    }

    /// The upper bound of `types`; nil, and reported unless a type is missing, when there is none.
    mutating func bound(_ types: [CheckedType?], _ what: String, _ range: SourceRange) -> CheckedType? {
        let known = types.compactMap { $0 }
        guard known.count == types.count else { return nil }
        if let bound = CheckedType.upperBound(of: known, mode) { return bound }
        reportIncompatible(known, what, range)
        return nil
    }

    mutating func reportIncompatible(_ types: [CheckedType], _ what: String, _ range: SourceRange) {
        let list = Set(types.map(\.description)).sorted().prefix(4).joined(separator: ", ")
        report(.incompatibleTypes, "\(what) must have one type, but they are \(list)", range)
    }
}
