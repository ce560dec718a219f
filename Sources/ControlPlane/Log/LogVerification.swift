import Audit

/// What recomputing the log found, in words for people.
package struct LogVerification: Sendable, Hashable {
    /// Entries that were read.
    package var entries: Int
    /// Checkpoints that hold.
    package var checkpoints: Int
    /// How many entries the newest checkpoint covers; later ones are not signed yet.
    package var sealed: Int
    /// What is wrong, the earliest entry first; empty for an intact log.
    package var problems: [String]

    package init(entries: Int, checkpoints: Int, sealed: Int, problems: [String]) {
        self.entries = entries
        self.checkpoints = checkpoints
        self.sealed = sealed
        self.problems = problems
    }
}

extension ControlPlane {
    /// Recomputes the whole log, as `verifyLog`, for faces that do not know the log's own types.
    package func logVerification(by caller: Caller) async throws -> LogVerification {
        let report = try await verifyLog(by: caller)
        return LogVerification(
            entries: report.entries,
            checkpoints: report.checkpoints,
            sealed: report.sealed,
            problems: report.problems.map(\.message),
        )
    }
}
