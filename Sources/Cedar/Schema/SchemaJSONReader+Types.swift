extension SchemaJSONReader {
    /// The members that a type of each kind has besides `type`.
    private func members(of kind: Text) -> (required: [Text], optional: [Text]) {
        switch kind {
        case "Set": (["element"], [])
        case "Record": (["attributes"], ["additionalAttributes"])
        case "Entity", "EntityOrCommon", "Extension": (["name"], [])
        default: ([], [])
        }
    }

    func type(_ node: JSONNode, also others: [Text] = []) throws(SourceDiagnostic) -> RawType {
        guard let kindNode = node["type"] else {
            _ = try members(node, "a type")
            throw fail("a type needs the member `type`", node)
        }
        let kind = try string(kindNode, "`type`")
        let (required, optional) = members(of: kind)
        let fields = try fields(
            node,
            "a type `\(kind)`",
            required: ["type"] + required,
            optional: optional + others,
        )
        switch kind {
        case "String": return RawType(kind: .known(.string), range: range(node))
        case "Long": return RawType(kind: .known(.long), range: range(node))
        case "Boolean": return RawType(kind: .known(.bool), range: range(node))
        case "Set":
            let element = try fields["element"].map { node throws(SourceDiagnostic) in try type(node) }
            guard let element else { throw fail("`element` is missing", node) }
            return RawType(kind: .set(element), range: range(node))
        case "Record": return try record(node, fields)
        default: return RawType(kind: try named(kind, kindNode, fields["name"]), range: range(node))
        }
    }

    private func named(_ kind: Text, _ kindNode: JSONNode, _ node: JSONNode?) throws(SourceDiagnostic) -> RawType.Kind {
        guard let node else { return .common(try name(kindNode, "`type`")) }
        if kind == "Entity" { return .entity(try name(node, "`name`")) }
        if kind == "EntityOrCommon" { return .entityOrCommon(try name(node, "`name`")) }
        guard let type = ExtensionType(rawValue: try string(node, "`name`").string) else {
            let known = ExtensionType.allCases.map { "`\($0)`" }.joined(separator: ", ")
            throw fail("this is no extension type; there are \(known)", node)
        }
        return .known(.extension(type))
    }

    private func record(_ node: JSONNode, _ fields: [Text: JSONNode]) throws(SourceDiagnostic) -> RawType {
        if let open = fields["additionalAttributes"], try bool(open, "`additionalAttributes`") {
            throw fail("records with further attributes are not supported", open)
        }
        var attributes: [RawAttribute] = []
        for member in try members(fields["attributes"], "`attributes`") {
            _ = try annotations(member.value["annotations"])
            let required = try member.value["required"].map { node throws(SourceDiagnostic) in
                try bool(node, "`required`")
            }
            attributes.append(
                RawAttribute(
                    name: member.key,
                    isRequired: required ?? true,
                    type: try type(member.value, also: ["required", "annotations"]),
                )
            )
        }
        return RawType(kind: .record(attributes), range: range(node))
    }
}
