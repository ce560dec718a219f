/// Writes expressions in Cedar syntax, with no more parentheses than reading them back needs.
///
/// An expression that does not fit the width is broken at its chains, branches, elements and arguments.
struct ExpressionPrinter {
    /// Columns that a line should not exceed.
    let width: Int

    /// How tightly a place binds: an expression that binds less tightly needs parentheses there.
    private enum Level {
        static let whole = 0
        static let or = 1
        static let and = 2
        static let relation = 3
        static let sum = 4
        static let product = 5
        static let unary = 6
        static let member = 7
    }

    /// The expression in one line.
    static func line(_ expression: Expression) -> String {
        ExpressionPrinter(width: .max).print(expression, Level.whole, 0)
    }

    /// The expression, beginning in column `indent`; further lines are indented by as much.
    func lines(_ expression: Expression, indent: Int) -> String {
        print(expression, Level.whole, indent)
    }

    /// The expression in one line when it fits, otherwise broken once; its parts are then treated likewise.
    private func print(_ expression: Expression, _ level: Int, _ indent: Int) -> String {
        if width < .max {
            let line = ExpressionPrinter(width: .max).print(expression, level, 0)
            if line.unicodeScalars.count + indent <= width { return line }
        }
        guard Self.level(expression) < level else { return bare(expression, indent) }
        return "(" + bare(expression, indent + 1) + ")"
    }

    private static func level(_ expression: Expression) -> Int {
        switch expression.kind {
        case .conditional: Level.whole
        case .or: Level.or
        case .and: Level.and
        case .has(_, let path) where path.count > 1 && !path.allSatisfy(Identifier.isValid): Level.and
        case .has, .like, .isType: Level.relation
        case .binary(let operation, _, _): level(operation)
        case .not, .negate: Level.unary
        case .literal(.long(let value)) where value < 0: Level.unary
        default: Level.member
        }
    }

    private static func level(_ operation: BinaryOperator) -> Int {
        switch operation {
        case .add, .subtract: Level.sum
        case .multiply: Level.product
        case .contains, .containsAll, .containsAny, .getTag, .hasTag: Level.member
        default: Level.relation
        }
    }

    private func bare(_ expression: Expression, _ indent: Int) -> String {
        switch expression.kind {
        case .literal(let literal): Value(literal).description
        case .variable(let variable): variable.rawValue
        case .slot(let slot): slot.rawValue
        case .and(let parts): chain(parts, "&&", Level.relation, indent)
        case .or(let parts): chain(parts, "||", Level.and, indent)
        case .not(let a): "!" + print(a, Level.member, indent + 1)
        case .negate(let a): "-" + negated(a, indent + 1)
        case .binary(let operation, let a, let b): binary(operation, a, b, indent)
        case .isEmpty(let a): print(a, Level.member, indent) + ".isEmpty()"
        case .conditional(let a, let b, let c): conditional(a, b, c, indent)
        case .attribute(let a, let name): print(a, Level.member, indent) + Self.access(name)
        case .has(let a, let path): has(a, path, indent)
        case .like(let a, let pattern): print(a, Level.sum, indent) + " like \"\(pattern)\""
        case .isType(let a, let type, let container):
            print(a, Level.sum, indent) + " is \(type)"
                + (container.map { " in " + print($0, Level.sum, indent) } ?? "")
        case .set(let parts): list(parts.map { ("", $0) }, "[", "]", indent)
        case .record(let fields): list(fields.map { (Self.key($0.key) + ": ", $0.value) }, "{", "}", indent)
        case .call(let function, let arguments): call(function, arguments, indent)
        }
    }

    /// A minus must not touch a number, or it would become part of it.
    private func negated(_ expression: Expression, _ indent: Int) -> String {
        if case .literal(.long) = expression.kind { return "(" + bare(expression, indent) + ")" }
        return print(expression, Level.member, indent)
    }

    private func chain(_ parts: [Expression], _ sign: String, _ level: Int, _ indent: Int) -> String {
        if width == .max { return parts.map { print($0, level, indent) }.joined(separator: " \(sign) ") }
        let inner = indent + 3
        return parts.enumerated().map { index, part in
            index == 0 ? print(part, level, indent) : sign + " " + print(part, level, inner)
        }.joined(separator: newline(indent))
    }

    private func binary(_ operation: BinaryOperator, _ a: Expression, _ b: Expression, _ indent: Int) -> String {
        if operation.isMethod {
            let subject = print(a, Level.member, indent)
            return subject + list([("", b)], ".\(operation.rawValue)(", ")", indent)
        }
        let level = Self.level(operation)
        let isChained = level > Level.relation
        let left = print(a, isChained ? level : Level.sum, indent)
        return left + " \(operation.rawValue) " + print(b, isChained ? level + 1 : Level.sum, indent)
    }

    private func conditional(_ a: Expression, _ b: Expression, _ c: Expression, _ indent: Int) -> String {
        let parts = [("if ", a), ("then ", b), ("else ", c)]
        if width == .max { return parts.map { $0.0 + print($0.1, Level.whole, indent) }.joined(separator: " ") }
        return parts.map { $0.0 + print($0.1, Level.whole, indent + $0.0.utf8.count) }.joined(
            separator: newline(indent)
        )
    }

    private func has(_ a: Expression, _ path: [Text], _ indent: Int) -> String {
        if path.allSatisfy(Identifier.isValid) {
            return print(a, Level.sum, indent) + " has " + path.map(\.string).joined(separator: ".")
        }
        var subject = a
        var checks: [String] = []
        for name in path {
            let text = Identifier.isValid(name) ? name.string : "\"\(name.escaped)\""
            checks.append(print(subject, Level.sum, indent) + " has " + text)
            subject = Expression(.attribute(subject, name))
        }
        return checks.joined(separator: " && ")
    }

    private func call(_ function: ExtensionFunction, _ arguments: [Expression], _ indent: Int) -> String {
        guard !function.isConstructor, let subject = arguments.first else {
            return list(arguments.map { ("", $0) }, "\(function.rawValue)(", ")", indent)
        }
        let rest = arguments.dropFirst().map { ("", $0) }
        return print(subject, Level.member, indent) + list(rest, ".\(function.rawValue)(", ")", indent)
    }

    private func list(_ parts: [(String, Expression)], _ open: String, _ close: String, _ indent: Int) -> String {
        if width == .max || parts.isEmpty {
            return open + parts.map { $0.0 + print($0.1, Level.whole, indent) }.joined(separator: ", ") + close
        }
        let inner = indent + 4
        let lines = parts.map { $0.0 + print($0.1, Level.whole, inner + $0.0.utf8.count) }
        return open + newline(inner) + lines.joined(separator: "," + newline(inner)) + newline(indent) + close
    }

    private func newline(_ indent: Int) -> String { "\n" + String(repeating: " ", count: indent) }

    private static func access(_ name: Text) -> String {
        Identifier.isValid(name) ? "." + name.string : "[\"\(name.escaped)\"]"
    }

    private static func key(_ name: Text) -> String {
        Identifier.isValid(name) ? name.string : "\"\(name.escaped)\""
    }
}

extension Expression: CustomStringConvertible {
    /// The expression in Cedar syntax, in one line.
    public var description: String { ExpressionPrinter.line(self) }
}
