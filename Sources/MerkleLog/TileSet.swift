/// Tiles at hand: what a proof is computed from.
///
/// A caller asks a ``ProofPlan`` which tiles it needs, fetches them as it likes, and puts them in here.
public struct TileSet: Sendable {
    private var tiles: [Position: Tile] = [:]

    /// A set with these tiles; of two at the same place the wider one stays.
    public init(_ tiles: some Sequence<Tile> = []) {
        for tile in tiles {
            insert(tile)
        }
    }

    /// Adds a tile unless a wider one is there already.
    public mutating func insert(_ tile: Tile) {
        let position = Position(level: tile.coordinate.level, index: tile.coordinate.index)
        if let present = tiles[position], present.hashes.count >= tile.hashes.count { return }
        tiles[position] = tile
    }

    /// The hash of a node.
    ///
    /// - Throws: `.missing` when no tile in the set covers the node.
    public func digest(of node: Node) throws(ProofError) -> Digest {
        let level = node.level / Tile.height
        let index = node.index << (node.level % Tile.height) / Tile.fullWidth
        guard let digest = tiles[Position(level: level, index: index)]?.digest(of: node) else {
            throw .missing(node)
        }
        return digest
    }
}

/// Where a tile stands, whatever its width.
private struct Position: Hashable {
    let level: Int
    let index: Int
}
