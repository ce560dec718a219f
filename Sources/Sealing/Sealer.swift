import Crypto
package import Domain

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Encrypts values at rest: AES-256-GCM under a fresh key for each value, which itself is wrapped under the master key.
///
/// Format 1, in bytes: version (1), id of the master key (8), wrapped data key (nonce 12, key 32, tag 16), value
/// (nonce 12, ciphertext as long as the value, tag 16). Kind and id of the record are authenticated in both parts.
package struct Sealer: Sendable {
    /// What sealing adds to the length of a value.
    package static let overheadInBytes = headerSize + wrappedKeySize + 28

    private let current: MasterKey
    private let keys: [String: SymmetricKey]

    /// A sealer that seals under `current` and opens what it or an earlier key has sealed.
    package init(_ current: MasterKey, earlier: [MasterKey] = []) {
        self.current = current
        var keys: [String: SymmetricKey] = [:]
        for key in earlier + [current] {
            keys[key.id] = key.derived(for: "wrap")
        }
        self.keys = keys
    }

    /// Seals a value for one record.
    package func seal(_ value: Secret, for record: SealedRecord) throws -> [UInt8] {
        let dataKey = SymmetricKey(size: .bits256)
        let associated = record.associatedData(version: Self.version)
        let box = try value.withBytes { try AES.GCM.seal($0, using: dataKey, authenticating: associated) }
        guard let sealed = box.combined else { throw SealingError.malformed }
        return try wrap(dataKey, associated) + sealed
    }

    /// Opens a value.
    ///
    /// - Throws: `.malformed`, `.unknownKey`, or `.notAuthentic` when it was changed or sealed for another record.
    package func open(_ sealed: [UInt8], for record: SealedRecord) throws(SealingError) -> Secret {
        let associated = record.associatedData(version: Self.version)
        let dataKey = try unwrap(sealed, associated)
        let opened = try Self.open(sealed[(Self.headerSize + Self.wrappedKeySize)...], dataKey, associated)
        return Secret(opened)
    }

    /// Wraps a value's data key under the current master key, without touching the value itself.
    ///
    /// - Returns: nil when it is wrapped under the current key already.
    /// - Throws: As ``open(_:for:)``.
    package func rewrap(_ sealed: [UInt8], for record: SealedRecord) throws -> [UInt8]? {
        let associated = record.associatedData(version: Self.version)
        let dataKey = try unwrap(sealed, associated)
        guard Self.keyID(of: sealed) != current.id else { return nil }
        return try wrap(dataKey, associated) + sealed[(Self.headerSize + Self.wrappedKeySize)...]
    }

    private static let version: UInt8 = 1
    private static let headerSize = 9
    private static let wrappedKeySize = 60

    private static func keyID(of sealed: [UInt8]) -> String { hexadecimal(sealed[1..<headerSize]) }

    private func wrap(_ dataKey: SymmetricKey, _ associated: [UInt8]) throws -> [UInt8] {
        guard let key = keys[current.id], let id = bytes(hexadecimal: current.id) else { throw SealingError.malformed }
        let box = try dataKey.withUnsafeBytes { try AES.GCM.seal($0, using: key, authenticating: associated) }
        guard let wrapped = box.combined else { throw SealingError.malformed }
        return [Self.version] + id + wrapped
    }

    private func unwrap(_ sealed: [UInt8], _ associated: [UInt8]) throws(SealingError) -> SymmetricKey {
        guard sealed.count >= Self.overheadInBytes, sealed[0] == Self.version else { throw .malformed }
        let id = Self.keyID(of: sealed)
        guard let key = keys[id] else { throw .unknownKey(id: id) }
        let wrapped = sealed[Self.headerSize..<Self.headerSize + Self.wrappedKeySize]
        return SymmetricKey(data: try Self.open(wrapped, key, associated))
    }

    private static func open(
        _ combined: ArraySlice<UInt8>,
        _ key: SymmetricKey,
        _ associated: [UInt8],
    ) throws(SealingError) -> [UInt8] {
        do {
            let box = try AES.GCM.SealedBox(combined: combined)
            return Array(try AES.GCM.open(box, using: key, authenticating: associated))
        } catch {
            throw .notAuthentic
        }
    }

    private func bytes(hexadecimal text: String) -> [UInt8]? {
        let digits = text.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count == 16 else { return nil }
        return stride(from: 0, to: 16, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
