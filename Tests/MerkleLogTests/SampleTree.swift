import MerkleLog

/// A tree with its leaves, tiles and roots, computed by the book.
struct SampleTree {
    let leaves: [Digest]
    private(set) var tiles = TileSet()
    private(set) var tree = GrowingTree()

    init(size: Int) {
        leaves = (0..<size).map { .leaf(Array("entry \($0)".utf8)) }
        for leaf in leaves {
            tree.append(leaf)
        }
        for tile in tree.takeChangedTiles() {
            tiles.insert(tile)
        }
    }

    /// The Merkle tree hash over some leaves as RFC 6962, section 2.1, defines it.
    static func root(of leaves: ArraySlice<Digest>) -> Digest {
        guard let first = leaves.first else { return .emptyTree }
        guard leaves.count > 1 else { return first }
        let middle = leaves.startIndex + half(of: leaves.count)
        return .node(root(of: leaves[..<middle]), root(of: leaves[middle...]))
    }

    /// The audit path as RFC 6962, section 2.1.1, defines it.
    static func path(_ index: Int, _ leaves: ArraySlice<Digest>) -> [Digest] {
        guard leaves.count > 1 else { return [] }
        let middle = leaves.startIndex + half(of: leaves.count)
        return index < half(of: leaves.count)
            ? path(index, leaves[..<middle]) + [root(of: leaves[middle...])]
            : path(index - half(of: leaves.count), leaves[middle...]) + [root(of: leaves[..<middle])]
    }

    /// The consistency proof as RFC 6962, section 2.1.2, defines it.
    static func proof(_ old: Int, _ leaves: ArraySlice<Digest>, whole: Bool = true) -> [Digest] {
        if old == leaves.count { return whole ? [] : [root(of: leaves)] }
        let half = half(of: leaves.count)
        let middle = leaves.startIndex + half
        return old <= half
            ? proof(old, leaves[..<middle], whole: whole) + [root(of: leaves[middle...])]
            : proof(old - half, leaves[middle...], whole: false) + [root(of: leaves[..<middle])]
    }

    private static func half(of count: Int) -> Int {
        var half = 1
        while half * 2 < count { half *= 2 }
        return half
    }
}

extension Digest {
    /// The digest with one bit turned over.
    func flipped(bit: Int) -> Digest {
        var bytes = bytes
        bytes[bit / 8] ^= 1 << (bit % 8)
        return Digest(bytes) ?? self
    }
}
