/// Proof that a tree only grew: the newer one begins with all leaves of the older one.
public struct ConsistencyProof: Sendable, Hashable {
    /// Number of leaves of the older tree.
    public let oldSize: Int
    /// Number of leaves of the newer tree.
    public let newSize: Int
    /// The hashes, from the older tree's end upwards.
    public let hashes: [Digest]

    /// Takes a proof as it came; nothing is checked before ``verify(old:new:)``.
    public init(oldSize: Int, newSize: Int, hashes: [Digest]) {
        self.oldSize = oldSize
        self.newSize = newSize
        self.hashes = hashes
    }

    /// Checks the proof.
    ///
    /// - Parameters:
    ///   - old: Root of the older tree.
    ///   - new: Root of the newer tree.
    /// - Throws: `.outOfRange` (also when the older tree is empty, from which nothing follows), `.wrongLength`,
    ///   `.wrongSubtree` or `.wrongRoot`.
    ///
    /// Source: RFC 9162, section 2.1.4.2.
    public func verify(old: Digest, new: Digest) throws(ProofError) {
        guard oldSize > 0, let subtree = Subtree(from: 0, to: oldSize) else { throw .outOfRange }
        try SubtreeProof(subtree: subtree, size: newSize, hashes: hashes).verify(old, root: new)
    }
}
