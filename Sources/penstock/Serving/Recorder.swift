import Audit
import Domain
import Logging
import SQLEngine
import Store

extension GroupCommit {
    /// The recorder of a server: besides the log it notes when each identity was last let through, and what was asked.
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
                try UseTable.record(events.compactMap(RecordedUse.init), in: connection)
            },
            failed: { logger.error("requests could not be recorded", metadata: ["cause": "\($0)"]) },
        )
    }
}

extension RecordedUse {
    /// What a recorded request asked for; nil when it was refused before a decision.
    fileprivate init?(_ event: Event) {
        guard let subject = event.subject, let identity = ID<Identity>(subject.id), let decision = event.decision,
            let action = event.detail["action"].flatMap(ActionClass.init),
            let resource = event.detail["resource"].flatMap({ ResourcePath($0) })
        else { return nil }
        let isKeepAlive = ["HEAD", "OPTIONS"].contains(event.detail["method"])
        self.init(
            identity: identity,
            action: action,
            resource: resource,
            address: event.detail["client"] ?? "",
            originalCaller: event.originalCaller,
            verdict: decision.verdict,
            count: isKeepAlive ? 0 : 1,
            keepAlives: isKeepAlive ? 1 : 0,
            last: event.at,
        )
    }
}
