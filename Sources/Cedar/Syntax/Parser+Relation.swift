/// An operator of which only one may stand between two parentheses.
enum Relation: Equatable {
    case comparison(BinaryOperator)
    case has
    case like
    case isType
    case singleEqual
}

extension Parser {
    /// The operator that the token is or begins, if it is one.
    func relation() -> Relation? {
        switch token.kind {
        case .doubleEqual: .comparison(.equal)
        case .notEqual: .comparison(.notEqual)
        case .less: .comparison(.less)
        case .lessOrEqual: .comparison(.lessOrEqual)
        case .greater: .comparison(.greater)
        case .greaterOrEqual: .comparison(.greaterOrEqual)
        case .equal: .singleEqual
        case .identifier: wordRelation()
        default: nil
        }
    }

    private func wordRelation() -> Relation? {
        switch token.range.upper - token.range.lower {
        case 2: isWord("in") ? .comparison(.memberOf) : isWord("is") ? .isType : nil
        case 3: isWord("has") ? .has : nil
        case 4: isWord("like") ? .like : nil
        default: nil
        }
    }

    /// Refuses the operator that the token is, since `first` stands before it without parentheses.
    @inline(never)
    mutating func refuseSecondRelation(_ first: Relation) throws(Failed) {
        guard case .comparison = first, case .comparison = relation() else { throw unexpected() }
        throw fail(
            "multiple relational operators (>, ==, in, etc.) must be used with parentheses to make ordering explicit",
            token.range,
        )
    }

    /// `left` and the operator that the token is, with what stands on its right.
    @inline(never)
    mutating func related(
        _ left: Operand,
        _ relation: Relation,
        _ start: Int,
    ) throws(Failed) -> Expression {
        let subject = try asExpression(left)
        let sign = token.range
        advance()
        switch relation {
        case .comparison(let operation):
            let joined = try joined(Level.sum)
            let right = try asExpression(joined)
            return try checked(.binary(operation, subject, right), range(from: start))
        case .has:
            let path = try attributePath()
            return try checked(.has(subject, path: path), range(from: start))
        case .like:
            let pattern = try pattern()
            return try checked(.like(subject, pattern), range(from: start))
        case .isType:
            let type = try entityType()
            var container: Expression?
            if takeWord("in") {
                let joined = try joined(Level.sum)
                container = try asExpression(joined)
            }
            return try checked(.isType(subject, type, in: container), range(from: start))
        case .singleEqual:
            throw fail("'=' is not a valid operator in Cedar, use `==`", sign)
        }
    }

    /// The right-hand side of `like`.
    @inline(never)
    private mutating func pattern() throws(Failed) -> Pattern {
        let start = token.range.lower
        let operand = try joined(Level.sum)
        guard case .string(let literal) = operand else {
            let found = clipped(range(from: start))
            throw fail(
                "right hand side of a `like` expression must be a pattern literal, but got `\(found)`",
                range(from: start),
            )
        }
        do {
            return try StringEscapes.pattern(source.bytes[literal.lower + 1..<literal.upper - 1])
        } catch {
            throw invalidEscape(error, in: literal)
        }
    }

    /// The right-hand side of `has`: a string literal, or identifiers joined by dots.
    @inline(never)
    private mutating func attributePath() throws(Failed) -> [Text] {
        let start = token.range.lower
        var path: [Text] = []
        if token.kind == .string {
            path.append(try unescaped(token.range))
            advance()
        } else if token.kind == .identifier {
            path.append(try identifier())
            if token.kind == .doubleColon {
                throw fail("an attribute name cannot contain a namespace, quote it", token.range)
            }
            while take(.dot) { path.append(try identifier()) }
        } else {
            throw unexpected("attribute name", "string literal")
        }
        switch token.kind {
        case .dot, .leftParenthesis, .leftBracket, .plus, .minus, .star, .slash, .percent:
            throw fail("invalid right hand side of a `has` operation", SourceRange(start, token.range.upper))
        default:
            return path
        }
    }
}
