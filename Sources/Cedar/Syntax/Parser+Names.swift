extension Parser {
    /// The token as an identifier that is not reserved.
    mutating func identifier() throws(Failed) -> Text {
        guard token.kind == .identifier else { throw unexpected("identifier") }
        let range = token.range
        if isReserved(range) {
            throw fail("this identifier is reserved and cannot be used: \(clipped(range))", range)
        }
        if source.matches(range, "__cedar") {
            throw fail("the name `__cedar` contains `__cedar`, which is reserved", range)
        }
        advance()
        return text(range)
    }

    private func isReserved(_ range: SourceRange) -> Bool {
        switch range.upper - range.lower {
        case 2: source.matches(range, "if") || source.matches(range, "in") || source.matches(range, "is")
        case 3: source.matches(range, "has")
        case 4:
            source.matches(range, "true") || source.matches(range, "then") || source.matches(range, "else")
                || source.matches(range, "like")
        case 5: source.matches(range, "false")
        default: false
        }
    }

    /// `true`, a variable, a name or an entity literal.
    @inline(never)
    mutating func named() throws(Failed) -> Operand {
        let start = token.range
        if isWord("true") || isWord("false") {
            let value = isWord("true")
            advance()
            return .expression(Expression(.literal(.bool(value)), range: start))
        }
        let first = try identifier()
        guard token.kind == .doubleColon else {
            if let variable = variable(start) { return .variable(variable, start) }
            return .name(Name(unchecked: first), start)
        }
        let (name, entity) = try qualified(first, start)
        guard let entity else { return .name(name, range(from: start.lower)) }
        return .expression(Expression(.literal(.entity(entity)), range: range(from: start.lower)))
    }

    /// `first::second…`, and the id when a string literal ends it.
    @inline(never)
    private mutating func qualified(_ first: Text, _ start: SourceRange) throws(Failed) -> (Name, EntityUID?) {
        var parts = [first]
        while take(.doubleColon) {
            switch token.kind {
            case .string:
                let id = try unescaped(token.range)
                advance()
                let name = Name(unchecked: parts)
                return (name, EntityUID(name, id))
            case .leftBrace:
                throw fail("invalid entity literal: the id must be a string literal", token.range)
            default:
                parts.append(try identifier())
            }
        }
        return (Name(unchecked: parts), nil)
    }

    private func variable(_ range: SourceRange) -> Variable? {
        if source.matches(range, "principal") { return .principal }
        if source.matches(range, "resource") { return .resource }
        if source.matches(range, "action") { return .action }
        if source.matches(range, "context") { return .context }
        return nil
    }

    /// The right-hand side of `is`.
    @inline(never)
    mutating func entityType() throws(Failed) -> Name {
        let start = token.range
        guard token.kind == .identifier else {
            let found = clipped(start)
            throw fail(
                "right hand side of an `is` expression must be an entity type name, but got `\(found)`",
                start,
            )
        }
        let first = try identifier()
        let (name, entity) = try qualified(first, start)
        if let entity {
            throw fail(
                "right hand side of an `is` expression must be an entity type name, but got `\(entity)`",
                range(from: start.lower),
            )
        }
        return name
    }

    /// The text that a string literal means.
    @inline(never)
    mutating func unescaped(_ literal: SourceRange) throws(Failed) -> Text {
        do {
            return try StringEscapes.text(source.bytes[literal.lower + 1..<literal.upper - 1])
        } catch {
            throw invalidEscape(error, in: literal)
        }
    }

    mutating func invalidEscape(_ escape: StringEscapes.Invalid, in literal: SourceRange) -> Failed {
        let start = literal.lower + 1 + escape.offset
        return fail(
            "the input `\(escape.text)` is not a valid escape",
            SourceRange(start, start + escape.text.utf8.count),
        )
    }

    /// What was read, as an expression.
    @inline(never)
    mutating func asExpression(_ operand: Operand) throws(Failed) -> Expression {
        switch operand {
        case .expression(let expression): return expression
        case .variable(let variable, let range): return Expression(.variable(variable), range: range)
        case .name(let name, let range): throw fail("invalid variable: \(name)", range)
        case .string(let literal):
            return Expression(.literal(.string(try unescaped(literal))), range: literal)
        }
    }
}
