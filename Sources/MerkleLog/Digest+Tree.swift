import Crypto

extension Digest {
    /// The root of the tree without leaves: the hash of no bytes.
    public static let emptyTree: Digest = finish(SHA256())

    /// The hash of one entry as a leaf.
    ///
    /// The prefix byte 0 keeps leaves and inner nodes apart, so that no node can be passed off as an entry.
    ///
    /// Source: RFC 6962, section 2.1; RFC 9162, section 2.1.1.
    public static func leaf(_ entry: [UInt8]) -> Digest {
        entry.withUnsafeBytes { leaf($0) }
    }

    /// The hash of one entry as a leaf, read in place.
    public static func leaf(_ entry: UnsafeRawBufferPointer) -> Digest {
        var hasher = SHA256()
        withUnsafeBytes(of: UInt8(0)) { hasher.update(bufferPointer: $0) }
        hasher.update(bufferPointer: entry)
        return finish(hasher)
    }

    /// The hash of an inner node over its two children, in the order of the leaves below them.
    ///
    /// Source: RFC 6962, section 2.1; RFC 9162, section 2.1.1.
    public static func node(_ left: Digest, _ right: Digest) -> Digest {
        let size = 1 + 2 * sizeInBytes
        return withUnsafeTemporaryAllocation(byteCount: size, alignment: 8) { buffer in
            buffer[0] = 1
            // The words land at odd offsets; `storeBytes` copes with that.
            left.write(to: buffer, at: 1)
            right.write(to: buffer, at: 1 + sizeInBytes)
            var hasher = SHA256()
            hasher.update(bufferPointer: UnsafeRawBufferPointer(buffer))
            return finish(hasher)
        }
    }

    /// The root over hashes of adjacent subtrees, each at least as large as the next.
    ///
    /// Returns the empty tree's root when there are none.
    static func root(folding subtrees: [Digest]) -> Digest {
        guard var root = subtrees.last else { return .emptyTree }
        for left in subtrees.dropLast().reversed() {
            root = node(left, root)
        }
        return root
    }

    private static func finish(_ hasher: SHA256) -> Digest {
        hasher.finalize().withUnsafeBytes { Digest(unchecked: $0) }
    }
}
