/// The three parts of a scope and where they stand.
struct ParsedScope {
    var principal = ScopeConstraint.any
    var action = ActionConstraint.any
    var resource = ScopeConstraint.any
    var ranges: [SourceRange] = []
}

/// What stands on the right of `==` or `in` in a scope.
private enum ScopeReference {
    case entity(EntityUID)
    case slot
    case entities([EntityUID])
}

extension Parser {
    /// The scope behind its opening parenthesis, up to and including the closing one.
    mutating func scope() throws(Failed) -> ParsedScope {
        var scope = ParsedScope()
        while token.kind != .rightParenthesis {
            try element(of: &scope)
            if token.kind != .rightParenthesis { try expect(.comma, "`,` or `)`") }
        }
        if scope.ranges.count < 3 {
            let missing = [Variable.principal, .action, .resource][scope.ranges.count]
            throw fail("this policy is missing the `\(missing.rawValue)` variable in the scope", token.range)
        }
        advance()
        return scope
    }

    private mutating func element(of scope: inout ParsedScope) throws(Failed) {
        guard token.kind == .identifier else { throw unexpected("identifier") }
        let start = token.range
        switch scope.ranges.count {
        case 0: scope.principal = try entityConstraint(.principal, "principal")
        case 1: scope.action = try actionConstraint()
        case 2: scope.resource = try entityConstraint(.resource, "resource")
        default: throw fail("this policy has an extra element in the scope: \(clipped(start))", start)
        }
        scope.ranges.append(range(from: start.lower))
    }

    private mutating func variable(_ variable: Variable, _ word: StaticString) throws(Failed) {
        let found = clipped(token.range)
        if !isWord(word) {
            let known = ["principal", "action", "resource"].contains(found)
            throw fail(
                known
                    ? "found the variable `\(found)` where the variable `\(variable.rawValue)` must be used"
                    : "found an invalid variable in the policy scope: \(found)",
                token.range,
                expected: ["`\(variable.rawValue)`"],
            )
        }
        advance()
        if token.kind == .colon {
            throw fail("type constraints using `:` are not supported, use `is`", token.range)
        }
    }

    private mutating func entityConstraint(
        _ name: Variable,
        _ word: StaticString,
    ) throws(Failed) -> ScopeConstraint {
        try variable(name, word)
        var type: Name?
        if takeWord("is") { type = try entityType() }
        let operation = token
        let isEqual = take(.doubleEqual)
        if !isEqual, !takeWord("in") {
            try refuseOtherOperator()
            return type.map(ScopeConstraint.isType) ?? .any
        }
        if isEqual, type != nil { throw fail("`is` cannot be used together with `==`", operation.range) }
        let start = token.range.lower
        let slot = name == .principal ? Slot.principal : .resource
        let value = try expression()
        if isWord("is") { throw fail("when `is` and `in` are used together, `is` must come first", token.range) }
        let reference: EntityReference
        switch try scopeReference(value, slot: slot, "an entity uid or matching template slot") {
        case .entity(let entity): reference = .entity(entity)
        case .slot: reference = .slot
        case .entities:
            throw fail(
                "expected single entity uid or template slot, found set of entity uids",
                range(from: start),
            )
        }
        if isEqual { return .equal(reference) }
        return type.map { .isTypeIn($0, reference) } ?? .memberOf(reference)
    }

    private mutating func actionConstraint() throws(Failed) -> ActionConstraint {
        try variable(.action, "action")
        if isWord("is") { throw fail("`is` cannot appear in the action scope", token.range) }
        let isEqual = take(.doubleEqual)
        if !isEqual, !takeWord("in") {
            try refuseOtherOperator()
            return .any
        }
        let start = token.range.lower
        let value = try expression()
        let found = range(from: start)
        let actions: [EntityUID]
        let constraint: ActionConstraint
        switch try scopeReference(value, slot: nil, "an entity uid") {
        case .entity(let action):
            actions = [action]
            constraint = isEqual ? .equal(action) : .memberOf(action)
        case .entities(let several):
            if isEqual { throw fail("expected single entity uid, found set of entity uids", found) }
            actions = several
            constraint = .memberOfAny(several)
        case .slot:
            throw fail("expected single entity uid, found template slot", found)
        }
        if let other = actions.first(where: { !$0.type.isAction }) {
            throw fail("expected an entity uid with type `Action` but got `\(other)`", found)
        }
        return constraint
    }

    private mutating func refuseOtherOperator() throws(Failed) {
        switch token.kind {
        case .equal: throw fail("'=' is not a valid operator in Cedar, use `==`", token.range)
        case .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
            let found = clipped(token.range)
            throw fail("invalid operator in the policy scope: \(found)", token.range, expected: ["`==`", "`in`"])
        default: return
        }
    }

    private mutating func scopeReference(
        _ value: Expression,
        slot: Slot?,
        _ wanted: String,
    ) throws(Failed) -> ScopeReference {
        switch value.kind {
        case .literal(.entity(let entity)):
            return .entity(entity)
        case .slot(let found):
            guard let slot else { throw fail("expected single entity uid, found template slot", value.range) }
            if found == slot { return .slot }
            throw fail("expected \(wanted), found \(found.rawValue) instead of \(slot.rawValue)", value.range)
        case .set(let elements):
            var entities: [EntityUID] = []
            for element in elements {
                guard case .literal(.entity(let entity)) = element.kind else {
                    throw fail("expected single entity uid, found `\(clipped(element.range))`", element.range)
                }
                entities.append(entity)
            }
            return .entities(entities)
        default:
            throw fail("expected \(wanted), found `\(clipped(value.range))`", value.range)
        }
    }
}
