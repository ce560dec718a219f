/// Proof that a leaf stands at an index of the tree of a given size.
public struct InclusionProof: Sendable, Hashable {
    /// Zero-based position of the leaf.
    public let index: Int
    /// Number of leaves of the tree.
    public let size: Int
    /// Sibling hashes from the leaf upwards.
    public let hashes: [Digest]

    /// Takes a proof as it came; nothing is checked before ``verify(leaf:root:)``.
    public init(index: Int, size: Int, hashes: [Digest]) {
        self.index = index
        self.size = size
        self.hashes = hashes
    }

    /// Checks the proof.
    ///
    /// - Parameters:
    ///   - leaf: The leaf hash of the entry.
    ///   - root: The root of the tree, from a checkpoint that is trusted.
    /// - Throws: `.outOfRange`, `.wrongLength` or `.wrongRoot`.
    ///
    /// Source: RFC 9162, section 2.1.3.2.
    public func verify(leaf: Digest, root: Digest) throws(ProofError) {
        guard let subtree = Subtree(leaf: index) else { throw .outOfRange }
        let path = try ProofPath(to: subtree, inTreeOf: size)
        guard try path.climb(hashes, from: leaf).root == root else { throw .wrongRoot }
    }
}

extension InclusionProof {
    /// The root that this proof leads to from a leaf: what a caller compares who has no root at hand.
    ///
    /// - Throws: `.outOfRange` or `.wrongLength`.
    public func root(from leaf: Digest) throws(ProofError) -> Digest {
        guard let subtree = Subtree(leaf: index) else { throw .outOfRange }
        return try ProofPath(to: subtree, inTreeOf: size).climb(hashes, from: leaf).root
    }
}
