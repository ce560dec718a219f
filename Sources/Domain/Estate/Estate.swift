/// Everything read from one source at one time; plain values, no secret among them.
package struct Estate: Sendable, Hashable, Codable {
    package var source: SourceDescription
    package var workflows: [Workflow] = []
    /// Accounts, roles, groups and apps that the source holds, the platform's own among them.
    package var principals: [Principal] = []
    /// Who may act as whom, or start what.
    package var trusts: [Trust] = []
    /// Every credential the source declares or a step refers to, each once.
    package var credentials: [Credential] = []
    /// Counts under the names of the import interface (`files`, `workflows`, `steps` …).
    package var counts: [String: Int] = [:]
    package var rejected: [Rejection] = []
    /// What was read and not taken, or taken with an oddity: a file of another kind, an id used twice, a link passed by.
    package var remarks: [Rejection] = []

    package init(source: SourceDescription) {
        self.source = source
    }
}

/// A place in what was imported and what is to be said of it: mostly why it could not be read.
package struct Rejection: Sendable, Hashable, Codable {
    /// Path from the root of the import.
    package var path: String
    /// Counted from 1; nil when the reason has no place in the text.
    package var line: Int?
    package var column: Int?
    package var reason: String

    package init(path: String, line: Int? = nil, column: Int? = nil, reason: String) {
        self.path = path
        self.line = line
        self.column = column
        self.reason = reason
    }
}
