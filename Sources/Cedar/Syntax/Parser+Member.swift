extension Parser {
    /// A primary and the attributes, methods and calls behind it.
    @inline(never)
    mutating func member() throws(Failed) -> Operand {
        let start = token.range.lower
        var head = try primary()
        while true {
            switch token.kind {
            case .dot:
                advance()
                head = .expression(try dotted(head, start))
            case .leftParenthesis:
                head = .expression(try called(head, start))
            case .leftBracket:
                head = .expression(try indexed(head, start))
            default:
                return head
            }
        }
    }

    @inline(never)
    private mutating func dotted(_ head: Operand, _ start: Int) throws(Failed) -> Expression {
        let nameRange = token.range
        let name = try identifier()
        if case .name(let base, let baseRange) = head {
            throw token.kind == .leftParenthesis
                ? fail("attempted to call `\(base).\(name)(...)`, but `\(base)` does not have any methods", baseRange)
                : fail("invalid member access `\(base).\(name)`, `\(base)` has no fields or methods", baseRange)
        }
        let subject = try asExpression(head)
        guard take(.leftParenthesis) else {
            return try checked(.attribute(subject, name), range(from: start))
        }
        let arguments = try list(upTo: .rightParenthesis, "`)`")
        return try method(name, nameRange, subject, arguments, start)
    }

    @inline(never)
    private mutating func method(
        _ name: Text,
        _ nameRange: SourceRange,
        _ subject: Expression,
        _ arguments: [Expression],
        _ start: Int,
    ) throws(Failed) -> Expression {
        if name == "isEmpty" {
            try require(0, arguments, name, nameRange)
            return try checked(.isEmpty(subject), range(from: start))
        }
        if let operation = BinaryOperator(rawValue: name.string), operation.isMethod {
            try require(1, arguments, name, nameRange)
            return try checked(.binary(operation, subject, arguments[0]), range(from: start))
        }
        guard let function = ExtensionFunction(rawValue: name.string) else {
            throw fail("`\(name)` is not a valid method", nameRange)
        }
        if function.isConstructor { throw fail("`\(name)` is a function, not a method", nameRange) }
        return try checked(.call(function, [subject] + arguments), range(from: start))
    }

    private mutating func require(
        _ count: Int,
        _ arguments: [Expression],
        _ name: Text,
        _ nameRange: SourceRange,
    ) throws(Failed) {
        guard arguments.count != count else { return }
        let wanted = count == 1 ? "1 argument" : "\(count) arguments"
        let found = arguments.count == 1 ? "1 argument" : "\(arguments.count) arguments"
        throw fail("call to `\(name)` requires exactly \(wanted), but got \(found)", nameRange)
    }

    @inline(never)
    private mutating func called(_ head: Operand, _ start: Int) throws(Failed) -> Expression {
        switch head {
        case .name(let name, let nameRange):
            advance()
            let arguments = try list(upTo: .rightParenthesis, "`)`")
            if let function = ExtensionFunction(rawValue: name.text.string), function.isConstructor {
                return try checked(.call(function, arguments), range(from: start))
            }
            let isMethod =
                ExtensionFunction(rawValue: name.text.string) != nil || name.text == "isEmpty"
                || BinaryOperator(rawValue: name.text.string)?.isMethod == true
            throw fail(
                isMethod ? "`\(name)` is a method, not a function" : "`\(name)` is not a valid function",
                nameRange,
            )
        case .variable(let variable, let variableRange):
            throw fail("`\(variable.rawValue)(...)` is not a valid function call", variableRange)
        case .expression, .string:
            throw fail("function calls must be of the form `<name>(arg1, arg2, ...)`", token.range)
        }
    }

    @inline(never)
    private mutating func indexed(_ head: Operand, _ start: Int) throws(Failed) -> Expression {
        advance()
        let indexStart = token.range.lower
        let index = try operand()
        guard case .string(let literal) = index else {
            let found = range(from: indexStart)
            throw fail("invalid string literal: \(clipped(found))", found)
        }
        let attribute = try unescaped(literal)
        try expect(.rightBracket, "`]`")
        if case .name(let base, let baseRange) = head {
            throw fail("invalid indexing expression, `\(base)` has no fields", baseRange)
        }
        return try checked(.attribute(try asExpression(head), attribute), range(from: start))
    }

    /// Expressions with commas between them, and perhaps one behind, up to and including the closing token.
    @inline(never)
    mutating func list(upTo close: Token.Kind, _ name: String) throws(Failed) -> [Expression] {
        var elements: [Expression] = []
        while !take(close) {
            elements.append(try expression())
            if token.kind != close { try expect(.comma, "`,` or \(name)") }
        }
        return elements
    }

    @inline(never)
    private mutating func primary() throws(Failed) -> Operand {
        let range = token.range
        switch token.kind {
        case .identifier: return try named()
        case .string:
            advance()
            return .string(range)
        case .integer: return .expression(try integer())
        case .slot: return .expression(try slot())
        case .leftParenthesis: return .expression(try parenthesised())
        case .leftBracket: return .expression(try set())
        case .leftBrace: return .expression(try record())
        default:
            throw unexpected("expression")
        }
    }

    @inline(never)
    private mutating func integer() throws(Failed) -> Expression {
        let range = token.range
        advance()
        let magnitude = try magnitude(range)
        guard let value = Int64(exactly: magnitude) else {
            throw fail("integer literal `\(clipped(range))` is too large", range)
        }
        return Expression(.literal(.long(value)), range: range)
    }

    @inline(never)
    private mutating func slot() throws(Failed) -> Expression {
        let range = token.range
        advance()
        guard let slot = Slot(rawValue: text(range).string) else {
            throw fail("`\(clipped(range))` is not a valid template slot", range)
        }
        return Expression(.slot(slot), range: range)
    }

    @inline(never)
    private mutating func parenthesised() throws(Failed) -> Expression {
        advance()
        let inner = try expression()
        if token.kind != .rightParenthesis { throw unexpected("`)`") }
        advance()
        return inner
    }

    @inline(never)
    private mutating func set() throws(Failed) -> Expression {
        let start = token.range.lower
        advance()
        let elements = try list(upTo: .rightBracket, "`]`")
        return try checked(.set(elements), range(from: start))
    }

    @inline(never)
    private mutating func record() throws(Failed) -> Expression {
        let start = token.range.lower
        advance()
        var fields: [Expression.Field] = []
        var keys: Set<Text> = []
        while !take(.rightBrace) {
            let keyRange = token.range
            let key = try recordKey()
            try expect(.colon, "`:`")
            let value = try expression()
            if !keys.insert(key).inserted { throw fail("duplicate key `\(key)` in record literal", keyRange) }
            fields.append(Expression.Field(key: key, value: value))
            if token.kind != .rightBrace { try expect(.comma, "`,` or `}`") }
        }
        return try checked(.record(fields), range(from: start))
    }

    @inline(never)
    private mutating func recordKey() throws(Failed) -> Text {
        let range = token.range
        switch token.kind {
        case .string:
            advance()
            return try unescaped(range)
        case .identifier:
            let key = try identifier()
            if token.kind == .doubleColon {
                throw fail("an attribute name cannot contain a namespace, quote it", token.range)
            }
            return key
        default:
            throw unexpected("attribute name", "string literal", "`}`")
        }
    }
}
