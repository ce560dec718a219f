import MerkleLog
import Testing

struct TileTests {
    @Test("Tiles have the paths that logs serve them under")
    func paths() throws {
        #expect(try #require(Tile.Coordinate(level: 0, index: 0)).description == "tile/0/000")
        #expect(try #require(Tile.Coordinate(level: 0, index: 0, width: 8)).description == "tile/0/000.p/8")
        #expect(try #require(Tile.Coordinate(level: 1, index: 1_234_067)).description == "tile/1/x001/x234/067")
        #expect(try #require(Tile.Coordinate(level: 63, index: 5_000)).description == "tile/63/x005/000")
    }

    @Test("A coordinate outside the format is refused")
    func invalid() {
        #expect(Tile.Coordinate(level: 64, index: 0) == nil)
        #expect(Tile.Coordinate(level: -1, index: 0) == nil)
        #expect(Tile.Coordinate(level: 0, index: -1) == nil)
        #expect(Tile.Coordinate(level: 0, index: 0, width: 0) == nil)
        #expect(Tile.Coordinate(level: 0, index: 0, width: 257) == nil)
    }

    @Test("The right edge of a tree names its partial tiles only")
    func rightEdge() {
        #expect(Tile.Coordinate.rightEdge(ofTreeOf: 0).isEmpty)
        #expect(Tile.Coordinate.rightEdge(ofTreeOf: 256).map(\.description) == ["tile/1/000.p/1"])
        #expect(
            Tile.Coordinate.rightEdge(ofTreeOf: 70_000).map(\.description)
                == ["tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1"]
        )
    }

    @Test("Every node of the tree is found in the tile that is said to hold it")
    func nodes() throws {
        let sample = SampleTree(size: 700)
        for level in 0..<10 {
            for index in 0..<(700 >> level) {
                let node = Node(level: level, index: index)
                let expected = SampleTree.root(of: sample.leaves[index << level..<(index + 1) << level])
                #expect(try sample.tiles.digest(of: node) == expected)
                #expect(Tile.Coordinate(holding: node, inTreeOf: 700)?.level == level / 8)
            }
            #expect(Tile.Coordinate(holding: Node(level: level, index: 700 >> level), inTreeOf: 700) == nil)
        }
    }

    @Test("A stored tile may be wider than asked for, never narrower or broken")
    func bytes() throws {
        let sample = SampleTree(size: 10)
        var tree = GrowingTree()
        for leaf in sample.leaves {
            tree.append(leaf)
        }
        let stored = try #require(tree.takeChangedTiles().first)
        #expect(stored.coordinate.width == 10)
        #expect(stored.bytes.count == 320)
        let narrow = try #require(Tile.Coordinate(level: 0, index: 0, width: 4))
        #expect(Tile(narrow, bytes: stored.bytes)?.hashes == Array(sample.leaves.prefix(4)))
        let wide = try #require(Tile.Coordinate(level: 0, index: 0, width: 11))
        #expect(Tile(wide, bytes: stored.bytes) == nil)
        #expect(Tile(narrow, bytes: stored.bytes.dropLast()) == nil)
        #expect(tree.takeChangedTiles().isEmpty)
    }

    @Test("Changed tiles are reported once, full ones at their place")
    func changes() {
        var tree = GrowingTree()
        for number in 0..<255 {
            tree.append(.leaf([UInt8(number)]))
        }
        #expect(tree.takeChangedTiles().map(\.coordinate.description) == ["tile/0/000.p/255"])
        tree.append(.leaf([255]))
        #expect(tree.takeChangedTiles().map(\.coordinate.description) == ["tile/0/000", "tile/1/000.p/1"])
        tree.append(.leaf([0]))
        #expect(tree.takeChangedTiles().map(\.coordinate.description) == ["tile/0/001.p/1"])
    }
}
