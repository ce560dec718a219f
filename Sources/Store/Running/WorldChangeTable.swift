import Domain
package import SQLEngine

/// A record that decisions depend on and that was changed.
package struct WorldChange: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, SQLValue {
        case identity, grant, user, team, system
        /// Leases were taken back before their end; the id says whose.
        case leases
        /// Another version of the organisation's policies is live; the id is its number.
        case policies
        /// A risk was accepted, or is not any more: decisions stay, findings do not.
        case riskException
        /// How strictly policy is applied; the id is the subject of the setting.
        case level
    }

    package var kind: Kind
    package var id: String

    package init(kind: Kind, id: String) {
        self.kind = kind
        self.id = id
    }
}

extension WorldTable {
    /// How many epochs back the changes are kept; a node further behind loads everything.
    private static let keptEpochs: Int64 = 10_000

    /// Raises the epoch by one, notes what changed with it and wakes whoever listens, once the transaction commits.
    ///
    /// - Returns: The epoch from now on.
    package static func advance(touching changes: [WorldChange], in connection: some Connection) throws -> Int64 {
        let epoch = try bump(in: connection)
        try connection.batch(changes.enumerated()) { ordinal, change in
            """
            INSERT INTO world_changes (epoch, ordinal, kind, id)
            VALUES (\(epoch), \(ordinal), \(change.kind), \(change.id))
            """
        }
        try connection.execute("DELETE FROM world_changes WHERE epoch <= \(epoch - keptEpochs)")
        return epoch
    }

    /// What changed after an epoch, each record once.
    ///
    /// - Returns: nil when it is more than `limit`, or is not known back to that epoch any more.
    package static func changes(
        since known: Int64,
        atMost limit: Int,
        in connection: some Connection,
    ) throws -> [WorldChange]? {
        guard try epoch(in: connection) - known < keptEpochs else { return nil }
        let rows = try connection.rows(
            "SELECT DISTINCT kind, id FROM world_changes WHERE epoch > \(known) ORDER BY kind, id LIMIT \(limit + 1)"
        )
        guard rows.count <= limit else { return nil }
        return try rows.map { WorldChange(kind: try $0.get("kind"), id: try $0.text("id")) }
    }
}
