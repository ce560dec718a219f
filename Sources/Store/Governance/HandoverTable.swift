package import Domain
package import SQLEngine

/// The hand-overs under way.
package enum HandoverTable {
    /// Begins a hand-over; one that has begun goes on.
    ///
    /// - Returns: true when it is new.
    @discardableResult
    package static func begin(_ handover: Handover, in connection: some Connection) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO handovers (identity, cause, departed, reason, began, escalated)
            VALUES (\(handover.identity), \(handover.cause), \(handover.departed), \(handover.reason?.storable),
                \(handover.began), \(handover.escalated))
            ON CONFLICT (identity) DO NOTHING
            """
        ) == 1
    }

    /// - Returns: true when it had not been escalated before.
    @discardableResult
    package static func escalate(
        _ identity: ID<Identity>,
        at now: Instant,
        in connection: some Connection,
    ) throws -> Bool {
        try connection.execute(
            "UPDATE handovers SET escalated = \(now) WHERE identity = \(identity) AND escalated IS NULL"
        ) == 1
    }

    @discardableResult
    package static func end(_ identity: ID<Identity>, in connection: some Connection) throws -> Bool {
        try connection.execute("DELETE FROM handovers WHERE identity = \(identity)") == 1
    }

    package static func find(_ identity: ID<Identity>, in connection: some Connection) throws -> Handover? {
        try connection.row("SELECT * FROM handovers WHERE identity = \(identity)").map(decode)
    }

    package static func all(in connection: some Connection) throws -> [Handover] {
        try connection.rows("SELECT * FROM handovers ORDER BY identity").map(decode)
    }

    private static func decode(_ row: Row) throws -> Handover {
        Handover(
            identity: try row.get("identity"),
            cause: try row.get("cause"),
            departed: try row.get("departed"),
            reason: try row.get("reason"),
            began: try row.get("began"),
            escalated: try row.get("escalated"),
        )
    }
}
