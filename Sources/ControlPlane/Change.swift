import Audit
package import Domain
package import SQLEngine
package import Store

/// One transaction under way: what it changes, what it records, and which facts of decisions it touches.
package struct Change {
    package let connection: any Connection
    package let now: Instant
    package let actor: Event.Actor
    private(set) var recorded: [Event] = []
    private(set) var touched: [WorldChange] = []

    init(connection: any Connection, now: Instant, actor: Event.Actor) {
        self.connection = connection
        self.now = now
        self.actor = actor
    }

    /// A change that only reads, to see what one would do.
    init(reading connection: any Connection, at now: Instant, by caller: Caller) {
        self.init(connection: connection, now: now, actor: caller.actor)
    }

    package mutating func record(
        _ kind: Event.Kind,
        _ subject: Event.Subject? = nil,
        changes: [Event.Change] = [],
        detail: [String: String] = [:],
        decision: Event.DecisionRecord? = nil,
    ) {
        recorded.append(
            Event(
                id: ID(at: now),
                at: now,
                kind: kind,
                actor: actor,
                subject: subject,
                decision: decision,
                changes: changes,
                detail: detail.filter { !$0.value.isEmpty },
            )
        )
    }

    /// Says that decisions depend on this record, so that every node loads it anew.
    package mutating func touch(_ kind: WorldChange.Kind, _ id: String) {
        touched.append(WorldChange(kind: kind, id: id))
    }
}

extension ControlPlane {
    /// Runs `body` in one transaction that holds the change and its events; afterwards this node sees the new world.
    ///
    /// `body` may run more than once and must change nothing but through the `Change`.
    func change<Result: Sendable>(
        by caller: Caller,
        _ body: @escaping @Sendable (inout Change) throws -> Result,
    ) async throws -> Result {
        try await changeWithEpoch(by: caller, body).result
    }

    /// As `change`, with the epoch of the world that holds the change; nil when decisions do not depend on it.
    func changeWithEpoch<Result: Sendable>(
        by caller: Caller,
        _ body: @escaping @Sendable (inout Change) throws -> Result,
    ) async throws -> (result: Result, epoch: Int64?) {
        let moment = now()
        let actor = caller.actor
        let (result, epoch) = try await database.write(locking: [AuditLog.lock]) { connection in
            var change = Change(connection: connection, now: moment, actor: actor)
            let result = try body(&change)
            try Consequences.follow(&change)
            let epoch =
                change.touched.isEmpty ? nil : try WorldTable.advance(touching: change.touched, in: connection)
            try AuditLog.append(change.recorded, in: connection)
            return (result, epoch)
        }
        if let epoch { try await world.refresh(atLeast: epoch, from: database, vault: vault, now: now()) }
        return (result, epoch)
    }
}
