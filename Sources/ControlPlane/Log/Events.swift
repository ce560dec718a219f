import Audit
package import Domain
import SQLEngine

extension ControlPlane {
    /// Events of the log, newest first.
    package func events(_ filter: EventFilter, page: PageRequest, by caller: Caller) async throws -> Page<LogEntry> {
        try require(.view, by: caller)
        return try await database.read { connection in
            try AuditLog.entries(filter, page: page, in: connection).map { LogEntry(index: $0.index, event: $0.event) }
        }
    }
}
