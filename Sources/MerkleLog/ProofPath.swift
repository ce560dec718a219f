/// The way from the root of a tree down to a subtree, and what hangs beside it.
///
/// Inclusion, consistency and subtree proofs are all this one path: a leaf is a subtree of one, an older tree a
/// subtree that starts at zero.
///
/// Source: RFC 9162, sections 2.1.3.1 and 2.1.4.1, generalised as in draft-ietf-plants-merkle-tree-certs, section 4.4.
struct ProofPath {
    /// What a proof hash stands for on one level.
    enum Side {
        /// It lies left of the subtree.
        case left
        /// It lies right of the subtree.
        case right
        /// It is the left part of the subtree itself and of the tree.
        case inside
    }

    /// The steps from the root downwards.
    private(set) var steps: [(side: Side, leaves: Range<Int>)] = []
    /// The leaves of the innermost part.
    let innermost: Range<Int>
    /// False when the innermost part is only the subtree's end, so that the proof must bring its hash too.
    let innermostIsSubtree: Bool

    /// - Throws: `.outOfRange` when `subtree` is empty or reaches beyond `size`.
    init(to subtree: Subtree, inTreeOf size: Int) throws(ProofError) {
        guard subtree.count > 0, subtree.end <= size else { throw .outOfRange }
        var low = 0
        var high = size
        var start = subtree.start
        let end = subtree.end
        while low != start || high != end {
            let half = 1 << (Int.bitWidth - 1 - (high - low - 1).leadingZeroBitCount)
            let middle = low + half
            if end <= middle {
                steps.append((.right, middle..<high))
                high = middle
            } else {
                // A subtree that reaches over the middle begins at `low`, because it is aligned.
                steps.append((start >= middle ? .left : .inside, low..<middle))
                low = middle
                start = max(start, middle)
            }
        }
        innermost = low..<high
        innermostIsSubtree = low == subtree.start
    }

    /// The leaves that each hash of the proof covers, in the proof's order: from the subtree upwards.
    var parts: [Range<Int>] {
        (innermostIsSubtree ? [] : [innermost]) + steps.reversed().map(\.leaves)
    }

    /// Hashes a proof's way up.
    ///
    /// - Returns: What the proof says the subtree's and the tree's hashes are.
    /// - Throws: `.wrongLength`.
    func climb(_ proof: [Digest], from subtree: Digest) throws(ProofError) -> (subtree: Digest, root: Digest) {
        let expected = steps.count + (innermostIsSubtree ? 0 : 1)
        guard proof.count == expected else { throw .wrongLength(expected: expected, found: proof.count) }
        var hashes = proof[...]
        var inner = subtree
        if !innermostIsSubtree, let first = hashes.popFirst() { inner = first }
        var root = inner
        for (step, hash) in zip(steps.reversed(), hashes) {
            switch step.side {
            case .right:
                root = .node(root, hash)
            case .left:
                root = .node(hash, root)
            case .inside:
                inner = .node(hash, inner)
                root = .node(hash, root)
            }
        }
        return (inner, root)
    }
}
