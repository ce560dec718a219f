extension PolicyReader {
    /// The expression of an object with one member that names its form.
    func expression(_ node: JSONNode) throws(SourceDiagnostic) -> Expression {
        guard let members = node.members, members.count == 1 else {
            throw fail("an expression must be an object with one field", node)
        }
        let form = members[0].key.string
        let body = members[0].value
        let kind: Expression.Kind
        if let simple = try simple(form, body) { kind = simple } else { kind = try compound(form, body) }
        let expression = Expression(kind)
        if expression.height > Expression.heightLimit {
            throw fail("the expression is more than \(Expression.heightLimit) levels high, split it", node)
        }
        return expression
    }

    private func simple(_ form: String, _ body: JSONNode) throws(SourceDiagnostic) -> Expression.Kind? {
        switch form {
        case "Value":
            return try value(body).kind
        case "Var":
            guard let variable = body.string.flatMap({ Variable(rawValue: $0.string) }) else {
                throw fail("`Var` must be \"principal\", \"action\", \"resource\" or \"context\"", body)
            }
            return .variable(variable)
        case "Slot":
            guard let slot = body.string.flatMap({ Slot(rawValue: $0.string) }) else {
                throw fail("`Slot` must be \"?principal\" or \"?resource\"", body)
            }
            return .slot(slot)
        case "Set":
            return .set(try expressions(body))
        case "Record":
            guard let members = body.members else { throw fail("`Record` must be an object", body) }
            var fields: [Expression.Field] = []
            for member in members {
                fields.append(Expression.Field(key: member.key, value: try expression(member.value)))
            }
            return .record(fields)
        default:
            guard let function = ExtensionFunction(rawValue: form) else { return nil }
            return .call(function, try expressions(body))
        }
    }

    private func compound(_ form: String, _ body: JSONNode) throws(SourceDiagnostic) -> Expression.Kind {
        switch form {
        case "!": return .not(try argument(body))
        case "neg": return .negate(try argument(body))
        case "isEmpty": return .isEmpty(try argument(body))
        case "&&":
            let (left, right) = try operands(body)
            return .and([left, right])
        case "||":
            let (left, right) = try operands(body)
            return .or([left, right])
        case ".":
            let members = try members(body, "`.`", required: ["left", "attr"])
            return .attribute(try expression(members["left"] ?? body), try attribute(members["attr"] ?? body))
        case "has": return try has(body)
        case "like": return try like(body)
        case "is": return try isType(body)
        case "if-then-else":
            let members = try members(body, "`if-then-else`", required: ["if", "then", "else"])
            let condition = try expression(members["if"] ?? body)
            let then = try expression(members["then"] ?? body)
            return .conditional(condition, then: then, else: try expression(members["else"] ?? body))
        default:
            guard let operation = BinaryOperator(rawValue: form) else {
                throw fail("`\(form)` is not a form of expressions", body)
            }
            let (left, right) = try operands(body)
            return .binary(operation, left, right)
        }
    }

    private func argument(_ body: JSONNode) throws(SourceDiagnostic) -> Expression {
        try expression(try members(body, "an operation", required: ["arg"])["arg"] ?? body)
    }

    private func operands(_ body: JSONNode) throws(SourceDiagnostic) -> (Expression, Expression) {
        let members = try members(body, "an operation", required: ["left", "right"])
        let left = try expression(members["left"] ?? body)
        return (left, try expression(members["right"] ?? body))
    }

    private func expressions(_ body: JSONNode) throws(SourceDiagnostic) -> [Expression] {
        var expressions: [Expression] = []
        for element in try array(body, "the operands") { expressions.append(try expression(element)) }
        return expressions
    }

    private func attribute(_ node: JSONNode) throws(SourceDiagnostic) -> Text {
        guard let name = node.string else { throw fail("`attr` must be a string", node) }
        return name
    }

    private func has(_ body: JSONNode) throws(SourceDiagnostic) -> Expression.Kind {
        let subject = try expression(try member("left", body))
        let node = try member("attr", body)
        guard let parts = node.array else { return .has(subject, path: [try attribute(node)]) }
        if parts.isEmpty { throw fail("`attr` must not be empty", node) }
        var path: [Text] = []
        for part in parts { path.append(try attribute(part)) }
        return .has(subject, path: path)
    }

    private func like(_ body: JSONNode) throws(SourceDiagnostic) -> Expression.Kind {
        let members = try members(body, "`like`", required: ["left", "pattern"])
        let subject = try expression(members["left"] ?? body)
        var elements: [Pattern.Element] = []
        for part in try array(members["pattern"] ?? body, "`pattern`") {
            if part.string == "Wildcard" {
                elements.append(.wildcard)
            } else if let literal = part["Literal"]?.string, part.members?.count == 1 {
                elements.append(contentsOf: literal.string.unicodeScalars.map(Pattern.Element.scalar))
            } else {
                throw fail("a part of a pattern must be \"Wildcard\" or an object with `Literal`", part)
            }
        }
        return .like(subject, Pattern(elements))
    }

    private func isType(_ body: JSONNode) throws(SourceDiagnostic) -> Expression.Kind {
        let members = try members(body, "`is`", required: ["left", "entity_type"], optional: ["in"])
        let subject = try expression(members["left"] ?? body)
        let type = try entityType(body)
        guard let node = members["in"] else { return .isType(subject, type, in: nil) }
        return .isType(subject, type, in: try expression(node))
    }

    /// A value with the escapes of entities and extensions, as the expression that makes it.
    private func value(_ node: JSONNode) throws(SourceDiagnostic) -> Expression {
        switch node.kind {
        case .null: throw fail("found a `null`; JSON `null`s are not allowed in Cedar", node)
        case .bool(let value): return Expression(.literal(.bool(value)))
        case .integer(let value): return Expression(.literal(.long(value)))
        case .string(let value): return Expression(.literal(.string(value)))
        case .array(let elements):
            var parts: [Expression] = []
            for element in elements { parts.append(try value(element)) }
            return Expression(.set(parts))
        case .object(let members):
            if let escape = members.first, members.count == 1, let expression = try escaped(escape, node) {
                return expression
            }
            var fields: [Expression.Field] = []
            for member in members {
                fields.append(Expression.Field(key: member.key, value: try value(member.value)))
            }
            return Expression(.record(fields))
        }
    }

    /// What `__entity` or `__extn` stands for; nil when the member is none of these or has not their form.
    private func escaped(_ member: JSONNode.Member, _ node: JSONNode) throws(SourceDiagnostic) -> Expression? {
        switch member.key {
        case "__expr" where member.value.string != nil:
            throw fail("the `__expr` escape is no longer supported", node)
        case "__entity":
            guard let uid = try values.reference(member.value) else { return nil }
            return Expression(.literal(.entity(uid)))
        case "__extn":
            return try call(member.value)
        default:
            return nil
        }
    }

    /// A call of an extension function; nil when the object has not this form and is a record.
    private func call(_ node: JSONNode) throws(SourceDiagnostic) -> Expression? {
        guard let name = node["fn"]?.string else { return nil }
        let nodes: [JSONNode]
        if let argument = node["arg"] {
            nodes = [argument]
        } else if let several = node["args"]?.array {
            nodes = several
        } else {
            return nil
        }
        guard let function = ExtensionFunction(rawValue: name.string) else {
            throw fail("extension function `\(name)` does not exist", node)
        }
        var arguments: [Expression] = []
        for argument in nodes { arguments.append(try value(argument)) }
        return Expression(.call(function, arguments))
    }
}
