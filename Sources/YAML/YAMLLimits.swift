/// How much of a YAML text is read before it is refused.
package struct YAMLLimits: Sendable, Hashable {
    package var sizeInBytes = 32 << 20
    /// Lists and maps within each other, aliases counted as what they stand for; at most 1,000.
    package var depth = 200
    /// Nodes of one document once every alias is replaced by what it stands for.
    package var nodes = 2_000_000
    /// Nodes of one document that aliases and merge keys may add: a few lines can otherwise stand for billions.
    package var expandedNodes = 100_000
    package var documents = 100_000

    package init() {}
}
