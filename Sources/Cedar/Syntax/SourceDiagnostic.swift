/// One thing that is wrong with a source text.
public struct SourceDiagnostic: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, in one line.
    public let message: String

    /// Where it stands, as byte offsets.
    public let range: SourceRange

    /// Where it begins, as line and column.
    public let position: SourcePosition

    /// The text that was found there, when the message is about one token.
    public let found: String?

    /// What could have stood there instead, when that is a short list.
    public let expected: [String]

    /// A diagnostic for `range` of a text, beginning at `position`.
    public init(
        _ message: String,
        range: SourceRange,
        position: SourcePosition,
        found: String? = nil,
        expected: [String] = [],
    ) {
        self.message = message
        self.range = range
        self.position = position
        self.found = found
        self.expected = expected
    }

    /// A diagnostic for `range` of `source`.
    public init(
        _ message: String,
        at range: SourceRange,
        in source: SourceText,
        found: String? = nil,
        expected: [String] = [],
    ) {
        self.init(
            message,
            range: range,
            position: source.position(of: range.lower),
            found: found,
            expected: expected,
        )
    }

    /// `line:column: message, expected a or b`.
    public var description: String {
        guard let last = expected.last else { return "\(position): \(message)" }
        let others = expected.dropLast().joined(separator: ", ")
        return "\(position): \(message), expected \(others.isEmpty ? last : others + " or " + last)"
    }
}
