package import Domain
package import SQLEngine

/// The stops that were acknowledged.
package enum StopTable {
    package static func insert(_ stop: Stop, in connection: some Connection) throws {
        try connection.execute(
            """
            INSERT INTO stops (id, identity, reason, stopped_by, requested, acknowledged, leases_revoked,
                nodes_confirmed, nodes_expired)
            VALUES (\(stop.id), \(stop.identity), \(stop.reason.storable), \(stop.by), \(stop.requested),
                \(stop.acknowledged), \(stop.leasesRevoked), \(stop.nodesConfirmed), \(stop.nodesExpired))
            """
        )
    }

    package static func find(_ id: ID<Stop>, in connection: some Connection) throws -> Stop? {
        try connection.row("SELECT * FROM stops WHERE id = \(id)").map(decode)
    }

    /// The newest of all; nil before the first.
    package static func latest(in connection: some Connection) throws -> Stop? {
        try connection.row("SELECT * FROM stops ORDER BY id DESC LIMIT 1").map(decode)
    }

    /// Newest first; of one identity where given.
    package static func list(
        of identity: ID<Identity>? = nil,
        page: PageRequest = PageRequest(),
        in connection: some Connection,
    ) throws -> Page<Stop> {
        try Listing(
            columns: "stops.*",
            from: "stops",
            conditions: identity.map { ["identity = \($0)"] } ?? [],
            order: Listing.Order(name: "stops", key: "id", kind: .text, id: "id", descending: true),
        ).page(page, in: connection, decode: decode)
    }

    private static func decode(_ row: Row) throws -> Stop {
        Stop(
            id: try row.get("id"),
            identity: try row.get("identity"),
            reason: try row.text("reason"),
            by: try row.text("stopped_by"),
            requested: try row.get("requested"),
            acknowledged: try row.get("acknowledged"),
            leasesRevoked: try row.int("leases_revoked"),
            nodesConfirmed: try row.int("nodes_confirmed"),
            nodesExpired: try row.int("nodes_expired"),
        )
    }
}
