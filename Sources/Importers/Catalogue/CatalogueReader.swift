import Domain
import YAML

/// Turns the YAML of a catalogue file into values, and says where it is wrong.
///
/// The words are those of `docs/adding/catalogue.md`.
struct CatalogueReader {
    /// Name of the file, for messages.
    let file: String

    // MARK: - Connectors

    func connector(_ name: String, _ node: YAMLNode, platform: String) throws(CatalogueFailure) -> Connector {
        var connector = Connector(name: name, platform: platform)
        try check(node, keys: ["system", "trigger", "credentials", "resource", "operations", "before", "note"])
        if let system = node["system"] { connector.system = try word(system, as: SystemKind.self) }
        connector.trigger = node["trigger"]?.asStatedText
        connector.credentials = node["credentials"]?.asTexts ?? []
        connector.resource = node["resource"]?.asStatedText
        for pair in try entries(node["operations"]) {
            connector.resources[pair.key] = try resource(pair.value)
        }
        for pair in try entries(node["before"]) {
            guard let version = Double(pair.key) else {
                throw failure(pair.value, "`\(pair.key)` is no version: give a number, for example `'2.1'`")
            }
            connector.older.append(try older(version, pair.value))
        }
        connector.older.sort { $0.version < $1.version }
        return connector
    }

    private func resource(_ node: YAMLNode) throws(CatalogueFailure) -> Connector.Resource {
        try check(node, keys: ["default", "read", "write", "admin", "unknown"])
        var resource = Connector.Resource()
        resource.byDefault = node["default"]?.asStatedText
        for action in Connector.Action.allCases {
            for operation in node[action.rawValue]?.asTexts ?? [] {
                if let other = resource.operations[operation], other != action {
                    throw failure(node, "`\(operation)` is both `\(other.rawValue)` and `\(action.rawValue)`")
                }
                resource.operations[operation] = action
            }
        }
        return resource
    }

    private func older(_ version: Double, _ node: YAMLNode) throws(CatalogueFailure) -> Connector.Older {
        try check(node, keys: ["resource", "defaults"])
        var older = Connector.Older(version: version)
        older.resource = node["resource"]?.asStatedText.map { $0 == "none" ? "" : $0 }
        for pair in try entries(node["defaults"]) { older.defaults[pair.key] = pair.value.asStatedText }
        return older
    }

    // MARK: - Other sections

    func credential(_ name: String, _ node: YAMLNode, platform: String) throws(CatalogueFailure) -> CredentialType {
        try check(node, keys: ["kind", "secrets", "scopes", "reach", "note"])
        var type = CredentialType(name: name, platform: platform)
        if let kind = node["kind"] { type.kind = try word(kind, as: CredentialType.Kind.self) }
        if let reach = node["reach"] { type.reach = try word(reach, as: ActionClass.self) }
        type.secretFields = node["secrets"]?.asInt ?? 0
        type.scopes = node["scopes"]?.asTexts ?? []
        return type
    }

    /// Kinds of systems by the connectors that act on them; a name may end in `*`.
    func systems(_ node: YAMLNode?) throws(CatalogueFailure) -> [(pattern: String, kind: SystemKind)] {
        var systems: [(String, SystemKind)] = []
        for pair in try entries(node) {
            guard let kind = SystemKind(rawValue: pair.key) else {
                throw failure(pair.value, unknownWord(pair.key, SystemKind.allCases.map(\.rawValue)))
            }
            for name in pair.value.asTexts { systems.append((name, kind)) }
        }
        return systems
    }

    /// Classes that people decided, by `connector`, `connector/resource` or `connector/resource/operation`.
    func decisions(_ node: YAMLNode?) throws(CatalogueFailure) -> [String: Catalogue.Decided] {
        var decisions: [String: Catalogue.Decided] = [:]
        for pair in try entries(node) {
            try check(pair.value, keys: ["class", "reason"])
            guard let name = pair.value["class"] else { throw failure(pair.value, "`class` is missing") }
            guard let reason = pair.value["reason"]?.asStatedText else {
                throw failure(pair.value, "`reason` is missing: say why people decided so")
            }
            decisions[pair.key] = Catalogue.Decided(try word(name, as: IdentityClass.self), reason: reason)
        }
        return decisions
    }

    // MARK: - Checks

    func failure(_ node: YAMLNode, _ reason: String) -> CatalogueFailure {
        CatalogueFailure(file, at: node, reason)
    }

    /// The entries of a map; none where there is no node or null.
    func entries(_ node: YAMLNode?) throws(CatalogueFailure) -> [YAMLPair] {
        guard let node, !node.isNull else { return [] }
        guard let pairs = node.asMap else { throw failure(node, "a map is wanted here") }
        return pairs
    }

    /// Refuses a key that means nothing: a misspelt one would be passed over in silence.
    func check(_ node: YAMLNode, keys: Set<String>) throws(CatalogueFailure) {
        for pair in try entries(node) where !keys.contains(pair.key) {
            throw failure(pair.value, unknownWord(pair.key, keys.sorted()))
        }
    }

    func word<Word: RawRepresentable & CaseIterable>(
        _ node: YAMLNode,
        as type: Word.Type,
    ) throws(CatalogueFailure) -> Word where Word.RawValue == String {
        let text = node.asText ?? ""
        guard let word = Word(rawValue: text) else {
            throw failure(node, unknownWord(text, Word.allCases.map(\.rawValue)))
        }
        return word
    }

    private func unknownWord(_ word: String, _ known: [String]) -> String {
        "`\(word)` is not known here; one of \(known.joined(separator: ", "))"
    }
}
