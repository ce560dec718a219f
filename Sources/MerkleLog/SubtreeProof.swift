/// Proof that a subtree with a given hash belongs to a tree.
public struct SubtreeProof: Sendable, Hashable {
    /// The leaves that the proof is about.
    public let subtree: Subtree
    /// Number of leaves of the tree.
    public let size: Int
    /// The hashes, from the subtree upwards.
    public let hashes: [Digest]

    /// Takes a proof as it came; nothing is checked before ``verify(_:root:)``.
    public init(subtree: Subtree, size: Int, hashes: [Digest]) {
        self.subtree = subtree
        self.size = size
        self.hashes = hashes
    }

    /// Checks the proof.
    ///
    /// The empty subtree belongs to every tree that reaches as far: its hash must be that of no leaves, its proof
    /// empty, and the root is not looked at.
    ///
    /// - Parameters:
    ///   - digest: The hash of the subtree, as of a tree of its own.
    ///   - root: The root of the tree.
    /// - Throws: `.outOfRange`, `.wrongLength`, `.wrongSubtree` or `.wrongRoot`.
    ///
    /// Source: draft-ietf-plants-merkle-tree-certs, section 4.4.
    public func verify(_ digest: Digest, root: Digest) throws(ProofError) {
        guard subtree.end <= size else { throw .outOfRange }
        guard subtree.count > 0 else {
            guard hashes.isEmpty else { throw .wrongLength(expected: 0, found: hashes.count) }
            guard digest == .emptyTree else { throw .wrongSubtree }
            return
        }
        let found = try ProofPath(to: subtree, inTreeOf: size).climb(hashes, from: digest)
        guard found.subtree == digest else { throw .wrongSubtree }
        guard found.root == root else { throw .wrongRoot }
    }

    /// Checks that a leaf of the whole tree is in a subtree whose hash is known.
    ///
    /// - Parameters:
    ///   - hashes: Sibling hashes from the leaf up to the subtree's root.
    ///   - leaf: The leaf hash.
    ///   - index: Position of the leaf in the whole tree.
    ///   - subtree: The subtree it should be in.
    ///   - digest: The hash of the subtree.
    /// - Throws: `.outOfRange`, `.wrongLength` or `.wrongRoot`.
    public static func verifyInclusion(
        _ hashes: [Digest],
        of leaf: Digest,
        at index: Int,
        in subtree: Subtree,
        digest: Digest,
    ) throws(ProofError) {
        guard index >= subtree.start, index < subtree.end else { throw .outOfRange }
        try InclusionProof(index: index - subtree.start, size: subtree.count, hashes: hashes)
            .verify(leaf: leaf, root: digest)
    }
}
