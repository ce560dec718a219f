/// Reads a schema in JSON syntax into its declarations.
///
/// Members that mean nothing are refused.
///
/// Source: the Cedar reference, "JSON schema format".
struct SchemaJSONReader {
    let source: SourceText

    /// The namespaces of a JSON text; the empty one under no name.
    static func namespaces(in source: SourceText) throws(SchemaErrors) -> [RawNamespace] {
        do throws(SourceDiagnostic) {
            let reader = SchemaJSONReader(source: source)
            let root = try JSONReader.read(source)
            var namespaces: [RawNamespace] = []
            for member in try reader.members(root, "a schema") {
                namespaces.append(try reader.namespace(member))
            }
            return namespaces
        } catch {
            throw SchemaErrors([error])
        }
    }

    private func namespace(_ member: JSONNode.Member) throws(SourceDiagnostic) -> RawNamespace {
        var namespace = RawNamespace(name: nil)
        namespace.range = range(member.value)
        if !member.key.isEmpty {
            guard let name = Name(member.key.string) else {
                throw fail("`\(member.key)` cannot name a namespace", member.value)
            }
            namespace.name = name
        }
        let fields = try fields(
            member.value,
            "a namespace",
            required: ["entityTypes", "actions"],
            optional: ["commonTypes", "annotations"],
        )
        namespace.annotations = try annotations(fields["annotations"])
        if namespace.name == nil, !namespace.annotations.isEmpty {
            throw fail("the empty namespace cannot have annotations", member.value)
        }
        for entity in try members(fields["entityTypes"], "`entityTypes`") {
            namespace.entities.append(try self.entity(entity))
        }
        for action in try members(fields["actions"], "`actions`") {
            namespace.actions.append(try self.action(action))
        }
        for type in try members(fields["commonTypes"], "`commonTypes`") {
            namespace.types.append(try commonType(type))
        }
        return namespace
    }

    private func entity(_ member: JSONNode.Member) throws(SourceDiagnostic) -> RawEntity {
        let fields = try fields(
            member.value,
            "an entity type",
            optional: ["memberOfTypes", "shape", "tags", "enum", "annotations"],
        )
        var entity = RawEntity(
            name: try identifier(member.key, member.value),
            range: range(member.value),
            annotations: try annotations(fields["annotations"]),
        )
        if let node = fields["enum"] {
            for other in ["memberOfTypes", "shape", "tags"] as [Text] where fields[other] != nil {
                throw fail("an enumerated entity type cannot have `\(other)`", member.value)
            }
            var ids: [Text] = []
            for id in try array(node, "`enum`") { ids.append(try string(id, "an id")) }
            if ids.isEmpty { throw fail("`enum` needs at least one id", node) }
            entity.enumeration = ids
        }
        entity.parents = try names(fields["memberOfTypes"], "`memberOfTypes`")
        entity.shape = try fields["shape"].map { node throws(SourceDiagnostic) in try type(node) }
        entity.tags = try fields["tags"].map { node throws(SourceDiagnostic) in try type(node) }
        return entity
    }

    private func action(_ member: JSONNode.Member) throws(SourceDiagnostic) -> RawAction {
        let fields = try fields(
            member.value,
            "an action",
            optional: ["attributes", "appliesTo", "memberOf", "annotations"],
        )
        if let node = fields["attributes"], node.kind != .null {
            throw fail("actions cannot have attributes", node)
        }
        var action = RawAction(
            name: member.key,
            range: range(member.value),
            annotations: try annotations(fields["annotations"]),
        )
        if let node = fields["memberOf"], node.kind != .null {
            for parent in try array(node, "`memberOf`") { action.parents.append(try actionName(parent)) }
        }
        if let node = fields["appliesTo"], node.kind != .null {
            let fields = try self.fields(
                node,
                "`appliesTo`",
                required: ["principalTypes", "resourceTypes"],
                optional: ["context"],
            )
            action.principals = try names(fields["principalTypes"], "`principalTypes`")
            action.resources = try names(fields["resourceTypes"], "`resourceTypes`")
            action.context = try fields["context"].map { node throws(SourceDiagnostic) in try type(node) }
        }
        return action
    }

    private func actionName(_ node: JSONNode) throws(SourceDiagnostic) -> RawActionName {
        let fields = try fields(node, "an action", required: ["id"], optional: ["type"])
        var type: RawName?
        if let node = fields["type"], node.kind != .null { type = try name(node, "`type`") }
        let id = try fields["id"].map { node throws(SourceDiagnostic) in try string(node, "`id`") }
        return RawActionName(type: type, id: id ?? "", range: range(node))
    }

    private func commonType(_ member: JSONNode.Member) throws(SourceDiagnostic) -> RawCommonType {
        let fields = try self.members(member.value, "a common type")
        for field in fields where field.key == "annotations" { _ = try annotations(field.value) }
        let name = try identifier(member.key, member.value)
        return RawCommonType(
            name: name,
            range: range(member.value),
            type: try type(member.value, also: ["annotations"])
        )
    }
}
