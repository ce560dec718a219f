/// Builds the terms of one policy, numbers them, and notes what they name.
struct TermBuilder {
    private var numbers: [Shape: Int] = [:]
    private(set) var references = PolicyReferences()

    /// What a term is made of, its parts by their numbers.
    private enum Shape: Hashable {
        case literal(Literal)
        case variable(Variable)
        case slot(Slot)
        case like(Int, Pattern)
        case isType(Int, Name)
        case named(String, Int, Text)
        case record([Text], [Int])
        case parts(String, [Int])
    }

    private mutating func term(_ form: Term.Form, _ shape: Shape, _ range: SourceRange) -> Term {
        let number = numbers[shape] ?? numbers.count
        numbers[shape] = number
        return Term(id: number, form: form, range: range, kind: form.kind)
    }

    /// The whole condition of `policy`: its scope, then each clause; evaluated in this order.
    mutating func condition(of policy: Policy) -> Term {
        var parts: [Term] = []
        scope(policy.principal, .principal, .principal, policy.ranges.principal, into: &parts)
        action(policy.action, policy.ranges.action, into: &parts)
        scope(policy.resource, .resource, .resource, policy.ranges.resource, into: &parts)
        for condition in policy.conditions {
            let body = term(condition.body)
            parts.append(condition.kind == .when ? body : not(body, condition.range))
        }
        return and(parts, policy.ranges.statement)
    }

    private mutating func scope(
        _ constraint: ScopeConstraint,
        _ variable: Variable,
        _ slot: Slot,
        _ range: SourceRange,
        into parts: inout [Term],
    ) {
        if constraint == .any { return }
        let left = self.variable(variable, range)
        if let type = constraint.type { parts.append(isType(left, type, range)) }
        let right: Term
        switch constraint.reference {
        case nil: return
        case .slot: right = term(.slot(slot), .slot(slot), range)
        case .entity(let entity): right = literal(.entity(entity), range)
        }
        if case .equal = constraint {
            parts.append(binary(.equal, left, right, range))
        } else {
            parts.append(binary(.memberOf, left, right, range))
        }
    }

    private mutating func action(_ constraint: ActionConstraint, _ range: SourceRange, into parts: inout [Term]) {
        if constraint == .any { return }
        let left = variable(.action, range)
        switch constraint {
        case .any: return
        case .equal(let action):
            parts.append(binary(.equal, left, literal(.entity(action), range), range))
        case .memberOf(let action):
            parts.append(binary(.memberOf, left, literal(.entity(action), range), range))
        case .memberOfAny(let actions):
            let elements = actions.map { literal(.entity($0), range) }
            let set = term(.set(elements), .parts("[]", elements.map(\.id)), range)
            parts.append(binary(.memberOf, left, set, range))
        }
    }
}

// MARK: - Expressions

extension TermBuilder {
    /// The term of `expression`, built from the leaves up without recursion.
    mutating func term(_ expression: Expression) -> Term {
        var pending: [(expression: Expression, isOpen: Bool)] = [(expression, false)]
        var done: [Term] = []
        while let (next, isOpen) = pending.popLast() {
            let parts = next.kind.children
            if isOpen || parts.isEmpty {
                let terms = Array(done.suffix(parts.count))
                done.removeLast(parts.count)
                done.append(term(next, terms))
            } else {
                pending.append((next, true))
                for part in parts.reversed() { pending.append((part, false)) }
            }
        }
        return done[0]
    }

    /// The term of `expression` whose parts are `parts`.
    private mutating func term(_ expression: Expression, _ parts: [Term]) -> Term {
        let range = expression.range
        switch expression.kind {
        case .literal(let value): return literal(value, range)
        case .variable(let variable): return self.variable(variable, range)
        case .slot(let slot): return term(.slot(slot), .slot(slot), range)
        case .and: return and(parts, range)
        case .or: return or(parts, range)
        case .not: return not(parts[0], range)
        case .negate: return term(.negate(parts[0]), .parts("neg", [parts[0].id]), range)
        case .isEmpty: return term(.isEmpty(parts[0]), .parts("isEmpty", [parts[0].id]), range)
        case .binary(let symbol, _, _): return binary(symbol, parts[0], parts[1], range)
        case .conditional:
            return term(.conditional(parts[0], parts[1], parts[2]), .parts("if", parts.map(\.id)), range)
        case .attribute(_, let name):
            references.note(name, range)
            return attribute(parts[0], name, range)
        case .has(_, let path): return has(parts[0], path, range)
        case .like(_, let pattern): return term(.like(parts[0]), .like(parts[0].id, pattern), range)
        case .isType(_, let type, _):
            let test = isType(parts[0], type, range)
            return parts.count == 1 ? test : and([test, binary(.memberOf, parts[0], parts[1], range)], range)
        case .set: return term(.set(parts), .parts("[]", parts.map(\.id)), range)
        case .record(let fields): return record(fields.map(\.key), parts, range)
        case .call(let function, _):
            return term(.call(function, parts), .parts("call \(function)", parts.map(\.id)), range)
        }
    }

    private mutating func literal(_ value: Literal, _ range: SourceRange) -> Term {
        references.note(value, range)
        return term(.literal(value), .literal(value), range)
    }

    private mutating func variable(_ variable: Variable, _ range: SourceRange) -> Term {
        references.note(variable)
        return term(.variable(variable), .variable(variable), range)
    }

    /// A conjunction groups from the left, so that one at its beginning is part of it.
    private mutating func and(_ parts: [Term], _ range: SourceRange) -> Term {
        if parts.isEmpty { return literal(.bool(true), range) }
        guard parts.count > 1 else { return parts[0] }
        var parts = parts
        if case .and(let first) = parts[0].form { parts.replaceSubrange(0...0, with: first) }
        return term(.and(parts), .parts("&&", parts.map(\.id)), range)
    }

    private mutating func or(_ parts: [Term], _ range: SourceRange) -> Term {
        guard parts.count > 1 else { return parts[0] }
        var parts = parts
        if case .or(let first) = parts[0].form { parts.replaceSubrange(0...0, with: first) }
        return term(.or(parts), .parts("||", parts.map(\.id)), range)
    }

    private mutating func not(_ operand: Term, _ range: SourceRange) -> Term {
        term(.not(operand), .parts("!", [operand.id]), range)
    }

    private mutating func binary(_ symbol: BinaryOperator, _ left: Term, _ right: Term, _ range: SourceRange) -> Term {
        switch symbol {
        case .notEqual: return not(binary(.equal, left, right, range), range)
        case .greater: return not(binary(.lessOrEqual, left, right, range), range)
        case .greaterOrEqual: return not(binary(.less, left, right, range), range)
        default: return term(.binary(symbol, left, right), .parts(symbol.rawValue, [left.id, right.id]), range)
        }
    }

    private mutating func attribute(_ operand: Term, _ name: Text, _ range: SourceRange) -> Term {
        term(.attribute(operand, name), .named(".", operand.id, name), range)
    }

    private mutating func isType(_ operand: Term, _ type: Name, _ range: SourceRange) -> Term {
        references.note(type, range)
        return term(.isType(operand, type), .isType(operand.id, type), range)
    }

    /// `a has b.c` is `a has b && a.b has c`.
    private mutating func has(_ operand: Term, _ path: [Text], _ range: SourceRange) -> Term {
        var operand = operand
        var parts: [Term] = []
        for name in path {
            references.note(name, range)
            parts.append(term(.has(operand, name), .named("has", operand.id, name), range))
            operand = attribute(operand, name, range)
        }
        return and(parts, range)
    }

    private mutating func record(_ keys: [Text], _ values: [Term], _ range: SourceRange) -> Term {
        for (key, value) in zip(keys, values) { references.note(key, value.range) }
        let parts = zip(keys, values).map { (key: $0, value: $1) }.sorted { $0.key < $1.key }
        return term(.record(parts), .record(parts.map(\.key), parts.map(\.value.id)), range)
    }
}
