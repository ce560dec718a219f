/// How a well-known kind of token looks: what it begins with, which characters follow, and how many.
public struct TokenRule: Sendable, Hashable {
    /// How a token proves that it was not mistyped.
    public enum Checksum: Sendable, Hashable {
        /// The last six characters are CRC-32 of those before, in base 62.
        ///
        /// Source: "Behind GitHub's new authentication token formats", github.blog, 2021.
        case trailingCRC32
    }

    /// Name of the rule, lower case with hyphens.
    public var id: String
    /// What every token of the kind begins with; at least two characters.
    public var prefix: String
    /// The characters that may follow.
    public var alphabet: Alphabet
    /// How many of them there are.
    public var length: ClosedRange<Int>
    /// A text that must stand somewhere behind the prefix; empty when none must.
    public var contained: String
    /// The checksum that tokens of the kind carry.
    public var checksum: Checksum?

    /// Describes a kind of token.
    public init(
        _ id: String,
        _ prefix: String,
        _ alphabet: Alphabet,
        _ length: ClosedRange<Int>,
        contained: String = "",
        checksum: Checksum? = nil,
    ) {
        self.id = id
        self.prefix = prefix
        self.alphabet = alphabet
        self.length = length
        self.contained = contained
        self.checksum = checksum
    }
}
