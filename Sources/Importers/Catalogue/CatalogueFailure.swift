import YAML

/// What is wrong with a file of the catalogue, and where.
package struct CatalogueFailure: Error, Sendable, Hashable, CustomStringConvertible {
    package var file: String
    /// Counted from 1; nil when the whole file is meant.
    package var line: Int?
    package var reason: String

    package var description: String { line.map { "\(file):\($0): \(reason)" } ?? "\(file): \(reason)" }

    init(_ file: String, _ line: Int?, _ reason: String) {
        self.file = file
        self.line = line
        self.reason = reason
    }

    init(_ file: String, at node: YAMLNode, _ reason: String) {
        self.init(file, node.line, reason)
    }
}
