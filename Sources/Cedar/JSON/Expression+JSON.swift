extension Expression {
    /// The expression in the JSON format of policies.
    public var json: JSONNode {
        switch kind {
        case .literal(let literal): Self.form("Value", Self.json(literal))
        case .variable(let variable): Self.form("Var", .string(Text(variable.rawValue)))
        case .slot(let slot): Self.form("Slot", .string(Text(slot.rawValue)))
        case .and(let parts): Self.chain("&&", parts.map(\.json))
        case .or(let parts): Self.chain("||", parts.map(\.json))
        case .not(let a): Self.form("!", .object([JSONNode.Member("arg", a.json)]))
        case .negate(let a): Self.form("neg", .object([JSONNode.Member("arg", a.json)]))
        case .isEmpty(let a): Self.form("isEmpty", .object([JSONNode.Member("arg", a.json)]))
        case .binary(let operation, let a, let b): Self.pair(Text(operation.rawValue), a.json, b.json)
        case .conditional(let a, let b, let c):
            Self.form(
                "if-then-else",
                .object([
                    JSONNode.Member("if", a.json),
                    JSONNode.Member("then", b.json),
                    JSONNode.Member("else", c.json),
                ]),
            )
        case .attribute(let a, let name): Self.attribute(".", a.json, name)
        case .has(let a, let path): Self.has(a.json, path)
        case .like(let a, let pattern):
            Self.form("like", .object([JSONNode.Member("left", a.json), JSONNode.Member("pattern", pattern.json)]))
        case .isType(let a, let type, let container):
            Self.form(
                "is",
                .object(
                    [JSONNode.Member("left", a.json), JSONNode.Member("entity_type", .string(type.text))]
                        + (container.map { [JSONNode.Member("in", $0.json)] } ?? [])
                ),
            )
        case .set(let parts): Self.form("Set", JSONNode(.array(parts.map(\.json))))
        case .record(let fields):
            Self.form("Record", .object(fields.map { JSONNode.Member($0.key, $0.value.json) }))
        case .call(let function, let arguments):
            Self.form(Text(function.rawValue), JSONNode(.array(arguments.map(\.json))))
        }
    }

    private static func form(_ name: Text, _ body: JSONNode) -> JSONNode {
        .object([JSONNode.Member(name, body)])
    }

    private static func pair(_ name: Text, _ left: JSONNode, _ right: JSONNode) -> JSONNode {
        form(name, .object([JSONNode.Member("left", left), JSONNode.Member("right", right)]))
    }

    private static func attribute(_ name: Text, _ subject: JSONNode, _ attribute: Text) -> JSONNode {
        form(name, .object([JSONNode.Member("left", subject), JSONNode.Member("attr", .string(attribute))]))
    }

    /// `a && b && c` as `(a && b) && c`.
    private static func chain(_ name: Text, _ parts: [JSONNode]) -> JSONNode {
        guard let first = parts.first else { return JSONNode(.null) }
        return parts.dropFirst().reduce(first) { pair(name, $0, $1) }
    }

    private static func has(_ subject: JSONNode, _ path: [Text]) -> JSONNode {
        var subject = subject
        var checks: [JSONNode] = []
        for name in path {
            checks.append(attribute("has", subject, name))
            subject = attribute(".", subject, name)
        }
        return chain("&&", checks)
    }

    private static func json(_ literal: Literal) -> JSONNode {
        switch literal {
        case .bool(let value): JSONNode(.bool(value))
        case .long(let value): JSONNode(.integer(value))
        case .string(let value): .string(value)
        case .entity(let value): .object([JSONNode.Member("__entity", value.json)])
        }
    }
}

extension Pattern {
    /// The parts in the JSON format of policies; scalars between two wildcards are one part.
    fileprivate var json: JSONNode {
        var parts: [JSONNode] = []
        var literal = ""
        func flush() {
            if !literal.isEmpty { parts.append(.object([JSONNode.Member("Literal", .string(Text(literal)))])) }
            literal = ""
        }
        for element in elements {
            switch element {
            case .scalar(let scalar): literal.unicodeScalars.append(scalar)
            case .wildcard:
                flush()
                parts.append(.string("Wildcard"))
            }
        }
        flush()
        return JSONNode(.array(parts))
    }
}
