package import Domain
package import SQLEngine

/// Every credential that was issued.
package enum LeaseTable {
    package static func insert(_ lease: Lease, in connection: some Connection) throws {
        try connection.execute(
            """
            INSERT INTO leases (id, kind, identity, task, issued, expires, revoked)
            VALUES (\(lease.id), \(lease.kind), \(lease.identity), \(lease.task?.storable), \(lease.issued),
                \(lease.expires), \(lease.revoked))
            """
        )
    }

    package static func find(_ id: ID<Lease>, in connection: some Connection) throws -> Lease? {
        try connection.row("SELECT * FROM leases WHERE id = \(id)").map(decode)
    }

    /// - Returns: true when it was not revoked before.
    @discardableResult
    package static func revoke(_ id: ID<Lease>, at now: Instant, in connection: some Connection) throws -> Bool {
        try connection.execute("UPDATE leases SET revoked = \(now) WHERE id = \(id) AND revoked IS NULL") == 1
    }

    /// Ends every lease of an identity that is usable at `now`.
    ///
    /// - Returns: How many that were.
    @discardableResult
    package static func revokeAll(
        of identity: ID<Identity>,
        at now: Instant,
        in connection: some Connection,
    ) throws -> Int {
        try connection.execute(
            """
            UPDATE leases SET revoked = \(now)
            WHERE identity = \(identity) AND revoked IS NULL AND expires > \(now)
            """
        )
    }

    /// Ends every lease of an identity that was issued for a task and is usable at `now`.
    ///
    /// - Returns: How many that were.
    @discardableResult
    package static func revokeAll(
        of identity: ID<Identity>,
        task: String,
        at now: Instant,
        in connection: some Connection,
    ) throws -> Int {
        try connection.execute(
            """
            UPDATE leases SET revoked = \(now)
            WHERE identity = \(identity) AND task = \(task.storable) AND revoked IS NULL AND expires > \(now)
            """
        )
    }

    /// The last leases of an identity, newest first.
    package static func latest(
        of identity: ID<Identity>,
        limit: Int = 50,
        in connection: some Connection,
    ) throws -> [Lease] {
        try connection.rows("SELECT * FROM leases WHERE identity = \(identity) ORDER BY id DESC LIMIT \(limit)")
            .map(decode)
    }

    /// How many leases of an identity are usable at `now`.
    package static func usable(
        of identity: ID<Identity>,
        at now: Instant,
        in connection: some Connection,
    ) throws -> Int {
        try connection.scalar(
            """
            SELECT COUNT(*) AS n FROM leases
            WHERE identity = \(identity) AND revoked IS NULL AND expires > \(now)
            """
        ) ?? 0
    }

    /// Leases that were revoked but whose own end has not come: what a gateway must refuse although the token says
    /// that it is valid.
    package static func revokedEarly(at now: Instant, in connection: some Connection) throws -> [ID<Lease>] {
        try connection.rows("SELECT id FROM leases WHERE expires > \(now) AND revoked IS NOT NULL ORDER BY id")
            .map { try $0.get("id") }
    }

    /// Newest first; of one identity where given.
    package static func list(
        of identity: ID<Identity>? = nil,
        page: PageRequest = PageRequest(),
        in connection: some Connection,
    ) throws -> Page<Lease> {
        try Listing(
            columns: "leases.*",
            from: "leases",
            conditions: identity.map { ["identity = \($0)"] } ?? [],
            order: Listing.Order(name: "leases", key: "id", kind: .text, id: "id", descending: true),
        ).page(page, in: connection, decode: decode)
    }

    private static func decode(_ row: Row) throws -> Lease {
        Lease(
            id: try row.get("id"),
            kind: try row.get("kind"),
            identity: try row.get("identity"),
            task: try row.get("task"),
            issued: try row.get("issued"),
            expires: try row.get("expires"),
            revoked: try row.get("revoked"),
        )
    }
}
