import Crypto

/// SHA-256 of parts that are hashed one after another, each with its length before it, so that no two lists of parts
/// have the same bytes.
package struct PartsDigest: Sendable {
    private var hash = SHA256()

    package init() {}

    package mutating func add(_ part: String) { add(Array(part.utf8)) }

    package mutating func add(_ bytes: [UInt8]) {
        withUnsafeBytes(of: UInt64(bytes.count).bigEndian) { hash.update(bufferPointer: $0) }
        hash.update(data: bytes)
    }

    /// In hex.
    package func finish() -> String { hexadecimal(hash.finalize()) }
}
