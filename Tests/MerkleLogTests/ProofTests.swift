import MerkleLog
import Testing

struct ProofTests {
    private static let largest = 70
    private static let sample = SampleTree(size: largest)

    private static func root(_ size: Int) -> Digest { SampleTree.root(of: sample.leaves[..<size]) }

    @Test("Every leaf of every small tree has the inclusion proof of the definition, and it holds")
    func inclusion() throws {
        for size in 1...Self.largest {
            let root = Self.root(size)
            for index in 0..<size {
                let hashes = try ProofPlan.inclusion(of: index, in: size).hashes(from: Self.sample.tiles)
                #expect(hashes == SampleTree.path(index, Self.sample.leaves[..<size]))
                try InclusionProof(index: index, size: size, hashes: hashes)
                    .verify(leaf: Self.sample.leaves[index], root: root)
            }
        }
    }

    @Test("Every pair of small trees has the consistency proof of the definition, and it holds")
    func consistency() throws {
        for size in 1...Self.largest {
            let root = Self.root(size)
            for old in 1...size {
                let hashes = try ProofPlan.consistency(from: old, to: size).hashes(from: Self.sample.tiles)
                #expect(hashes == SampleTree.proof(old, Self.sample.leaves[..<size]))
                try ConsistencyProof(oldSize: old, newSize: size, hashes: hashes)
                    .verify(old: Self.root(old), new: root)
            }
        }
    }

    @Test("Every subtree of every small tree has a proof that holds")
    func subtrees() throws {
        for size in 1...40 {
            let root = Self.root(size)
            for start in 0..<size {
                for end in start...size {
                    guard let subtree = Subtree(from: start, to: end) else { continue }
                    let hashes = try ProofPlan(subtree: subtree, in: size).hashes(from: Self.sample.tiles)
                    let digest = SampleTree.root(of: Self.sample.leaves[start..<end])
                    try SubtreeProof(subtree: subtree, size: size, hashes: hashes).verify(digest, root: root)
                }
            }
        }
    }

    @Test("A proof with any bit turned over is refused")
    func mutatedHash() throws {
        let size = 23
        let root = Self.root(size)
        for index in [0, 7, 16, 22] {
            let leaf = Self.sample.leaves[index]
            let hashes = try ProofPlan.inclusion(of: index, in: size).hashes(from: Self.sample.tiles)
            for place in hashes.indices {
                for bit in 0..<256 {
                    var broken = hashes
                    broken[place] = broken[place].flipped(bit: bit)
                    #expect(throws: ProofError.wrongRoot) {
                        try InclusionProof(index: index, size: size, hashes: broken).verify(leaf: leaf, root: root)
                    }
                }
            }
        }
        for old in 1..<size {
            let hashes = try ProofPlan.consistency(from: old, to: size).hashes(from: Self.sample.tiles)
            for place in hashes.indices {
                var broken = hashes
                broken[place] = broken[place].flipped(bit: place * 17 % 256)
                #expect(throws: ProofError.self) {
                    try ConsistencyProof(oldSize: old, newSize: size, hashes: broken)
                        .verify(old: Self.root(old), new: root)
                }
            }
        }
    }

    @Test("A proof holds for no other index, size, leaf or root")
    func otherClaims() throws {
        let size = 20
        for index in 0..<size {
            let hashes = try ProofPlan.inclusion(of: index, in: size).hashes(from: Self.sample.tiles)
            for other in 0..<size where other != index {
                #expect(throws: ProofError.self) {
                    try InclusionProof(index: other, size: size, hashes: hashes)
                        .verify(leaf: Self.sample.leaves[index], root: Self.root(size))
                }
                #expect(throws: ProofError.self) {
                    try InclusionProof(index: index, size: size, hashes: hashes)
                        .verify(leaf: Self.sample.leaves[other], root: Self.root(size))
                }
                #expect(throws: ProofError.self) {
                    try InclusionProof(index: index, size: size, hashes: hashes)
                        .verify(leaf: Self.sample.leaves[index], root: Self.root(other))
                }
            }
        }
    }

    @Test("A proof with a hash too few or too many is refused with the number it needs")
    func wrongLength() throws {
        let hashes = try ProofPlan.inclusion(of: 3, in: 8).hashes(from: Self.sample.tiles)
        let leaf = Self.sample.leaves[3]
        #expect(throws: ProofError.wrongLength(expected: 3, found: 2)) {
            try InclusionProof(index: 3, size: 8, hashes: hashes.dropLast()).verify(leaf: leaf, root: Self.root(8))
        }
        #expect(throws: ProofError.wrongLength(expected: 3, found: 4)) {
            try InclusionProof(index: 3, size: 8, hashes: hashes + [leaf]).verify(leaf: leaf, root: Self.root(8))
        }
    }

    @Test("Leaves and sizes that do not exist are out of range")
    func outOfRange() {
        #expect(throws: ProofError.outOfRange) { try ProofPlan.inclusion(of: 5, in: 5) }
        #expect(throws: ProofError.outOfRange) { try ProofPlan.inclusion(of: -1, in: 5) }
        #expect(throws: ProofError.outOfRange) { try ProofPlan.inclusion(of: .max, in: .max) }
        #expect(throws: ProofError.outOfRange) { try ProofPlan.consistency(from: 0, to: 5) }
        #expect(throws: ProofError.outOfRange) { try ProofPlan.consistency(from: 6, to: 5) }
        #expect(throws: ProofError.outOfRange) {
            try InclusionProof(index: 0, size: 0, hashes: []).verify(leaf: .emptyTree, root: .emptyTree)
        }
        #expect(throws: ProofError.outOfRange) {
            try ConsistencyProof(oldSize: 0, newSize: 0, hashes: []).verify(old: .emptyTree, new: .emptyTree)
        }
        #expect(Subtree(from: 3, to: 5) == nil)
        #expect(Subtree(from: 2, to: 1) == nil)
        #expect(Subtree(from: 1, to: .max) == nil)
        #expect(Subtree(from: 0, to: .max) != nil)
    }

    @Test("Sizes up to the largest integer need at most 63 hashes")
    func largestSizes() throws {
        let plan = try ProofPlan.inclusion(of: .max - 1, in: .max)
        #expect(plan.nodes.count <= 63)
        #expect(try ProofPlan.consistency(from: .max - 1, to: .max).nodes.count <= 63)
        #expect(try ProofPlan.inclusion(of: 0, in: .max).nodes.count == 63)
    }

    @Test("The tiles that a plan names are enough for its proof, over three levels of tiles")
    func tilesOfPlan() throws {
        let size = 70_000
        let sample = SampleTree(size: size)
        let root = sample.tree.root
        for index in [0, 255, 256, 65_535, 65_536, 69_999] {
            let plan = try ProofPlan.inclusion(of: index, in: size)
            let proof = InclusionProof(
                index: index,
                size: size,
                hashes: try plan.hashes(from: Self.stored(plan, in: sample))
            )
            try proof.verify(leaf: sample.leaves[index], root: root)
            #expect(plan.tiles.count <= 5)
        }
        for old in [1, 255, 256, 65_536, 69_999, 70_000] {
            let plan = try ProofPlan.consistency(from: old, to: size)
            let hashes = try plan.hashes(from: Self.stored(plan, in: sample))
            try ConsistencyProof(oldSize: old, newSize: size, hashes: hashes)
                .verify(old: SampleTree.root(of: sample.leaves[..<old]), new: root)
        }
    }

    /// Only the tiles that the plan asks for, as a store would return them.
    private static func stored(_ plan: ProofPlan, in sample: SampleTree) throws -> TileSet {
        TileSet(
            try plan.tiles.map { coordinate in
                let hashes = try (0..<coordinate.width).map { offset in
                    let node = Node(level: coordinate.level * 8, index: coordinate.index * 256 + offset)
                    return try sample.tiles.digest(of: node)
                }
                return try #require(Tile(coordinate, bytes: hashes.flatMap(\.bytes)))
            }
        )
    }
}
