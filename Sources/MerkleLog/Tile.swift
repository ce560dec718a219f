/// Up to 256 hashes of one level of the tree, side by side: the unit in which a log stores and serves its nodes.
///
/// Only every eighth level is kept; the levels between are hashed again from the tile. A tile that is not full yet is
/// called partial, and is replaced by a wider one as the log grows.
///
/// Source: C2SP tlog-tiles, "Merkle Tree".
public struct Tile: Sendable, Hashable {
    /// Levels of the tree in one tile.
    public static let height = 8
    /// Hashes in a full tile.
    public static let fullWidth = 1 << height

    /// Where in the tree this tile stands.
    public let coordinate: Coordinate
    /// The hashes, left to right, as many as the coordinate's width.
    public let hashes: [Digest]

    // INVARIANT: hashes.count == coordinate.width.
    init(coordinate: Coordinate, hashes: [Digest]) {
        self.coordinate = coordinate
        self.hashes = hashes
    }

    /// Reads a stored tile.
    ///
    /// Nil when there are fewer hashes than the width, or a broken one at the end.
    ///
    /// - Parameters:
    ///   - coordinate: The tile that is wanted.
    ///   - bytes: Its hashes, 32 bytes each; more than the width is fine, since a tile only ever grows to the right.
    public init?(_ coordinate: Coordinate, bytes: [UInt8]) {
        let wanted = coordinate.width * Digest.sizeInBytes
        guard bytes.count >= wanted, bytes.count.isMultiple(of: Digest.sizeInBytes) else { return nil }
        self.coordinate = coordinate
        hashes = bytes.withUnsafeBytes { source in
            (0..<coordinate.width).map { index in
                Digest(unchecked: UnsafeRawBufferPointer(rebasing: source[(index * Digest.sizeInBytes)...]))
            }
        }
    }

    /// The hashes as stored and served: 32 bytes each, without separators.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(hashes.count * Digest.sizeInBytes)
        for hash in hashes {
            bytes += hash.bytes
        }
        return bytes
    }

    /// The hash of a node of one of this tile's eight levels.
    ///
    /// Returns nil when the node is not covered by the hashes of this tile.
    public func digest(of node: Node) -> Digest? {
        let height = node.level - coordinate.level * Self.height
        guard (0..<Self.height).contains(height) else { return nil }
        let first = node.index << height - coordinate.index * Self.fullWidth
        guard first >= 0, first + 1 << height <= hashes.count else { return nil }
        var row = Array(hashes[first..<first + 1 << height])
        while row.count > 1 {
            row = stride(from: 0, to: row.count, by: 2).map { .node(row[$0], row[$0 + 1]) }
        }
        return row.first
    }
}
