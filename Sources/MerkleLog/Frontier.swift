/// The right edge of a tree: all that is needed to append leaves and to know the root.
///
/// It holds one hash for each complete subtree that no larger complete subtree contains, at most 63 of them, so an
/// append costs amortised one hash and the root O(log n). Also known as a compact range from zero.
public struct Frontier: Sendable, Hashable {
    /// Number of leaves appended so far.
    public private(set) var size: Int
    /// Hashes of the subtrees, largest (leftmost) first; as many as `size` has bits set.
    public private(set) var hashes: [Digest]

    /// The frontier of the tree without leaves.
    public init() {
        size = 0
        hashes = []
    }

    /// Restores a frontier.
    ///
    /// Returns nil when `size` is negative or does not ask for that many hashes.
    public init?(size: Int, hashes: [Digest]) {
        guard size >= 0, hashes.count == size.nonzeroBitCount else { return nil }
        self.size = size
        self.hashes = hashes
    }

    /// The nodes whose hashes a frontier of `size` leaves holds, in the same order.
    public static func nodes(of size: Int) -> [Node] {
        Node.covering(0..<size)
    }

    /// The root of the tree over all leaves so far.
    public var root: Digest { .root(folding: hashes) }

    /// Adds a leaf, given as its leaf hash.
    public mutating func append(_ leaf: Digest) {
        append(leaf) { _, _ in }
    }

    /// Adds a leaf and reports every node that it completes, the leaf itself first and then upwards.
    public mutating func append(_ leaf: Digest, completed: (Node, Digest) -> Void) {
        var hash = leaf
        var level = 0
        completed(Node(level: 0, index: size), hash)
        while size >> level & 1 == 1, let left = hashes.popLast() {
            hash = .node(left, hash)
            level += 1
            completed(Node(level: level, index: size >> level), hash)
        }
        hashes.append(hash)
        size += 1
    }
}
