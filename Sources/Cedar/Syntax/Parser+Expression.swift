/// How tightly operators bind, loosest first.
enum Level {
    static let or = 1
    static let and = 2
    static let relation = 3
    static let sum = 4
    static let product = 5
}

extension Parser {
    /// An expression; names and variables that mean none are refused.
    @inline(never)
    mutating func expression() throws(Failed) -> Expression {
        let operand = try operand()
        return try asExpression(operand)
    }

    /// `if … then … else …`, or operators and what they join.
    @inline(never)
    mutating func operand() throws(Failed) -> Operand {
        try nested { parser throws(Failed) in
            guard parser.isWord("if") else { return try parser.joined(Level.or) }
            return .expression(try parser.conditional())
        }
    }

    @inline(never)
    private mutating func conditional() throws(Failed) -> Expression {
        let start = token.range.lower
        advance()
        let condition = try expression()
        if !takeWord("then") { throw unexpected("`then`") }
        let then = try expression()
        if !takeWord("else") { throw unexpected("`else`") }
        let otherwise = try expression()
        return try checked(.conditional(condition, then: then, else: otherwise), range(from: start))
    }

    /// Refuses a tree that is too high to be walked by recursion.
    @inline(never)
    mutating func checked(_ kind: Expression.Kind, _ range: SourceRange) throws(Failed) -> Expression {
        let expression = Expression(kind, range: range)
        if expression.height > Expression.heightLimit {
            throw fail("the expression is more than \(Expression.heightLimit) levels high, split it", range)
        }
        return expression
    }

    // The functions of this file and of `Parser+Member` that call each other in a circle are kept apart: inlined into
    // one another they would make frames of several KiB, and the depth that a stack allows would shrink.

    /// Operands and the operators between them that bind at least as tightly as `level`.
    @inline(never)
    mutating func joined(_ level: Int) throws(Failed) -> Operand {
        let start = token.range.lower
        var left = try unary()
        while true {
            switch token.kind {
            case .or where level <= Level.or:
                left = .expression(try chain(left, .or, start))
            case .and where level <= Level.and:
                left = .expression(try chain(left, .and, start))
            case .plus where level <= Level.sum, .minus where level <= Level.sum:
                let operation: BinaryOperator = token.kind == .plus ? .add : .subtract
                advance()
                left = .expression(try binary(operation, left, Level.product, start))
            case .star where level <= Level.product:
                advance()
                left = .expression(try binary(.multiply, left, Level.product + 1, start))
            case .slash where level <= Level.product:
                throw fail("division is not supported", token.range)
            case .percent where level <= Level.product:
                throw fail("remainder/modulo is not supported", token.range)
            default:
                guard level <= Level.relation, let operation = relation() else { return left }
                left = .expression(try related(left, operation, start))
                if relation() == nil { continue }
                try refuseSecondRelation(operation)
            }
        }
    }

    @inline(never)
    private mutating func binary(
        _ operation: BinaryOperator,
        _ left: Operand,
        _ level: Int,
        _ start: Int,
    ) throws(Failed) -> Expression {
        let left = try asExpression(left)
        let joined = try joined(level)
        let right = try asExpression(joined)
        return try checked(.binary(operation, left, right), range(from: start))
    }

    /// `left && b && c` or `left || b || c`.
    @inline(never)
    private mutating func chain(_ left: Operand, _ kind: Token.Kind, _ start: Int) throws(Failed) -> Expression {
        var parts = [try asExpression(left)]
        while take(kind) {
            let part = try joined(kind == .or ? Level.and : Level.relation)
            parts.append(try asExpression(part))
        }
        return try checked(kind == .or ? .or(parts) : .and(parts), range(from: start))
    }

    @inline(never)
    private mutating func unary() throws(Failed) -> Operand {
        guard token.kind == .bang || token.kind == .minus else { return try member() }
        return .expression(try signed())
    }

    @inline(never)
    private mutating func signed() throws(Failed) -> Expression {
        let kind = token.kind
        let start = token.range.lower
        var count = 0
        while token.kind == kind {
            count += 1
            if count > 4 {
                throw fail(
                    "too many occurrences of `\(kind == .bang ? "!" : "-")`, at most 4 may follow another",
                    token.range
                )
            }
            advance()
        }
        if kind == .minus, token.kind == .integer, let literal = try negativeLiteral() {
            return try negated(literal, count - 1, .minus, start)
        }
        let member = try member()
        return try negated(try asExpression(member), count, kind, start)
    }

    @inline(never)
    private mutating func negated(
        _ expression: Expression,
        _ count: Int,
        _ kind: Token.Kind,
        _ start: Int,
    ) throws(Failed) -> Expression {
        var expression = expression
        for _ in 0..<count {
            expression = try checked(kind == .bang ? .not(expression) : .negate(expression), range(from: start))
        }
        return expression
    }

    /// Digits behind a minus, unless something is called on them: `-1.isEmpty()` negates the call.
    @inline(never)
    private mutating func negativeLiteral() throws(Failed) -> Expression? {
        let saved = self
        let digits = token.range
        advance()
        switch token.kind {
        case .dot, .leftParenthesis, .leftBracket:
            self = saved
            return nil
        default:
            let magnitude = try magnitude(digits)
            guard magnitude <= UInt64(Int64.max) + 1 else {
                throw fail("integer literal `\(clipped(digits))` is too large", digits)
            }
            let value = Int64(truncatingIfNeeded: 0 &- magnitude)
            return Expression(.literal(.long(value)), range: SourceRange(digits.lower, digits.upper))
        }
    }

    /// The value of digits, up to what 64 bits hold.
    @inline(never)
    mutating func magnitude(_ digits: SourceRange) throws(Failed) -> UInt64 {
        var value: UInt64 = 0
        for byte in source.bytes[digits.lower..<digits.upper] {
            let (product, tooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, over) = product.addingReportingOverflow(UInt64(byte &- 48))
            if tooLarge || over { throw fail("integer literal `\(clipped(digits))` is too large", digits) }
            value = sum
        }
        return value
    }
}
