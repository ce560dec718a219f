/// A possibly qualified name: of an entity type, a namespace or an extension function, such as `Shop::Order`.
public struct Name: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// All parts, joined by `::`.
    public let text: Text

    /// A name known to be well formed.
    package init(unchecked text: Text) {
        self.text = text
    }

    /// A name known to be well formed, from its parts.
    package init(unchecked parts: some Sequence<Text>) {
        text = Text(parts.map(\.string).joined(separator: "::"))
    }

    /// The name written in `string`, or nil when that is not a name that Cedar takes.
    ///
    /// Parts are identifiers joined by `::` without blanks; reserved words and `__cedar` are refused.
    public init?(_ string: String) {
        let bytes = Array(string.utf8)
        guard Identifier.areValid(bytes[...]) else { return nil }
        text = Text(string)
    }

    /// The parts, outermost namespace first; at least one.
    public var parts: [Text] {
        var parts: [Text] = []
        var part: [UInt8] = []
        var colons = 0
        for byte in text.string.utf8 {
            if byte == UInt8(ascii: ":") {
                colons += 1
                if colons == 2 {
                    parts.append(Text(utf8: part))
                    part.removeAll(keepingCapacity: true)
                    colons = 0
                }
            } else {
                part.append(byte)
            }
        }
        parts.append(Text(utf8: part))
        return parts
    }

    /// The last part.
    public var base: Text { parts[parts.count - 1] }

    /// All parts but the last, or nil when there is only one.
    public var namespace: Name? {
        let parts = parts
        return parts.count > 1 ? Name(unchecked: parts.dropLast()) : nil
    }

    /// Whether the last part is `Action`: such entities are actions.
    public var isAction: Bool { text == "Action" || text.string.utf8.reversed().starts(with: "noitcA::".utf8) }

    /// The name as it is written.
    public var description: String { text.string }

    /// Order of the UTF-8 bytes.
    public static func < (left: Name, right: Name) -> Bool { left.text < right.text }
}
