/// Why a proof can't be made or does not hold.
public enum ProofError: Error, Sendable, Hashable {
    /// An index, size or range names no leaf of the tree, or a range that no proof can be about.
    case outOfRange
    /// The proof has more or fewer hashes than its sizes demand.
    case wrongLength(expected: Int, found: Int)
    /// The hashes do not lead to the older tree's or subtree's hash.
    case wrongSubtree
    /// The hashes do not lead to the tree's root.
    case wrongRoot
    /// No stored tile holds this node.
    case missing(Node)
}

extension ProofError: CustomStringConvertible {
    /// What is wrong, in one line.
    public var description: String {
        switch self {
        case .outOfRange: "the proof is about leaves that the tree does not have"
        case .wrongLength(let expected, let found): "the proof needs \(expected) hashes and has \(found)"
        case .wrongSubtree: "the proof does not lead to the hash of the older tree"
        case .wrongRoot: "the proof does not lead to the root of the tree"
        case .missing(let node): "no tile holds node \(node.index) of level \(node.level)"
        }
    }
}
