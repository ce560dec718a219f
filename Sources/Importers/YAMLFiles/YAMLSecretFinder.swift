import Domain
import SecretScan
import YAML

/// Looks through the scalars of a YAML tree for secrets.
///
/// What it finds is turned into a fingerprint and dropped.
struct YAMLSecretFinder {
    let scanner: ParameterScanner
    let fingerprint: (@Sendable ([UInt8]) -> Fingerprint)?
    /// Names of values that hold programs and commands.
    let code: Set<String>
    /// Whether a text says where its value comes from instead of what it is; judged by known tokens only then.
    let isReference: @Sendable (String) -> Bool
    private(set) var found: [LiteralSecret] = []
    /// What was found, by line and column of the scalar.
    private(set) var byPlace: [YAMLPlace: [FoundSecret]] = [:]

    init(
        scanner: ParameterScanner,
        fingerprint: (@Sendable ([UInt8]) -> Fingerprint)?,
        code: Set<String>,
        isReference: @escaping @Sendable (String) -> Bool,
    ) {
        self.scanner = scanner
        self.fingerprint = fingerprint
        self.code = code
        self.isReference = isReference
    }

    /// Searches a node and all it holds.
    ///
    /// - Parameters:
    ///   - node: Its depth is bounded by the reader.
    ///   - place: Where it stands, in words.
    ///   - name: The key it stands under.
    /// - Returns: The secrets in it, in the order of the text.
    mutating func search(_ node: YAMLNode, place: String, name: String? = nil) -> [LiteralSecret] {
        let before = found.count
        walk(node, place: place, name: name)
        return Array(found[before...])
    }

    private mutating func walk(_ node: YAMLNode, place: String, name: String?) {
        switch node.content {
        case .scalar(let text, _): judge(text, node, place: place, name: name)
        case .list(let elements):
            for (index, element) in elements.enumerated() {
                walk(element, place: "\(place)[\(index)]", name: name)
            }
        case .map(let pairs):
            // `{name: …, value: …}` is how containers write their variables.
            let label = node["value"] == nil ? nil : node["name"]?.asText
            // `valueFrom` says where a value comes from.
            for pair in pairs where pair.key != "valueFrom" {
                walk(pair.value, place: "\(place).\(pair.key)", name: pair.key == "value" ? label ?? name : pair.key)
            }
        }
    }

    private mutating func judge(_ text: String, _ node: YAMLNode, place: String, name: String?) {
        guard text.utf8.count >= 8 else { return }
        let form: ParameterScanner.Form = name.map(code.contains) ?? false ? .code : .value
        let matches = scanner.matches(in: text, name: isReference(text) ? nil : name, form: form)
        guard !matches.isEmpty else { return }
        let bytes = Array(text.utf8)
        for match in matches where !isReference(String(decoding: bytes[match.range], as: UTF8.self)) {
            let fingerprint = fingerprint?(Array(bytes[match.range]))
            found.append(LiteralSecret(place: place, rule: match.rule, fingerprint: fingerprint))
            byPlace[YAMLPlace(node), default: []].append(FoundSecret(range: match.range, fingerprint: fingerprint))
        }
    }
}

/// Where a node stands in its text.
struct YAMLPlace: Hashable {
    var line: Int
    var column: Int

    init(_ node: YAMLNode) {
        line = node.line
        column = node.column
    }
}
