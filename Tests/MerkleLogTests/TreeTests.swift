import MerkleLog
import Testing

struct TreeTests {
    // The eight entries and roots that Certificate Transparency's test suites have shared since RFC 6962.
    private static let entries: [[UInt8]] = [
        [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
        Array(0x50...0x57), Array(0x60...0x6f),
    ]
    private static let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    @Test("The roots of the well-known eight entries come out", arguments: 0...8)
    func knownRoots(size: Int) {
        var frontier = Frontier()
        for entry in Self.entries.prefix(size) {
            frontier.append(.leaf(entry))
        }
        let hex = frontier.root.bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        #expect(hex == Self.roots[size])
        #expect(frontier.size == size)
    }

    @Test("Appending leaf by leaf gives the root of the definition, for every size up to 300")
    func definition() {
        var frontier = Frontier()
        var tree = GrowingTree()
        var leaves: [Digest] = []
        for size in 0...300 {
            let expected = SampleTree.root(of: leaves[...])
            #expect(frontier.root == expected, "size \(size)")
            #expect(tree.root == expected, "size \(size)")
            let leaf = Digest.leaf(Array("\(size)".utf8))
            leaves.append(leaf)
            frontier.append(leaf)
            tree.append(leaf)
        }
    }

    @Test("A frontier restored from its hashes grows on as if it had never been away", arguments: [1, 5, 64, 255, 300])
    func restoredFrontier(size: Int) throws {
        var frontier = Frontier()
        for number in 0..<size {
            frontier.append(.leaf(Array("\(number)".utf8)))
        }
        var restored = try #require(Frontier(size: size, hashes: frontier.hashes))
        frontier.append(.leaf([1]))
        restored.append(.leaf([1]))
        #expect(restored == frontier)
        #expect(Frontier(size: size + 1, hashes: Array(repeating: .emptyTree, count: 64)) == nil)
    }

    @Test("A tree restored from its right edge tiles grows on alike", arguments: [0, 1, 255, 256, 257, 1_000, 65_537])
    func restoredTree(size: Int) throws {
        var original = SampleTree(size: size)
        let edge = Tile.Coordinate.rightEdge(ofTreeOf: size)
        let stored = try edge.map { coordinate in
            let hashes = try (0..<coordinate.width).map { offset in
                let node = Node(level: coordinate.level * 8, index: coordinate.index * 256 + offset)
                return try original.tiles.digest(of: node)
            }
            return try #require(Tile(coordinate, bytes: hashes.flatMap(\.bytes)))
        }
        var restored = try GrowingTree(size: size, tiles: TileSet(stored))
        #expect(restored.root == original.tree.root)
        var tree = original.tree
        for number in 0..<300 {
            tree.append(.leaf([UInt8(number % 256)]))
            restored.append(.leaf([UInt8(number % 256)]))
        }
        #expect(restored.root == tree.root)
        #expect(restored.takeChangedTiles() == tree.takeChangedTiles())
        original = SampleTree(size: 0)
        #expect(original.tree.root == .emptyTree)
    }

    @Test("A tree can't be restored when a tile of its edge is missing")
    func missingEdge() {
        #expect(throws: ProofError.missing(Node(level: 0, index: 0))) { try GrowingTree(size: 3, tiles: TileSet()) }
        #expect(throws: ProofError.outOfRange) { try GrowingTree(size: -1, tiles: TileSet()) }
    }

    @Test("A digest is made of exactly 32 bytes and gives them back")
    func digest() throws {
        let bytes = (0..<32).map { UInt8($0 * 7) }
        #expect(try #require(Digest(bytes)).bytes == bytes)
        #expect(Digest(bytes.dropLast()) == nil)
        #expect(Digest(bytes + [0]) == nil)
    }
}
