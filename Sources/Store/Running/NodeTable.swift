package import Domain
package import SQLEngine

/// A running `penstock serve` as the others see it.
package struct NodeRecord: Sendable, Hashable {
    package var id: String
    package var name: String
    package var started: Instant
    /// The newest epoch it has loaded and acts by.
    package var epoch: Int64
    /// Until when it may act on that, by the database's clock.
    package var leaseUntil: Instant
}

/// The nodes and how far each has followed the world.
///
/// All times of leases are the database's own: the clocks of the nodes do not have to agree. A node that confirms
/// measures its lease from *before* it sent the statement, on its own steady clock, so that it never believes itself
/// entitled for longer than the others do.
package enum NodeTable {
    /// The database's clock.
    package static func now(in connection: some Connection) throws -> Instant {
        Instant(microseconds: try connection.now())
    }

    /// Says that a node acts on `epoch`, and gives it a lease from now on.
    ///
    /// - Returns: The end of the lease.
    @discardableResult
    package static func confirm(
        _ id: String,
        name: String,
        started: Instant,
        epoch: Int64,
        lease: Duration,
        in connection: some Connection,
    ) throws -> Instant {
        let until = try now(in: connection) + lease
        try connection.execute(
            """
            INSERT INTO nodes (id, name, started, epoch, lease_until)
            VALUES (\(id), \(name), \(started), \(epoch), \(until))
            ON CONFLICT (id) DO UPDATE SET epoch = excluded.epoch, lease_until = excluded.lease_until
            """
        )
        return until
    }

    /// The nodes whose lease has not run out, by id.
    package static func live(in connection: some Connection) throws -> [NodeRecord] {
        let now = try now(in: connection)
        return try connection.rows("SELECT * FROM nodes WHERE lease_until > \(now) ORDER BY id").map(decode)
    }

    /// The live nodes that have not confirmed `epoch` yet, by id: whom a stop still waits for.
    package static func live(behind epoch: Int64, in connection: some Connection) throws -> [NodeRecord] {
        try live(in: connection).filter { $0.epoch < epoch }
    }

    /// Takes a node out that ends in good order.
    package static func remove(_ id: String, in connection: some Connection) throws {
        try connection.execute("DELETE FROM nodes WHERE id = \(id)")
    }

    /// Forgets nodes whose lease ran out longer than `age` ago.
    @discardableResult
    package static func removeDead(for age: Duration, in connection: some Connection) throws -> Int {
        let limit = try now(in: connection) - age
        return try connection.execute("DELETE FROM nodes WHERE lease_until < \(limit)")
    }

    private static func decode(_ row: Row) throws -> NodeRecord {
        NodeRecord(
            id: try row.text("id"),
            name: try row.text("name"),
            started: try row.get("started"),
            epoch: try row.int64("epoch"),
            leaseUntil: try row.get("lease_until"),
        )
    }
}
