/// One file of a workspace folder.
package struct WorkspaceFile: Sendable, Hashable {
    /// Path within the folder, with `/` between names.
    package var path: String
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// What is wrong with a file of a workspace, and where.
package struct WorkspaceProblem: Error, Sendable, Hashable, CustomStringConvertible {
    package var path: String
    /// Counted from 1.
    package var line: Int
    package var column: Int
    package var reason: String

    package init(path: String, line: Int, column: Int, reason: String) {
        self.path = path
        self.line = line
        self.column = column
        self.reason = reason
    }

    package var description: String { "\(path):\(line):\(column): \(reason)" }
}

/// Everything that is wrong with a workspace; nothing of it is taken then.
package struct WorkspaceProblems: Error, Sendable, Hashable, CustomStringConvertible {
    package var problems: [WorkspaceProblem]

    package var description: String { problems.map(\.description).joined(separator: "\n") }
}
