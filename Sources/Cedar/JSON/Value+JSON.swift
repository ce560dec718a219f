extension Value {
    /// The value in JSON, as ``Record/init(json:shape:)`` and ``Entities/init(json:shapes:)`` read it.
    ///
    /// Entities and extension values are written with `__entity` and `__extn`, sets in the order of their elements'
    /// texts. A record whose only field has one of these names would be read back as what the name escapes.
    public var json: JSONNode {
        switch self {
        case .bool(let value): JSONNode(.bool(value))
        case .long(let value): JSONNode(.integer(value))
        case .string(let value): .string(value)
        case .entity(let uid): .object([JSONNode.Member("__entity", uid.json)])
        case .set(let values):
            JSONNode(
                .array(
                    values.map { (text: $0.description, value: $0) }
                        .sorted { Text.isOrdered($0.text, $1.text) }
                        .map(\.value.json)
                )
            )
        case .record(let record): record.json
        case .decimal(let value): Self.call("decimal", [.string(Text("\(value)"))])
        case .ip(let value): Self.call("ip", [.string(Text("\(value)"))])
        case .datetime(let value): Self.json(value)
        case .duration(let value): Self.call("duration", [.string(Text("\(value)"))])
        }
    }

    /// Years that four digits cannot name are written as an offset from 1970.
    private static func json(_ instant: Instant) -> JSONNode {
        let text = instant.description
        if text.hasSuffix("Z") { return call("datetime", [.string(Text(text))]) }
        let epoch = call("datetime", [.string("1970-01-01")])
        return call("offset", [epoch, call("duration", [.string(Text("\(instant.milliseconds)ms"))])])
    }

    private static func call(_ function: Text, _ arguments: [JSONNode]) -> JSONNode {
        let operands =
            arguments.count == 1
            ? JSONNode.Member("arg", arguments[0]) : JSONNode.Member("args", JSONNode(.array(arguments)))
        return .object([
            JSONNode.Member("__extn", .object([JSONNode.Member("fn", .string(function)), operands]))
        ])
    }
}

extension Record {
    /// The record as a JSON object, fields in the order of their names.
    public var json: JSONNode {
        .object(fields.map { JSONNode.Member($0.key, $0.value.json) })
    }
}

extension Entity {
    /// The entity as a JSON object with `uid`, `attrs`, `parents` and `tags`; parents are in order.
    public var json: JSONNode {
        .object([
            JSONNode.Member("uid", uid.json),
            JSONNode.Member("attrs", attributes.json),
            JSONNode.Member("parents", JSONNode(.array(parents.sorted().map(\.json)))),
            JSONNode.Member("tags", tags.json),
        ])
    }
}

extension Entities {
    /// The entities as a JSON array, in order.
    public var json: JSONNode { JSONNode(.array(all.sorted { $0.uid < $1.uid }.map(\.json))) }
}

extension Request {
    /// The request as a JSON object, as ``Request/init(json:shapes:)`` reads it.
    public var json: JSONNode {
        .object([
            JSONNode.Member("principal", principal.json),
            JSONNode.Member("action", action.json),
            JSONNode.Member("resource", resource.json),
            JSONNode.Member("context", context.json),
        ])
    }
}
