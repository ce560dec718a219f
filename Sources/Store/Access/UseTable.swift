package import Domain
package import SQLEngine

/// What identities asked for at the gateway, a row a day and kind of request.
package enum UseTable {
    /// Adds what was used; requests of one kind and day are counted together.
    package static func record(_ uses: [RecordedUse], in connection: some Connection) throws {
        var merged: [RecordedUse.Key: RecordedUse] = [:]
        for use in uses {
            if merged[use.key]?.add(use) == nil { merged[use.key] = use }
        }
        // In one order on every node, so that two of them do not wait for each other.
        let rows = merged.values.sorted {
            ($0.identity, "\($0.resource)", $0.last) < ($1.identity, "\($1.resource)", $1.last)
        }
        try connection.batch(rows) { use in
            """
            INSERT INTO uses (identity, day, action, resource, verdict, address, caller, count, keep_alives, last)
            VALUES (\(use.identity), \(use.day), \(use.action), \(use.resource), \(use.verdict),
                \(use.address.storable), \((use.originalCaller ?? "").storable), \(use.count), \(use.keepAlives),
                \(use.last))
            ON CONFLICT (identity, day, action, resource, verdict, address, caller) DO UPDATE SET
                count = uses.count + excluded.count, keep_alives = uses.keep_alives + excluded.keep_alives,
                last = CASE WHEN excluded.last > uses.last THEN excluded.last ELSE uses.last END
            """
        }
    }

    /// What one identity asked for on the day of `since` and later, oldest day first.
    package static func find(
        of identity: ID<Identity>,
        since: Instant,
        in connection: some Connection,
    ) throws -> [RecordedUse] {
        try connection.rows(
            """
            SELECT * FROM uses WHERE identity = \(identity) AND day >= \(since.startOfDay)
            ORDER BY day, action, resource, verdict, address, caller
            """
        ).map(decode)
    }

    /// Calls `body` for everything that was asked for on the day of `since` and later, identity by identity.
    package static func forEach(
        since: Instant,
        in connection: some Connection,
        _ body: (RecordedUse) throws -> Void,
    ) throws {
        try connection.forEachRow(
            "SELECT * FROM uses WHERE day >= \(since.startOfDay) ORDER BY identity, day, action, resource"
        ) { try body(decode($0)) }
    }

    /// What one identity was let through to within a window, requests of one action and resource together.
    package struct Sum: Sendable, Hashable {
        package var identity: ID<Identity>
        package var action: ActionClass
        /// Path as text: millions of these are read.
        package var resource: String
        package var count: Int
        package var last: Instant
    }

    /// Calls `body` for all that was let through on the day of `since` and later, keep-alives left out; of one identity,
    /// where given; in no order.
    package static func forEachAllowed(
        since: Instant,
        of identity: ID<Identity>? = nil,
        in connection: some Connection,
        _ body: (Sum) throws -> Void,
    ) throws {
        let own: Query = identity.map { "AND identity = \($0)" } ?? ""
        try connection.forEachRow(
            """
            SELECT identity, action, resource, SUM(count) AS n, MAX(last) AS last FROM uses
            WHERE day >= \(since.startOfDay) AND verdict = \(AccessDecision.Verdict.allow) AND count > 0 \(own)
            GROUP BY identity, action, resource
            """
        ) { row in
            try body(
                Sum(
                    identity: try row.get("identity"),
                    action: try row.get("action"),
                    resource: try row.text("resource"),
                    count: try row.int("n"),
                    last: try row.get("last"),
                )
            )
        }
    }

    /// Beginning of the first day that is recorded: before it nothing is known.
    ///
    /// nil when nothing is.
    package static func firstDay(in connection: some Connection) throws -> Instant? {
        try connection.scalar("SELECT day FROM uses ORDER BY day LIMIT 1")
    }

    /// Forgets days before `day`.
    @discardableResult
    package static func remove(before day: Instant, in connection: some Connection) throws -> Int {
        try connection.execute("DELETE FROM uses WHERE day < \(day.startOfDay)")
    }

    private static func decode(_ row: Row) throws -> RecordedUse {
        let caller = try row.text("caller")
        return RecordedUse(
            identity: try row.get("identity"),
            action: try row.get("action"),
            resource: try row.get("resource"),
            address: try row.text("address"),
            originalCaller: caller.isEmpty ? nil : caller,
            verdict: try row.get("verdict"),
            count: try row.get("count"),
            keepAlives: try row.get("keep_alives"),
            last: try row.get("last"),
        )
    }
}
