/// Finds near-equal sketches without comparing each with each.
///
/// Banded: twenty bands of six places each. Two sketches meet when one band is equal in both, which happens for a likeness
/// of 0.8 in 99.8 of 100 cases, of 0.5 in 27, and of 0.3 in 1; what meets is then compared. Sketches that are equal stand
/// for each other, so that a thousand copies of one graph cost one comparison.
struct LikenessIndex: Sendable {
    private static let bands = 20
    private static let width = 6

    private let sketches: [GraphSketch?]
    /// Numbers of the sketches that are equal, by the first of them.
    private let equal: [Int: [Int]]
    private let buckets: [UInt64: [Int]]

    init(_ sketches: [GraphSketch?]) {
        self.sketches = sketches
        var first: [GraphSketch: Int] = [:]
        var equal: [Int: [Int]] = [:]
        var buckets: [UInt64: [Int]] = [:]
        for (number, sketch) in sketches.enumerated() {
            guard let sketch else { continue }
            if let known = first[sketch] {
                equal[known, default: []].append(number)
                continue
            }
            first[sketch] = number
            equal[number] = [number]
            for key in Self.keys(of: sketch) { buckets[key, default: []].append(number) }
        }
        self.equal = equal
        self.buckets = buckets
    }

    /// Numbers of those whose likeness to a sketch is at least `threshold`, with it; the equal ones among them.
    func like(_ sketch: GraphSketch, atLeast threshold: Double) -> [(number: Int, likeness: Double)] {
        var met: Set<Int> = []
        for key in Self.keys(of: sketch) { met.formUnion(buckets[key] ?? []) }
        var found: [(number: Int, likeness: Double)] = []
        for representative in met.sorted() {
            guard let other = sketches[representative] else { continue }
            let likeness = sketch.likeness(to: other)
            guard likeness >= threshold else { continue }
            found += (equal[representative] ?? []).map { ($0, likeness) }
        }
        return found
    }

    /// Groups of two or more that hang together by a likeness of at least `threshold`, each in order, largest first.
    func groups(atLeast threshold: Double) -> [[Int]] {
        var union = UnionFind(sketches.count)
        for (first, others) in equal { for other in others { union.join(first, other) } }
        for members in buckets.values where members.count > 1 {
            // Of a crowded bucket each is compared with some before it only: who is like none of those is met elsewhere.
            for (place, member) in members.enumerated() {
                for other in members[max(0, place - 32)..<place] where union.root(member) != union.root(other) {
                    guard let left = sketches[member], let right = sketches[other] else { continue }
                    if left.likeness(to: right) >= threshold { union.join(member, other) }
                }
            }
        }
        var groups: [Int: [Int]] = [:]
        for number in sketches.indices where sketches[number] != nil {
            groups[union.root(number), default: []].append(number)
        }
        return groups.values.filter { $0.count > 1 }
            .sorted { $0.count == $1.count ? $0[0] < $1[0] : $0.count > $1.count }
    }

    private static func keys(of sketch: GraphSketch) -> [UInt64] {
        (0..<bands).map { band in
            var key = 0xCBF2_9CE4_8422_2325 ^ UInt64(band)
            for value in sketch.values[band * width..<(band + 1) * width] {
                key = (key ^ UInt64(value)) &* 0x0000_0100_0000_01B3
                key ^= key >> 29
            }
            return key
        }
    }
}

/// Sets that are joined; the smallest number of a set is its root.
private struct UnionFind {
    private var parents: [Int]

    init(_ count: Int) { parents = Array(0..<count) }

    mutating func root(_ number: Int) -> Int {
        var root = number
        while parents[root] != root {
            parents[root] = parents[parents[root]]
            root = parents[root]
        }
        return root
    }

    mutating func join(_ left: Int, _ right: Int) {
        let (one, two) = (root(left), root(right))
        if one != two { parents[max(one, two)] = min(one, two) }
    }
}
