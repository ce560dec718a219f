/// A set of actions by their numbers.
struct ActionSet: Sendable, Hashable {
    private(set) var words: [UInt64]

    /// An empty set for `size` actions.
    init(size: Int) {
        words = [UInt64](repeating: 0, count: (size + 63) / 64)
    }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    func contains(_ action: Int) -> Bool { words[action >> 6] >> UInt64(action & 63) & 1 == 1 }

    mutating func insert(_ action: Int) { words[action >> 6] |= 1 << UInt64(action & 63) }

    mutating func formUnion(_ other: ActionSet) {
        for index in words.indices { words[index] |= other.words[index] }
    }

    mutating func formIntersection(_ other: ActionSet) {
        for index in words.indices { words[index] &= other.words[index] }
    }

    mutating func subtract(_ other: ActionSet) {
        for index in words.indices { words[index] &= ~other.words[index] }
    }

    func intersection(_ other: ActionSet) -> ActionSet {
        var result = self
        result.formIntersection(other)
        return result
    }

    func subtracting(_ other: ActionSet) -> ActionSet {
        var result = self
        result.subtract(other)
        return result
    }

    func isDisjoint(with other: ActionSet) -> Bool {
        !words.indices.contains { words[$0] & other.words[$0] != 0 }
    }

    func isSubset(of other: ActionSet) -> Bool {
        !words.indices.contains { words[$0] & ~other.words[$0] != 0 }
    }

    /// The actions in rising order.
    var members: [Int] {
        var members: [Int] = []
        for (index, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                members.append(index << 6 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
        return members
    }
}
