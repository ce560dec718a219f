extension Tile {
    /// The address of a tile: level in steps of eight, position in that level, and number of hashes.
    public struct Coordinate: Sendable, Hashable {
        /// 0 for tiles of leaf hashes, 1 for those of subtrees of 256 leaves, and so on; at most 63.
        public let level: Int
        /// Zero-based position among the tiles of the level.
        public let index: Int
        /// Number of hashes, 1 to 256; less than 256 only at the right edge of a tree.
        public let width: Int

        /// Names a tile.
        ///
        /// Returns nil when level, index or width is out of range.
        public init?(level: Int, index: Int, width: Int = Tile.fullWidth) {
            guard (0...63).contains(level), index >= 0, (1...Tile.fullWidth).contains(width) else { return nil }
            self.init(checkedLevel: level, index: index, width: width)
        }

        /// The tile from which a node's hash is computed, as wide as it is in a tree of `size` leaves.
        ///
        /// Returns nil when the node is not complete in that tree.
        public init?(holding node: Node, inTreeOf size: Int) {
            guard node.index < size >> node.level else { return nil }
            let level = node.level / Tile.height
            let first = node.index << (node.level % Tile.height)
            let index = first / Tile.fullWidth
            let width = min(Tile.fullWidth, size >> (level * Tile.height) - index * Tile.fullWidth)
            self.init(level: level, index: index, width: width)
        }

        /// The tiles that are not full in a tree of `size` leaves, lowest level first.
        public static func rightEdge(ofTreeOf size: Int) -> [Coordinate] {
            (0..<Int.bitWidth / Tile.height).compactMap { level in
                let hashes = size >> (level * Tile.height)
                return Coordinate(
                    level: level,
                    index: hashes / Tile.fullWidth,
                    width: hashes % Tile.fullWidth,
                )
            }
        }

        private init(checkedLevel level: Int, index: Int, width: Int) {
            self.level = level
            self.index = index
            self.width = width
        }
    }
}

extension Tile.Coordinate: CustomStringConvertible {
    /// The path under which a log serves the tile: `tile/0/x001/x234/067`, with `.p/8` behind it for a width of 8.
    ///
    /// Source: C2SP tlog-tiles, "Merkle Tree".
    public var description: String {
        var groups = [Self.group(index % 1_000)]
        var rest = index / 1_000
        while rest > 0 {
            groups.append("x" + Self.group(rest % 1_000))
            rest /= 1_000
        }
        let partial = width == Tile.fullWidth ? "" : ".p/\(width)"
        return "tile/\(level)/" + groups.reversed().joined(separator: "/") + partial
    }

    private static func group(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: 3 - digits.count) + digits
    }
}
