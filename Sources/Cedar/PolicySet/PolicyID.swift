/// The name of a policy, template or link in a set.
public struct PolicyID: Hashable, Comparable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The name; any text.
    public let text: Text

    /// An id of this name.
    public init(_ text: Text) {
        self.text = text
    }

    /// An id from a literal.
    public init(stringLiteral value: String) {
        text = Text(value)
    }

    /// The id of the statement at `index` of a text: `policy0`, `policy1` and so on.
    public init(position index: Int) {
        text = Text("policy\(index)")
    }

    /// The name.
    public var description: String { text.string }

    /// Order of the names' UTF-8 bytes.
    public static func < (left: PolicyID, right: PolicyID) -> Bool { left.text < right.text }
}
