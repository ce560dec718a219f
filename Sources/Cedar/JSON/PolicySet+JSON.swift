extension PolicySet {
    /// The policies of a text in the JSON format.
    ///
    /// The text is a policy set with `staticPolicies`, `templates` and `templateLinks`; or one policy, whose id is then
    /// `policy0`; or an array of policies with the ids `policy0`, `policy1` and so on.
    ///
    /// - Throws: The first error of the text.
    public init(json source: SourceText) throws(SourceDiagnostic) {
        let root = try JSONReader.read(source)
        let reader = PolicyReader(source)
        self.init()
        if let policies = root.array {
            for (position, node) in policies.enumerated() {
                try insert(try reader.policy(node), PolicyID(position: position), node, reader)
            }
        } else if root["effect"] != nil {
            try insert(try reader.policy(root), PolicyID(position: 0), root, reader)
        } else {
            try read(root, reader)
        }
    }

    private mutating func read(_ root: JSONNode, _ reader: PolicyReader) throws(SourceDiagnostic) {
        let parts = try reader.members(
            root,
            "a policy set",
            required: ["staticPolicies", "templates", "templateLinks"],
        )
        for member in try Self.members(parts["staticPolicies"] ?? root, "staticPolicies", reader) {
            let policy = try reader.policy(member.value)
            if policy.isTemplate { throw reader.fail("the static policy `\(member.key)` has a slot", member.value) }
            try insert(policy, PolicyID(member.key), member.value, reader)
        }
        for member in try Self.members(parts["templates"] ?? root, "templates", reader) {
            let template = try reader.policy(member.value)
            do {
                try add(template: template, id: PolicyID(member.key))
            } catch {
                throw reader.fail(error.description, member.value)
            }
        }
        for node in try reader.array(parts["templateLinks"] ?? root, "`templateLinks`") {
            let found = try TemplateLink(node, reader)
            do {
                try link(found)
            } catch {
                throw reader.fail(error.description, node)
            }
        }
    }

    private static func members(
        _ node: JSONNode,
        _ name: String,
        _ reader: PolicyReader,
    ) throws(SourceDiagnostic) -> [JSONNode.Member] {
        guard let members = node.members else {
            throw reader.fail("`\(name)` must be an object from ids to policies", node)
        }
        return members
    }

    private mutating func insert(
        _ policy: Policy,
        _ id: PolicyID,
        _ node: JSONNode,
        _ reader: PolicyReader,
    ) throws(SourceDiagnostic) {
        do {
            try add(policy, id: id)
        } catch {
            throw reader.fail(error.description, node)
        }
    }

    /// The set in the JSON format.
    public var json: JSONNode {
        .object([
            JSONNode.Member("staticPolicies", Self.json(policies)),
            JSONNode.Member("templates", Self.json(templates)),
            JSONNode.Member("templateLinks", JSONNode(.array(links.map(\.json)))),
        ])
    }

    private static func json(_ items: [Item]) -> JSONNode {
        .object(items.map { JSONNode.Member($0.id.text, $0.policy.json) })
    }
}

extension TemplateLink {
    /// The links of a JSON array of objects with `newId`, `templateId` and `values`.
    ///
    /// - Throws: The first error of the text.
    public static func links(json source: SourceText) throws(SourceDiagnostic) -> [TemplateLink] {
        let reader = PolicyReader(source)
        var links: [TemplateLink] = []
        for node in try reader.array(try JSONReader.read(source), "the list of links") {
            links.append(try TemplateLink(node, reader))
        }
        return links
    }

    init(_ node: JSONNode, _ reader: PolicyReader) throws(SourceDiagnostic) {
        let members = try reader.members(node, "a link", required: ["newId", "templateId", "values"])
        guard let id = members["newId"]?.string, let template = members["templateId"]?.string else {
            throw reader.fail("`newId` and `templateId` must be strings", node)
        }
        guard let values = members["values"]?.members else {
            throw reader.fail("`values` must be an object from slots to entities", node)
        }
        var entities: [Slot: EntityUID] = [:]
        for member in values {
            guard let slot = Slot(rawValue: member.key.string) else {
                throw reader.fail("`\(member.key)` is not a slot, expected ?principal or ?resource", member.value)
            }
            entities[slot] = try reader.values.entity(member.value, "the value of \(slot.rawValue)")
        }
        self.init(template: PolicyID(template), id: PolicyID(id), values: entities)
    }

    /// The link as an object with `newId`, `templateId` and `values`.
    public var json: JSONNode {
        .object([
            JSONNode.Member("newId", .string(id.text)),
            JSONNode.Member("templateId", .string(template.text)),
            JSONNode.Member(
                "values",
                .object(
                    Slot.allCases.compactMap { slot in
                        values[slot].map { JSONNode.Member(Text(slot.rawValue), $0.json) }
                    }
                ),
            ),
        ])
    }
}
