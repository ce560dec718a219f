package import Domain

/// Seals and opens envelopes of break-glass and their records, each under a key of its own.
package enum EnvelopeSealing {
    /// Seals under a code as `RandomToken` makes it: 256 random bits, of which the digest is the key.
    package static func seal(_ content: Secret, id: String, code: Secret) throws -> String {
        try seal(content, kind: "envelope", id: id, key: key(of: code))
    }

    /// - Throws: `SealingError` when the code is not the one, or the envelope was changed.
    package static func open(_ hex: String, id: String, code: Secret) throws -> Secret {
        try open(hex, kind: "envelope", id: id, key: key(of: code))
    }

    /// A fresh key for one record.
    package static func newRecordKey() -> Secret { MasterKey.generate().secret }

    package static func seal(record: Secret, id: String, key: Secret) throws -> String {
        try seal(record, kind: "envelope-record", id: id, key: MasterKey(key))
    }

    /// - Throws: `SealingError` when the record was changed, or belongs to another envelope.
    package static func open(record hex: String, id: String, key: Secret) throws -> Secret {
        try open(hex, kind: "envelope-record", id: id, key: MasterKey(key))
    }

    package static func hex(_ bytes: [UInt8]) -> String { hexadecimal(bytes) }

    /// nil unless it is pairs of hexadecimal digits.
    package static func bytes(hex: String) -> [UInt8]? {
        let digits = hex.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count == hex.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }

    private static func key(of code: Secret) -> MasterKey? {
        bytes(hex: TokenDigest(of: code).hex).flatMap { MasterKey(Secret($0)) }
    }

    private static func seal(_ value: Secret, kind: String, id: String, key: MasterKey?) throws -> String {
        guard let key else { throw SealingError.malformed }
        return hexadecimal(try Sealer(key).seal(value, for: SealedRecord(kind: kind, id: id)))
    }

    private static func open(_ hex: String, kind: String, id: String, key: MasterKey?) throws -> Secret {
        guard let key, let sealed = bytes(hex: hex) else { throw SealingError.malformed }
        return try Sealer(key).open(sealed, for: SealedRecord(kind: kind, id: id))
    }
}
