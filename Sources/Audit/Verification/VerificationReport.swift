/// What a verification of a whole log found.
package struct VerificationReport: Sendable, Hashable, Codable {
    /// The most problems a report lists; there may be more.
    package static let maximumProblems = 20

    /// Entries that were read.
    package let entries: Int
    /// Root over them, in Base64.
    package let root: String
    /// Checkpoints that hold.
    package let checkpoints: Int
    /// How many entries the newest of those covers; later ones are not signed yet.
    package let sealed: Int
    /// The key that checkpoints were verified with, as published.
    package let key: String
    /// Those that concern an entry first, by index; the first names where the log begins to be wrong.
    package let problems: [LogProblem]

    package var isIntact: Bool { problems.isEmpty }

    /// The problem at the earliest entry; nil for an intact log.
    package var first: LogProblem? { problems.first }
}
