package import Domain
package import SQLEngine

/// The grants of all identities, ended and revoked ones included.
package enum GrantTable {
    package static func insert(_ grant: Grant, in connection: some Connection) throws {
        try connection.execute(
            """
            INSERT INTO grants (id, identity, action, system, resource, begins, ends, reason, granted_by, revoked,
                direction, conditions, task, request, approval, digest, voided, void_reason, occasion)
            VALUES (\(grant.id), \(grant.identity), \(grant.action), \(grant.resource.system), \(grant.resource),
                \(grant.begins), \(grant.ends), \(grant.reason?.storable), \(grant.grantedBy), \(grant.revoked),
                \(grant.direction), \(try JSONColumn(grant.conditions)), \(grant.task?.storable), \(grant.request),
                \(grant.approval), \(grant.digest), \(grant.voided), \(grant.voidReason?.storable), \(grant.occasion))
            """
        )
    }

    /// Takes a grant back; one that is revoked already stays as it was.
    ///
    /// - Returns: true when it was not revoked before.
    @discardableResult
    package static func revoke(_ id: ID<Grant>, at now: Instant, in connection: some Connection) throws -> Bool {
        try connection.execute("UPDATE grants SET revoked = \(now) WHERE id = \(id) AND revoked IS NULL") == 1
    }

    /// Notes that what the grant's approval was given for is not any more what there is: it is never open again.
    ///
    /// - Returns: true when it was not void before.
    @discardableResult
    package static func void(
        _ id: ID<Grant>,
        because reason: String,
        at now: Instant,
        in connection: some Connection,
    ) throws -> Bool {
        try connection.execute(
            "UPDATE grants SET voided = \(now), void_reason = \(reason.storable) WHERE id = \(id) AND voided IS NULL"
        ) == 1
    }

    package static func find(_ id: ID<Grant>, in connection: some Connection) throws -> Grant? {
        try connection.row("SELECT * FROM grants WHERE id = \(id)").map(decode)
    }

    /// All grants of one identity, newest first.
    package static func all(of identity: ID<Identity>, in connection: some Connection) throws -> [Grant] {
        try connection.rows("SELECT * FROM grants WHERE identity = \(identity) ORDER BY id DESC").map(decode)
    }

    /// Every grant that is open at `now` or will be, or would be were its approval not void, by id: what decisions are
    /// made from.
    package static func openOrFuture(at now: Instant, in connection: some Connection) throws -> [Grant] {
        try connection.rows("SELECT * FROM grants WHERE revoked IS NULL AND ends > \(now) ORDER BY id").map(decode)
    }

    /// Grants that ran out after one instant and until another, first the first to end.
    ///
    /// Those that were taken back or became void before are not among them. At most `limit`, and all that end with the
    /// last of these.
    package static func ranOut(
        after begin: Instant,
        until end: Instant,
        limit: Int,
        in connection: some Connection,
    ) throws -> [Grant] {
        let open: Query = "revoked IS NULL AND voided IS NULL AND ends > \(begin)"
        let ends: [Instant] = try connection.rows(
            "SELECT ends FROM grants WHERE \(open) AND ends <= \(end) ORDER BY ends LIMIT \(limit)"
        ).map { try $0.get("ends") }
        guard let last = ends.last else { return [] }
        return try connection.rows("SELECT * FROM grants WHERE \(open) AND ends <= \(last) ORDER BY ends, id")
            .map(decode)
    }

    /// How many grants are open at `now`, by system.
    package static func openBySystem(at now: Instant, in connection: some Connection) throws -> [String: Int] {
        var counts: [String: Int] = [:]
        let rows = try connection.rows(
            """
            SELECT system, COUNT(*) AS n FROM grants
            WHERE revoked IS NULL AND voided IS NULL AND begins <= \(now) AND ends > \(now) GROUP BY system
            """
        )
        for row in rows { counts[try row.text("system")] = try row.int("n") }
        return counts
    }

    /// Newest first; of one identity, on one system, open at an instant, where given.
    package static func list(
        of identity: ID<Identity>? = nil,
        on system: String? = nil,
        openAt instant: Instant? = nil,
        page: PageRequest = PageRequest(),
        in connection: some Connection,
    ) throws -> Page<Grant> {
        var conditions: [Query] = []
        if let identity { conditions.append("identity = \(identity)") }
        if let system { conditions.append("system = \(system.storable)") }
        if let instant {
            conditions.append("revoked IS NULL AND voided IS NULL AND begins <= \(instant) AND ends > \(instant)")
        }
        return try Listing(
            columns: "grants.*",
            from: "grants",
            conditions: conditions,
            order: Listing.Order(name: "grants", key: "id", kind: .text, id: "id", descending: true),
        ).page(page, in: connection, decode: decode)
    }

    private static func decode(_ row: Row) throws -> Grant {
        var grant = Grant(
            id: try row.get("id"),
            identity: try row.get("identity"),
            action: try row.get("action"),
            resource: try row.get("resource"),
            begins: try row.get("begins"),
            ends: try row.get("ends"),
            reason: try row.get("reason"),
            grantedBy: try row.text("granted_by"),
            revoked: try row.get("revoked"),
        )
        grant.direction = try row.get("direction")
        // Grants made before there were conditions have none.
        if try !row.isNull("conditions") { grant.conditions = try row.json("conditions") }
        grant.task = try row.get("task")
        grant.occasion = try row.get("occasion")
        grant.request = try row.get("request")
        grant.approval = try row.get("approval")
        grant.digest = try row.get("digest")
        grant.voided = try row.get("voided")
        grant.voidReason = try row.get("void_reason")
        return grant
    }
}
