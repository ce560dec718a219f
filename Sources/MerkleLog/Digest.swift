/// A SHA-256 value of 32 bytes: a leaf, an inner node or the root of a tree.
public struct Digest: Sendable, Hashable {
    /// Length of every digest.
    public static let sizeInBytes = 32

    // Four machine words instead of an array: a tree holds millions of these, and none is an allocation.
    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// Reads a digest from its bytes.
    ///
    /// Returns nil unless there are exactly 32 bytes.
    public init?(_ bytes: some Sequence<UInt8>) {
        let copy = Array(bytes)
        guard copy.count == Self.sizeInBytes else { return nil }
        self = copy.withUnsafeBytes { Digest(unchecked: $0) }
    }

    // The caller guarantees 32 readable bytes.
    init(unchecked source: UnsafeRawBufferPointer) {
        words = (
            source.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
            source.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
            source.loadUnaligned(fromByteOffset: 16, as: UInt64.self),
            source.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
        )
    }

    /// The 32 bytes, as hashed and stored.
    public var bytes: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: Self.sizeInBytes) { buffer, count in
            write(to: UnsafeMutableRawBufferPointer(buffer), at: 0)
            count = Self.sizeInBytes
        }
    }

    // The caller guarantees 32 writable bytes from `offset`.
    func write(to target: UnsafeMutableRawBufferPointer, at offset: Int) {
        target.storeBytes(of: words.0, toByteOffset: offset, as: UInt64.self)
        target.storeBytes(of: words.1, toByteOffset: offset + 8, as: UInt64.self)
        target.storeBytes(of: words.2, toByteOffset: offset + 16, as: UInt64.self)
        target.storeBytes(of: words.3, toByteOffset: offset + 24, as: UInt64.self)
    }

    /// True when both digests are the same 32 bytes.
    ///
    /// Digests of a log are public, so the comparison need not take constant time.
    public static func == (a: Digest, b: Digest) -> Bool {
        a.words == b.words
    }

    /// Feeds all 32 bytes to the hasher.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
        hasher.combine(words.1)
        hasher.combine(words.2)
        hasher.combine(words.3)
    }
}

extension Digest: CustomStringConvertible {
    /// The digest in standard Base64, as checkpoints write it.
    public var description: String { Base64.encode(bytes) }
}
