/// A set of ASCII characters.
public struct Alphabet: Sendable, Hashable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    /// The set of the ASCII characters in `characters`.
    public init(_ characters: String) {
        for byte in characters.utf8 where byte < 128 { insert(byte) }
    }

    /// Whether `byte` is in the set.
    public func contains(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<64: low & (1 << UInt64(byte)) != 0
        case 64..<128: high & (1 << UInt64(byte - 64)) != 0
        default: false
        }
    }

    private mutating func insert(_ byte: UInt8) {
        if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
    }

    private static let digits = "0123456789"
    private static let lower = "abcdefghijklmnopqrstuvwxyz"
    private static let upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

    /// Decimal digits.
    public static let decimal = Alphabet(digits)
    /// Hexadecimal digits of lower case.
    public static let hex = Alphabet(digits + "abcdef")
    /// Capital letters and digits.
    public static let capitals = Alphabet(upper + digits)
    /// Small letters and digits.
    public static let smalls = Alphabet(lower + digits)
    /// Letters and digits.
    public static let alphanumeric = Alphabet(lower + upper + digits)
    /// Letters, digits and `_`.
    public static let word = Alphabet(lower + upper + digits + "_")
    /// Base 64 for addresses: letters, digits, `-` and `_`.
    public static let address = Alphabet(lower + upper + digits + "-_")
    /// Base 64 for addresses and the point that joins parts.
    public static let dotted = Alphabet(lower + upper + digits + "-_.")
    /// Base 64 for addresses with points and padding.
    public static let padded = Alphabet(lower + upper + digits + "-_.=")
    /// Base 64 of both kinds with its padding.
    public static let base64 = Alphabet(lower + upper + digits + "+/=-_")
}
