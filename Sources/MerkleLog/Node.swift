/// A complete subtree of 2^`level` leaves, the `index`-th of its level from the left.
///
/// Its hash never changes once its last leaf is in, so it can be stored for ever.
public struct Node: Sendable, Hashable {
    /// Height above the leaves; 0 is a leaf.
    public let level: Int
    /// Zero-based position among the nodes of the same level.
    public let index: Int

    /// Names the node at a level and position, both zero or more.
    public init(level: Int, index: Int) {
        precondition(level >= 0 && level < Int.bitWidth - 1 && index >= 0, "a node needs a level and an index")
        self.level = level
        self.index = index
    }

    /// The complete subtrees that cover the leaves `range`, left to right, as few as possible.
    ///
    /// `range` must be empty or start at a multiple of the power of two that is at least its length, as every range
    /// in a proof does.
    static func covering(_ range: Range<Int>) -> [Node] {
        var nodes: [Node] = []
        var start = range.lowerBound
        while start < range.upperBound {
            let level = Int.bitWidth - 1 - (range.upperBound - start).leadingZeroBitCount
            nodes.append(Node(level: level, index: start >> level))
            start += 1 << level
        }
        return nodes
    }
}
