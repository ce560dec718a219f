/// A tree that takes leaves and says which tiles to store.
///
/// ```swift
/// var tree = GrowingTree()
/// tree.append(.leaf(entry))
/// for tile in tree.takeChangedTiles() { store(tile.coordinate, tile.bytes) }
/// let checkpoint = Checkpoint(origin: "example.com/log", size: tree.size, root: tree.root)
/// ```
///
/// Memory is O(log n) plus the tiles changed since they were last taken.
public struct GrowingTree: Sendable {
    private var frontier: Frontier
    // INVARIANT: edge[k] are the hashes of level 8k right of its last full tile, fewer than 256.
    private var edge: [[Digest]]
    private var full: [Tile] = []
    private var changed: Set<Int> = []

    /// The tree without leaves.
    public init() {
        frontier = Frontier()
        edge = []
    }

    /// Restores the tree of `size` leaves from its right edge.
    ///
    /// - Parameters:
    ///   - size: Number of leaves, zero or more.
    ///   - tiles: At least the tiles that ``Tile/Coordinate/rightEdge(ofTreeOf:)`` names.
    /// - Throws: `.missing` when a tile is not there or too narrow, `.outOfRange` when `size` is negative.
    public init(size: Int, tiles: TileSet) throws(ProofError) {
        guard size >= 0 else { throw .outOfRange }
        edge = []
        for level in 0..<Int.bitWidth / Tile.height {
            let hashes = size >> (level * Tile.height)
            guard hashes > 0 else { break }
            var row: [Digest] = []
            for index in hashes / Tile.fullWidth * Tile.fullWidth..<hashes {
                row.append(try tiles.digest(of: Node(level: level * Tile.height, index: index)))
            }
            edge.append(row)
        }
        var hashes: [Digest] = []
        for node in Frontier.nodes(of: size) {
            hashes.append(try tiles.digest(of: node))
        }
        guard let restored = Frontier(size: size, hashes: hashes) else { throw .outOfRange }
        frontier = restored
    }

    /// Number of leaves.
    public var size: Int { frontier.size }

    /// The root over all leaves.
    public var root: Digest { frontier.root }

    /// Adds a leaf, given as its leaf hash.
    public mutating func append(_ leaf: Digest) {
        // A copy of the frontier's completed nodes would allocate; tiles take only every eighth level.
        var completed: [(level: Int, digest: Digest)] = []
        frontier.append(leaf) { node, digest in
            if node.level.isMultiple(of: Tile.height) {
                completed.append((node.level / Tile.height, digest))
            }
        }
        for (level, digest) in completed {
            push(digest, level: level)
        }
    }

    /// The tiles that are new or wider since the last call, each to be stored under its level and index.
    public mutating func takeChangedTiles() -> [Tile] {
        var tiles = full
        for level in changed.sorted() {
            let index = size >> (level * Tile.height) / Tile.fullWidth
            if let coordinate = Tile.Coordinate(level: level, index: index, width: edge[level].count) {
                tiles.append(Tile(coordinate: coordinate, hashes: edge[level]))
            }
        }
        full = []
        changed = []
        return tiles
    }

    private mutating func push(_ digest: Digest, level: Int) {
        if level == edge.count { edge.append([]) }
        edge[level].append(digest)
        changed.insert(level)
        guard edge[level].count == Tile.fullWidth else { return }
        let index = (size >> (level * Tile.height) - 1) / Tile.fullWidth
        if let coordinate = Tile.Coordinate(level: level, index: index) {
            full.append(Tile(coordinate: coordinate, hashes: edge[level]))
        }
        edge[level] = []
        changed.remove(level)
    }
}
