extension SchemaJSONReader {
    func range(_ node: JSONNode) -> SourceRange {
        SourceRange(node.offset, node.offset + 1)
    }

    func fail(_ message: String, _ node: JSONNode) -> SourceDiagnostic {
        SourceDiagnostic(message, at: range(node), in: source)
    }

    /// The members of an object; none of a member that is absent.
    func members(_ node: JSONNode?, _ what: String) throws(SourceDiagnostic) -> [JSONNode.Member] {
        guard let node else { return [] }
        guard let members = node.members else { throw fail("\(what) must be an object, not \(node.kindName)", node) }
        return members
    }

    func fields(
        _ node: JSONNode,
        _ what: String,
        required: [Text] = [],
        optional: [Text],
    ) throws(SourceDiagnostic) -> [Text: JSONNode] {
        var fields: [Text: JSONNode] = [:]
        // The reference takes an empty array for an object of which no member is required.
        if required.isEmpty, node.array?.isEmpty == true { return [:] }
        for member in try members(node, what) {
            guard required.contains(member.key) || optional.contains(member.key) else {
                let known = (required + optional).map { "`\($0)`" }.joined(separator: ", ")
                throw fail("\(what) has no member `\(member.key)`; it has \(known)", member.value)
            }
            fields[member.key] = member.value
        }
        for name in required where fields[name] == nil { throw fail("\(what) needs the member `\(name)`", node) }
        return fields
    }

    func array(_ node: JSONNode, _ what: String) throws(SourceDiagnostic) -> [JSONNode] {
        guard let elements = node.array else { throw fail("\(what) must be an array, not \(node.kindName)", node) }
        return elements
    }

    func string(_ node: JSONNode, _ what: String) throws(SourceDiagnostic) -> Text {
        guard let text = node.string else { throw fail("\(what) must be a string, not \(node.kindName)", node) }
        return text
    }

    func bool(_ node: JSONNode, _ what: String) throws(SourceDiagnostic) -> Bool {
        guard case .bool(let value) = node.kind else {
            throw fail("\(what) must be a boolean, not \(node.kindName)", node)
        }
        return value
    }

    func identifier(_ text: Text, _ node: JSONNode) throws(SourceDiagnostic) -> Text {
        guard Identifier.isValid(text) else { throw fail("`\(text)` is no identifier or is reserved", node) }
        return text
    }

    /// A path of identifiers; unlike declarations it may begin with `__cedar`.
    func name(_ node: JSONNode, _ what: String) throws(SourceDiagnostic) -> RawName {
        let text = try string(node, what)
        let parts = Name(unchecked: text).parts
        let isPath = parts.allSatisfy { Identifier.isValid($0) || $0 == Identifier.kept }
        guard isPath, Name(unchecked: parts).text == text else { throw fail("`\(text)` is no name", node) }
        return RawName(parts: parts, range: range(node))
    }

    func names(_ node: JSONNode?, _ what: String) throws(SourceDiagnostic) -> [RawName] {
        guard let node else { return [] }
        var names: [RawName] = []
        for element in try array(node, what) { names.append(try name(element, "a type")) }
        return names
    }

    func annotations(_ node: JSONNode?) throws(SourceDiagnostic) -> [Annotation] {
        var annotations: [Annotation] = []
        for member in try members(node, "`annotations`") {
            guard Identifier.isShaped(Array(member.key.string.utf8)) else {
                throw fail("`\(member.key)` is no identifier", member.value)
            }
            let value = member.value.kind == .null ? nil : try string(member.value, "an annotation")
            annotations.append(Annotation(key: member.key, value: value, range: range(member.value)))
        }
        return annotations
    }
}
