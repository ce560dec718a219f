import Audit
import Domain
import Logging
import SQLEngine
import Store

extension GroupCommit {
    /// The recorder of a server: besides the log it notes when each identity was last let through.
    convenience init(database: any Database, logger: Logger, clock: @escaping @Sendable () -> Instant) {
        self.init(
            database: database,
            now: clock,
            companion: { events, connection in
                var uses: [ID<Identity>: Instant] = [:]
                for event in events where event.kind == .requestAllowed {
                    guard let subject = event.subject, let id = ID<Identity>(subject.id) else { continue }
                    uses[id] = max(uses[id] ?? event.at, event.at)
                }
                if !uses.isEmpty { try IdentityTable.touch(uses, in: connection) }
            },
            failed: { logger.error("requests could not be recorded", metadata: ["cause": "\($0)"]) },
        )
    }
}
