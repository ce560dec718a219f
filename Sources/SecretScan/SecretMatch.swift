/// A place in a text where a secret stands.
///
/// The secret itself is not kept.
public struct SecretMatch: Sendable, Hashable {
    /// Id of the rule that found it.
    public var rule: String
    /// Offsets of its first byte and of the byte after its last, in the UTF-8 of the text.
    public var range: Range<Int>
    /// Whether its built-in checksum is right; nil when this kind of secret has none.
    public var checksum: Bool?

    /// Makes a match.
    public init(rule: String, range: Range<Int>, checksum: Bool? = nil) {
        self.rule = rule
        self.range = range
        self.checksum = checksum
    }
}
