extension Entities {
    /// A store of the entities of a JSON array.
    ///
    /// With `shapes`, attributes are read as a schema says, see ``JSONShape``.
    ///
    /// - Throws: The first error of the text, or of the hierarchy.
    public init(json source: SourceText, shapes: (any JSONShapes)? = nil) throws(SourceDiagnostic) {
        let entities = try Self.entities(json: source, shapes: shapes)
        do {
            try self.init(entities)
        } catch {
            throw SourceDiagnostic(error.description, at: .none, in: source)
        }
    }

    /// A store of the entities of a JSON array.
    ///
    /// With `shapes`, attributes are read as a schema says, see ``JSONShape``.
    ///
    /// - Throws: The first error of the text, or of the hierarchy.
    public init(json text: String, shapes: (any JSONShapes)? = nil) throws(SourceDiagnostic) {
        try self.init(json: SourceText(text), shapes: shapes)
    }

    /// The entities of a JSON array, not yet joined to a hierarchy.
    ///
    /// - Throws: The first error of the text.
    public static func entities(
        json source: SourceText,
        shapes: (any JSONShapes)? = nil,
    ) throws(SourceDiagnostic) -> [Entity] {
        let reader = ValueReader(source)
        let root = try JSONReader.read(source)
        guard let nodes = root.array else {
            throw reader.fail("entities must be an array, but are \(root.kindName)", root)
        }
        var entities: [Entity] = []
        entities.reserveCapacity(nodes.count)
        for node in nodes { entities.append(try Entity(node, reader, shapes)) }
        return entities
    }
}

extension Entity {
    /// The entity of an object with `uid`, `attrs`, `parents` and perhaps `tags`; other members are ignored.
    package init(_ node: JSONNode, _ reader: ValueReader, _ shapes: (any JSONShapes)?) throws(SourceDiagnostic) {
        func member(_ name: Text) throws(SourceDiagnostic) -> JSONNode {
            guard let member = node[name] else { throw reader.fail("an entity must have the field `\(name)`", node) }
            return member
        }
        let uid = try reader.entity(try member("uid"), "the uid of an entity")
        let attributes = try reader.record(
            try member("attrs"),
            shapes?.attributes(of: uid.type) ?? .any,
            "the attributes of `\(uid)`",
        )
        let parentsNode = try member("parents")
        guard let parentNodes = parentsNode.array else {
            throw reader.fail("the parents of `\(uid)` must be an array, but are \(parentsNode.kindName)", parentsNode)
        }
        var parents: Set<EntityUID> = []
        for parentNode in parentNodes {
            let parent = try reader.entity(parentNode, "the parents of `\(uid)`")
            if uid.type.isAction, !parent.type.isAction {
                throw reader.fail("action `\(uid)` has a non-action parent `\(parent)`", parentNode)
            }
            parents.insert(parent)
        }
        var tags = Record()
        if let node = node["tags"] {
            tags = try reader.record(node, shapes?.tags(of: uid.type) ?? .any, "the tags of `\(uid)`")
        }
        self.init(uid, attributes: attributes, parents: parents, tags: tags)
    }
}

extension Record {
    /// The record of a JSON object, such as the context of a request.
    ///
    /// `shape` is what a schema says of it.
    ///
    /// - Throws: The first error of the text.
    public init(json source: SourceText, shape: JSONShape = .any) throws(SourceDiagnostic) {
        self = try Self.context(try JSONReader.read(source), ValueReader(source), shape)
    }

    /// The record of a JSON object, such as the context of a request.
    ///
    /// - Throws: The first error of the text.
    public init(json text: String, shape: JSONShape = .any) throws(SourceDiagnostic) {
        try self.init(json: SourceText(text), shape: shape)
    }

    /// A context, which may be written as an extension of records only.
    static func context(
        _ node: JSONNode,
        _ reader: ValueReader,
        _ shape: JSONShape,
    ) throws(SourceDiagnostic) -> Record {
        let value = try reader.value(node, shape, "the context")
        guard case .record(let record) = value else {
            throw reader.fail("the context is not a record but \(value)", node)
        }
        return record
    }
}
