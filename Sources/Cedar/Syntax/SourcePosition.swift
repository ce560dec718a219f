/// A place in a text, as editors count it.
public struct SourcePosition: Hashable, Sendable, CustomStringConvertible {
    /// One-based line; lines end at a line feed.
    public let line: Int

    /// One-based column, counted in Unicode scalars.
    public let column: Int

    /// A position from its line and column, both counted from 1.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// `line:column`.
    public var description: String { "\(line):\(column)" }
}
