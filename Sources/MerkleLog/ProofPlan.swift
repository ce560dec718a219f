/// Which stored hashes make up a proof: asked first, so that the caller can fetch them in one go.
///
/// ```swift
/// let plan = try ProofPlan.inclusion(of: 5, in: 1_000)
/// let tiles = TileSet(fetch(plan.tiles))
/// let proof = InclusionProof(index: 5, size: 1_000, hashes: try plan.hashes(from: tiles))
/// ```
public struct ProofPlan: Sendable, Hashable {
    /// Number of leaves of the tree that the proof leads to.
    public let size: Int
    /// For each hash of the proof the nodes that it is folded from, left to right.
    public let nodes: [[Node]]

    /// The plan of the proof that `subtree` belongs to the tree of `size` leaves.
    ///
    /// - Throws: `.outOfRange` when the subtree is not within the tree.
    public init(subtree: Subtree, in size: Int) throws(ProofError) {
        self.size = size
        if subtree.count == 0, subtree.end <= size {
            nodes = []
        } else {
            nodes = try ProofPath(to: subtree, inTreeOf: size).parts.map(Node.covering)
        }
    }

    /// The plan of the proof that the leaf at `index` is in the tree of `size` leaves.
    ///
    /// - Throws: `.outOfRange` when there is no such leaf.
    public static func inclusion(of index: Int, in size: Int) throws(ProofError) -> ProofPlan {
        guard let leaf = Subtree(leaf: index) else { throw .outOfRange }
        return try ProofPlan(subtree: leaf, in: size)
    }

    /// The plan of the proof that the tree of `size` leaves begins with the `old` leaves of an earlier one.
    ///
    /// - Throws: `.outOfRange` unless `0 < old <= size`; nothing can be proved from an empty tree.
    public static func consistency(from old: Int, to size: Int) throws(ProofError) -> ProofPlan {
        guard old > 0, let tree = Subtree(from: 0, to: old) else { throw .outOfRange }
        return try ProofPlan(subtree: tree, in: size)
    }

    /// The tiles that hold those nodes, each once, as wide as the tree of `size` leaves has them.
    public var tiles: [Tile.Coordinate] {
        var seen: Set<Tile.Coordinate> = []
        return nodes.joined().compactMap { node in
            guard let tile = Tile.Coordinate(holding: node, inTreeOf: size), seen.insert(tile).inserted else {
                return nil
            }
            return tile
        }
    }

    /// The hashes of the proof, from the leaf or subtree upwards.
    ///
    /// - Throws: `.missing` when a tile is not in the set.
    public func hashes(from tiles: TileSet) throws(ProofError) -> [Digest] {
        try hashes { node throws(ProofError) in try tiles.digest(of: node) }
    }

    /// The hashes of the proof, each node read through a closure.
    ///
    /// - Throws: What `digest` throws.
    public func hashes<E: Error>(reading digest: (Node) throws(E) -> Digest) throws(E) -> [Digest] {
        var hashes: [Digest] = []
        for group in nodes {
            var parts: [Digest] = []
            for node in group {
                parts.append(try digest(node))
            }
            hashes.append(.root(folding: parts))
        }
        return hashes
    }
}
