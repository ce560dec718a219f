/// Something that is wrong with a policy, and where.
package struct PolicyProblem: Error, Sendable, Hashable, Codable, CustomStringConvertible {
    package var file: String
    /// Counted from 1; nil where it has no place.
    package var line: Int?
    package var column: Int?
    package var message: String

    package init(file: String, line: Int? = nil, column: Int? = nil, message: String) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
    }

    /// `file:line:column`.
    package var place: String {
        [file, line.map(String.init), column.map(String.init)].compactMap(\.self).joined(separator: ":")
    }

    package var description: String { "\(place): \(message)" }
}

/// Why a set of policies is not taken; everything that was found, in the order of the files.
package struct PolicyProblems: Error, Sendable, Hashable, CustomStringConvertible {
    package var problems: [PolicyProblem]

    package init(_ problems: [PolicyProblem]) {
        self.problems = problems
    }

    package var description: String { problems.map(\.description).joined(separator: "\n") }
}
