import Crypto
import CryptoExtras
package import Domain

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What is kept of a passphrase: `$scrypt$ln=16,r=8,p=1$salt$hash`, Base64 without padding.
///
/// Source: scrypt, RFC 7914; the form is that of the PHC string format.
package struct PassphraseHash: Sendable, Hashable {
    /// How much work one guess costs.
    package struct Cost: Sendable, Hashable {
        /// Base-2 logarithm of scrypt's N; memory is 2^`logN` × 128 × `blockSize` bytes.
        package let logN: Int
        /// scrypt's r.
        package let blockSize: Int
        /// scrypt's p.
        package let parallelism: Int

        /// - Returns: nil outside `logN` 10 to 20, `blockSize` 1 to 32, `parallelism` 1 to 16: a stored hash must not be
        ///   able to ask for all memory there is.
        package init?(logN: Int, blockSize: Int = 8, parallelism: Int = 1) {
            guard (10...20).contains(logN), (1...32).contains(blockSize), (1...16).contains(parallelism) else {
                return nil
            }
            self.init(checked: logN, blockSize, parallelism)
        }

        /// 64 MiB and about a sixth of a second.
        package static let standard = Cost(checked: 16, 8, 1)

        private init(checked logN: Int, _ blockSize: Int, _ parallelism: Int) {
            self.logN = logN
            self.blockSize = blockSize
            self.parallelism = parallelism
        }
    }

    /// The work that went into it.
    package let cost: Cost
    private let salt: [UInt8]
    private let hash: [UInt8]

    /// Hashes a passphrase with a fresh salt of 16 bytes.
    ///
    /// - Throws: When the memory is not to be had.
    package init(_ passphrase: Secret, cost: Cost = .standard) throws {
        var generator = SystemRandomNumberGenerator()
        let salt = (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) }
        try self.init(passphrase, cost: cost, salt: salt)
    }

    /// Hashes with a given salt, for published vectors.
    init(_ passphrase: Secret, cost: Cost, salt: [UInt8], count: Int = 32) throws {
        self.cost = cost
        self.salt = salt
        hash = try Self.derive(passphrase, cost, salt, count)
    }

    /// Reads a stored hash.
    ///
    /// - Throws: `.malformedHash`.
    package init(stored text: String) throws(SealingError) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt" else { throw .malformedHash }
        var numbers: [Int] = []
        for (part, name) in zip(parts[2].split(separator: ","), ["ln=", "r=", "p="]) where part.hasPrefix(name) {
            numbers.append(Int(part.dropFirst(name.count)) ?? 0)
        }
        guard numbers.count == 3, let cost = Cost(logN: numbers[0], blockSize: numbers[1], parallelism: numbers[2]),
            let salt = Self.decode(parts[3]), let hash = Self.decode(parts[4]), salt.count >= 8, hash.count == 32
        else { throw .malformedHash }
        self.cost = cost
        self.salt = salt
        self.hash = hash
    }

    /// The text to store.
    package var text: String {
        let costs = "ln=\(cost.logN),r=\(cost.blockSize),p=\(cost.parallelism)"
        return "$scrypt$\(costs)$\(Self.encode(salt))$\(Self.encode(hash))"
    }

    /// Whether this is the passphrase.
    ///
    /// - Throws: When the memory is not to be had.
    package func matches(_ passphrase: Secret) throws -> Bool {
        constantTimeEqual(try Self.derive(passphrase, cost, salt, hash.count), hash)
    }

    /// Does the work of a comparison for an account that does not exist, so that time does not tell which ones do.
    package static func pretendToMatch(_ passphrase: Secret) throws {
        _ = try derive(passphrase, .standard, [UInt8](repeating: 0, count: 16), 32)
    }

    /// The derived bytes.
    var bytes: [UInt8] { hash }

    private static func derive(_ passphrase: Secret, _ cost: Cost, _ salt: [UInt8], _ count: Int) throws -> [UInt8] {
        let key = try passphrase.withBytes { bytes in
            try KDF.Scrypt.deriveKey(
                from: bytes,
                salt: salt,
                outputByteCount: count,
                rounds: 1 << cost.logN,
                blockSize: cost.blockSize,
                parallelism: cost.parallelism,
            )
        }
        return key.withUnsafeBytes { Array($0) }
    }

    private static func encode(_ bytes: [UInt8]) -> String {
        String(Data(bytes).base64EncodedString().prefix { $0 != "=" })
    }

    private static func decode(_ text: Substring) -> [UInt8]? {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        return Data(base64Encoded: text + padding).map { Array($0) }
    }
}

/// Compares without stopping at the first difference, so that time tells nothing but the lengths.
func constantTimeEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count == b.count else { return false }
    var difference: UInt8 = 0
    for (x, y) in zip(a, b) {
        difference |= x ^ y
    }
    return difference == 0
}
