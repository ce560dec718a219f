/// A range of leaves that a proof can speak about: `[start, end)`, where `start` is a multiple of the smallest power
/// of two that is at least the range's length.
///
/// Single leaves and whole trees are subtrees; so is the empty range at any place.
///
/// Source: Merkle Tree Certificates (draft-ietf-plants-merkle-tree-certs), section 4.
public struct Subtree: Sendable, Hashable {
    /// First leaf.
    public let start: Int
    /// One past the last leaf.
    public let end: Int

    /// Names the leaves from `start` up to, not including, `end`.
    ///
    /// Returns nil when the range is negative, reversed or not aligned.
    public init?(from start: Int, to end: Int) {
        guard start >= 0, end >= start else { return nil }
        if end - start > 1 {
            let bits = Int.bitWidth - (end - start - 1).leadingZeroBitCount
            guard bits < Int.bitWidth - 1 ? start & (1 << bits - 1) == 0 : start == 0 else { return nil }
        }
        self.init(checkedStart: start, end: end)
    }

    /// One leaf; nil when `leaf` is negative or the largest integer.
    public init?(leaf: Int) {
        guard leaf >= 0, leaf < Int.max else { return nil }
        self.init(checkedStart: leaf, end: leaf + 1)
    }

    /// Number of leaves.
    public var count: Int { end - start }

    private init(checkedStart start: Int, end: Int) {
        self.start = start
        self.end = end
    }
}
