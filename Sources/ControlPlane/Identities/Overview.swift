import Audit
import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// What the first screen shows.
    package func overview(by caller: Caller) async throws -> Overview {
        try require(.view, by: caller)
        let findings = try await currentFindings()
        var severities: [Finding.Severity: Int] = [:]
        var rules: [String: Int] = [:]
        for finding in findings {
            severities[finding.severity, default: 0] += 1
            rules[finding.rule, default: 0] += 1
        }
        let (bySeverity, byRule) = (severities, rules)
        let moment = now()
        return try await database.read { connection in
            let tally = try IdentityTable.tally(in: connection)
            return Overview(
                identities: tally.total,
                byState: tally.byState,
                byClass: tally.byClass,
                known: [
                    "owner": tally.owned, "purpose": tally.withPurpose, "expires": tally.withEnd,
                    "environment": tally.withEnvironment, "reach": tally.withReach, "complete": tally.complete,
                ],
                registration: try IdentityTable.registrationTimes(at: moment, in: connection),
                findings: bySeverity,
                byRule: byRule,
                topFindings: Array(findings.prefix(8)),
                sources: try SourceTable.all(in: connection),
                systems: try SystemTable.count(in: connection),
                lastStop: try StopTable.latest(in: connection),
                checkpoint: try AuditLog.checkpoint(in: connection).map(CheckpointSummary.init),
                recentEvents: try AuditLog.entries(EventFilter(), page: PageRequest(limit: 12), in: connection).items
                    .map { LogEntry(index: $0.index, event: $0.event) },
            )
        }
    }
}
