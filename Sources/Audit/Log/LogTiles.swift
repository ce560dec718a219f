import MerkleLog
import SQLEngine

/// The tiles of the tree, as stored and as computed from what is stored.
enum LogTiles {
    /// Stores the tiles that an append filled.
    ///
    /// `completed` are the roots of those tiles with their nodes, in the order in which they were completed; `leaves` the
    /// leaf hashes of the entries just appended, of which `first` is the index of the first.
    ///
    /// - Throws: `DatabaseError`; `LogDamage` when a lower tile is missing.
    static func store(
        _ completed: [(node: Node, hash: Digest)],
        leaves: [Digest],
        from first: Int,
        in connection: some Connection,
    ) throws {
        for (node, root) in completed {
            let level = node.level / Tile.height - 1
            let range = node.index * Tile.fullWidth..<(node.index + 1) * Tile.fullWidth
            var hashes: [Digest]
            if level == 0 {
                let appended = range.clamped(to: first..<first + leaves.count)
                hashes = try leafHashes(range.lowerBound..<appended.lowerBound, in: connection)
                hashes += leaves[appended.lowerBound - first..<appended.upperBound - first]
            } else {
                hashes = try roots(level: level - 1, range, in: connection)
            }
            // A tile whose hashes do not lead to its root tells of an entry that was changed since it was appended.
            // It is stored as found, because the log has to go on; verification names the entry.
            try connection.execute(
                """
                INSERT INTO log_tiles (level, tile, root, hashes)
                VALUES (\(level), \(node.index), \(root.bytes), \(hashes.flatMap(\.bytes)))
                """
            )
        }
    }

    /// A tile of the tree of some size, whole or as wide as its coordinate says.
    ///
    /// - Throws: `LogDamage` when what it is computed from is missing.
    static func tile(_ coordinate: Tile.Coordinate, in connection: some Connection) throws -> Tile {
        let stored = try connection.scalar(
            "SELECT hashes FROM log_tiles WHERE level = \(coordinate.level) AND tile = \(coordinate.index)",
            as: [UInt8].self,
        )
        if let stored, let tile = Tile(coordinate, bytes: stored) { return tile }
        let start = coordinate.index * Tile.fullWidth
        let range = start..<start + coordinate.width
        let hashes =
            if coordinate.level == 0 {
                try leafHashes(range, in: connection)
            } else {
                try roots(level: coordinate.level - 1, range, in: connection)
            }
        guard let tile = Tile(coordinate, bytes: hashes.flatMap(\.bytes)) else {
            throw LogDamage("entries or tiles below \(coordinate) are missing")
        }
        return tile
    }

    /// The tiles behind a proof.
    static func set(_ plan: ProofPlan, in connection: some Connection) throws -> TileSet {
        TileSet(try plan.tiles.map { try tile($0, in: connection) })
    }

    private static func leafHashes(_ range: Range<Int>, in connection: some Connection) throws -> [Digest] {
        guard !range.isEmpty else { return [] }
        var hashes: [Digest] = []
        try connection.forEachRow(
            """
            SELECT bytes FROM log_entries WHERE leaf >= \(range.lowerBound) AND leaf < \(range.upperBound) ORDER BY leaf
            """
        ) { hashes.append(.leaf(try $0.bytes("bytes"))) }
        return hashes
    }

    private static func roots(level: Int, _ range: Range<Int>, in connection: some Connection) throws -> [Digest] {
        let rows = try connection.rows(
            """
            SELECT root FROM log_tiles
            WHERE level = \(level) AND tile >= \(range.lowerBound) AND tile < \(range.upperBound) ORDER BY tile
            """
        )
        return try rows.compactMap { Digest(try $0.bytes("root")) }
    }
}
