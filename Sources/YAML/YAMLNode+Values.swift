extension YAMLNode {
    /// The text of a scalar, as it was written; nil for lists and maps.
    package var asText: String? {
        guard case .scalar(let text, _) = content else { return nil }
        return text
    }

    /// The text of a scalar that says something: neither null nor empty.
    package var asStatedText: String? {
        guard let text = asText, !isNull, !text.isEmpty else { return nil }
        return text
    }

    package var asList: [YAMLNode]? {
        guard case .list(let elements) = content else { return nil }
        return elements
    }

    package var asMap: [YAMLPair]? {
        guard case .map(let pairs) = content else { return nil }
        return pairs
    }

    /// Whether it is null by the core schema of YAML 1.2; text in quotes never is.
    package var isNull: Bool {
        guard case .scalar(let text, isPlain: true) = content else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(text)
    }

    /// The truth value by the core schema of YAML 1.2, for which `yes` and `on` are plain words.
    package var asBool: Bool? {
        guard case .scalar(let text, isPlain: true) = content else { return nil }
        switch text {
        case "true", "True", "TRUE": return true
        case "false", "False", "FALSE": return false
        default: return nil
        }
    }

    /// The whole number by the core schema of YAML 1.2: decimal, `0o` octal, `0x` hexadecimal.
    package var asInt: Int? {
        guard case .scalar(let text, isPlain: true) = content else { return nil }
        if text.hasPrefix("0o") { return digits(of: text, radix: 8) }
        if text.hasPrefix("0x") { return digits(of: text, radix: 16) }
        return Int(text)
    }

    /// The value under a key; nil when this is no map or has no such key.
    package subscript(key: String) -> YAMLNode? {
        guard case .map(let pairs) = content else { return nil }
        return pairs.first { $0.key == key }?.value
    }

    /// The elements of a list under a key; none where there is no list.
    package func elements(of key: String) -> [YAMLNode] { self[key]?.asList ?? [] }

    /// The entries of a map under a key; none where there is no map.
    package func entries(of key: String) -> [YAMLPair] { self[key]?.asMap ?? [] }

    /// The texts of a list of scalars, or of one scalar, which many formats allow in its place.
    package var asTexts: [String] {
        if let elements = asList { return elements.compactMap(\.asStatedText) }
        return asStatedText.map { [$0] } ?? []
    }

    private func digits(of text: String, radix: Int) -> Int? {
        let digits = text.dropFirst(2)
        guard let first = digits.first, first != "-", first != "+" else { return nil }
        return Int(digits, radix: radix)
    }
}
