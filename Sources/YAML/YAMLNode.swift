/// A YAML document as a tree, with the place of each node; scalars stay text, as they are written.
///
/// Nothing is resolved: `on` is the text `on`, and what a scalar means is its reader's business (YAML 1.2).
package struct YAMLNode: Sendable, Hashable {
    package enum Content: Sendable, Hashable {
        /// `isPlain` is false for quoted and block text, which is never a number, a truth value or null.
        case scalar(String, isPlain: Bool)
        case list([YAMLNode])
        /// In the order of the text; keys that are no scalars are refused, doubled keys too.
        case map([YAMLPair])
    }

    package var content: Content
    /// Counted from 1.
    package var line: Int
    package var column: Int

    package init(_ content: Content, line: Int = 1, column: Int = 1) {
        self.content = content
        self.line = line
        self.column = column
    }
}

/// One entry of a map.
package struct YAMLPair: Sendable, Hashable {
    package var key: String
    package var value: YAMLNode

    package init(_ key: String, _ value: YAMLNode) {
        self.key = key
        self.value = value
    }
}
