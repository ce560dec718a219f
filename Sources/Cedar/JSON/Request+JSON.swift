extension Request {
    /// The request of an object with `principal`, `action`, `resource` and perhaps `context`.
    ///
    /// Entities are written as `{"type": "User", "id": "alice"}` or as the string `User::"alice"`.
    ///
    /// With `shapes`, the context is read as a schema says.
    ///
    /// - Throws: The first error of the text.
    public init(json source: SourceText, shapes: (any JSONShapes)? = nil) throws(SourceDiagnostic) {
        try self.init(try JSONReader.read(source), source, shapes)
    }

    /// The requests of an array of such objects.
    ///
    /// - Throws: The first error of the text.
    public static func requests(
        json source: SourceText,
        shapes: (any JSONShapes)? = nil,
    ) throws(SourceDiagnostic) -> [Request] {
        let root = try JSONReader.read(source)
        guard let nodes = root.array else {
            throw ValueReader(source).fail("requests must be an array, but are \(root.kindName)", root)
        }
        var requests: [Request] = []
        for node in nodes { requests.append(try Request(node, source, shapes)) }
        return requests
    }

    /// The request that `node` of `source` is.
    package init(
        _ node: JSONNode,
        _ source: SourceText,
        _ shapes: (any JSONShapes)?,
    ) throws(SourceDiagnostic) {
        let reader = ValueReader(source)
        func entity(_ name: Text) throws(SourceDiagnostic) -> EntityUID {
            guard let member = node[name] else { throw reader.fail("a request must have the field `\(name)`", node) }
            guard let text = member.string else { return try reader.entity(member, "the field `\(name)`") }
            guard let uid = EntityUID(text.string) else {
                throw reader.fail("`\(text)` is not an entity, expected one like `User::\"alice\"`", member)
            }
            return uid
        }
        let principal = try entity("principal")
        let action = try entity("action")
        let resource = try entity("resource")
        var context = Record()
        if let member = node["context"] {
            context = try Record.context(member, reader, shapes?.context(of: action) ?? .any)
        }
        self.init(principal: principal, action: action, resource: resource, context: context)
    }
}

extension EntityUID {
    /// The entity written in `string` as in a policy, such as `User::"alice"`; nil when it is none.
    public init?(_ string: String) {
        guard let first = string.utf8.first, Identifier.begins(first),
            let expression = try? Parser.expression(in: SourceText(string)),
            case .literal(.entity(let uid)) = expression.kind
        else { return nil }
        self = uid
    }
}
