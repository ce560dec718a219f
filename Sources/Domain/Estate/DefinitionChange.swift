/// One change of a definition that a source showed, as an import found it.
package struct DefinitionChange: Sendable, Hashable, Codable {
    package var at: Instant
    /// Digests of the definition before and after; equal when only something around it changed, such as a trust.
    package var before: String
    package var after: String
    /// What matters for security, one sentence each.
    package var changes: [String]
    /// Who imported, as the log names them.
    package var importedBy: String?

    package init(at: Instant, before: String, after: String, changes: [String], importedBy: String? = nil) {
        self.at = at
        self.before = before
        self.after = after
        self.changes = changes
        self.importedBy = importedBy
    }
}
