/// A half-open range of UTF-8 byte offsets in the text that something was read from.
///
/// Values that were built by hand, or read from JSON, carry ``SourceRange/none``.
public struct SourceRange: Hashable, Sendable {
    /// Offset of the first byte.
    public let lower: Int

    /// Offset after the last byte.
    public let upper: Int

    /// A range from `lower` up to, not including, `upper`.
    public init(_ lower: Int, _ upper: Int) {
        self.lower = lower
        self.upper = upper
    }

    /// The range of things that stand in no text.
    public static let none = SourceRange(0, 0)

    /// The smallest range that covers both.
    public func union(_ other: SourceRange) -> SourceRange {
        SourceRange(min(lower, other.lower), max(upper, other.upper))
    }
}
