import Crypto
package import Domain

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The key of an installation: 32 random bytes from which every other key is derived.
///
/// It never encrypts anything itself, so that keys for different purposes can't be confused.
package struct MasterKey: Sendable {
    /// Length of the key.
    package static let sizeInBytes = 32

    /// Tells master keys apart without revealing them: 8 bytes in hex.
    package let id: String

    private let key: SymmetricKey

    /// Takes the raw key.
    ///
    /// - Returns: nil unless it is 32 bytes.
    package init?(_ secret: Secret) {
        guard let key = secret.withBytes({ $0.count == Self.sizeInBytes ? SymmetricKey(data: $0) : nil }) else {
            return nil
        }
        self.init(key)
    }

    /// A fresh random key.
    package static func generate() -> MasterKey {
        MasterKey(SymmetricKey(size: .bits256))
    }

    private init(_ key: SymmetricKey) {
        self.key = key
        id = Self.derive(from: key, purpose: "key id", count: 8).withUnsafeBytes { hexadecimal(Array($0)) }
    }

    /// The raw key, to be written to its file.
    package var secret: Secret {
        Secret(key.withUnsafeBytes { Array($0) })
    }

    /// A key for one purpose; the same purpose always gives the same key.
    ///
    /// Source: HKDF-SHA-256, RFC 5869.
    func derived(for purpose: String) -> SymmetricKey {
        Self.derive(from: key, purpose: purpose, count: 32)
    }

    private static func derive(from key: SymmetricKey, purpose: String, count: Int) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key,
            info: Array("penstock/1/\(purpose)".utf8),
            outputByteCount: count,
        )
    }
}

/// Bytes as lower-case hex digits.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
