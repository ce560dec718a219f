/// A type whose records have ids of their own, told apart by a prefix.
package protocol Identifiable: Sendable {
    /// What stands before the underscore of an id, three or four lower-case letters.
    static var idPrefix: String { get }
}

/// The id of a record, which cannot be passed where the id of another kind is wanted.
///
/// Text form: prefix, underscore, 26 characters of Crockford's base 32 (a UUIDv7: 48 bits of milliseconds, then random).
/// Ids made later sort after ids made earlier.
package struct ID<Owner: Identifiable>: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let text: String

    /// Takes a stored or received id.
    ///
    /// - Returns: nil unless the text has the kind's prefix and at least one character more, all of them ASCII letters,
    ///   digits, `-`, `.` or `_`.
    package init?(_ text: String) {
        let prefix = Owner.idPrefix + "_"
        guard text.hasPrefix(prefix), text.utf8.count > prefix.utf8.count, text.utf8.count <= 64 else { return nil }
        guard text.utf8.allSatisfy(Self.isAllowed) else { return nil }
        self.text = text
    }

    /// Makes a new id.
    ///
    /// - Parameters:
    ///   - instant: When the record comes to be; its milliseconds lead the id.
    ///   - generator: The source of the 74 random bits.
    package init(at instant: Instant, using generator: inout some RandomNumberGenerator) {
        let milliseconds = UInt64(max(0, instant.microseconds / 1000)) & 0xFFFF_FFFF_FFFF
        let high = milliseconds << 16 | 0x7000 | generator.next() & 0x0FFF
        let low = generator.next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        text = Owner.idPrefix + "_" + base32(high: high, low: low)
    }

    /// Makes a new id from the system's random numbers.
    package init(at instant: Instant) {
        var generator = SystemRandomNumberGenerator()
        self.init(at: instant, using: &generator)
    }

    package var description: String { text }

    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}

extension ID: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let id = Self(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "`\(text)` is no id of the form \(Owner.idPrefix)_…",
            )
        }
        self = id
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// 128 bits as 26 characters of Crockford's base 32, the two leading bits being zero.
private func base32(high: UInt64, low: UInt64) -> String {
    let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    var value = UInt128(high) << 64 | UInt128(low)
    var characters = [UInt8](repeating: 0, count: 26)
    for index in characters.indices.reversed() {
        characters[index] = alphabet[Int(value & 31)]
        value >>= 5
    }
    return String(decoding: characters, as: UTF8.self)
}
