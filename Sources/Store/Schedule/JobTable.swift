package import Domain
package import SQLEngine

extension Job.Kind: SQLValue {}

/// What is due, and what ran.
///
/// A claim is a lease by the database's clock: a node that dies loses it, and another takes the job over. INVARIANT: a
/// job ends in the transaction that holds its effects, which fails when the claim is not this node's any more or when
/// it ran for the same due time before; so its effects happen at most once for each due time.
package enum JobTable {
    /// Transactions that claim run one after another under this lock.
    package static let lock = "penstock_jobs"

    /// Makes a job due at a time, or moves it there; what ran for that very time already stays as it is.
    package static func put(
        _ kind: Job.Kind,
        _ key: String,
        at due: Instant,
        in connection: some Connection,
    ) throws {
        let ran = try connection.row(
            "SELECT ran FROM job_runs WHERE kind = \(kind) AND key = \(key) AND due = \(due)"
        )
        guard ran == nil else { return }
        try connection.execute(
            """
            INSERT INTO jobs (kind, key, due, ready, attempts) VALUES (\(kind), \(key), \(due), \(due), 0)
            ON CONFLICT (kind, key) DO UPDATE SET due = excluded.due, ready = excluded.ready, attempts = 0,
                last_error = NULL, claimed_by = NULL, claimed_until = NULL
            """
        )
    }

    /// Makes a job due at a time unless it is due at some time already or ran for that very time.
    package static func ensure(
        _ kind: Job.Kind,
        _ key: String,
        at due: Instant,
        in connection: some Connection,
    ) throws {
        let ran = try connection.row(
            "SELECT ran FROM job_runs WHERE kind = \(kind) AND key = \(key) AND due = \(due)"
        )
        guard ran == nil else { return }
        try connection.execute(
            """
            INSERT INTO jobs (kind, key, due, ready, attempts) VALUES (\(kind), \(key), \(due), \(due), 0)
            ON CONFLICT (kind, key) DO NOTHING
            """
        )
    }

    package static func remove(_ kind: Job.Kind, _ key: String, in connection: some Connection) throws {
        try connection.execute("DELETE FROM jobs WHERE kind = \(kind) AND key = \(key)")
    }

    /// Takes jobs that are due for a node, the longest due first, and holds them for `lease`.
    package static func claim(
        at now: Instant,
        by node: String,
        for lease: Duration,
        limit: Int,
        in connection: some Connection,
    ) throws -> [Job] {
        let clock = Instant(microseconds: try connection.now())
        let rows = try connection.rows(
            """
            SELECT * FROM jobs WHERE ready <= \(now) AND (claimed_until IS NULL OR claimed_until <= \(clock))
            ORDER BY ready, kind, key LIMIT \(limit)
            """
        )
        return try rows.map { row in
            var job = try decode(row)
            job.claimedBy = node
            try connection.execute(
                """
                UPDATE jobs SET claimed_by = \(node), claimed_until = \(clock + lease)
                WHERE kind = \(job.kind) AND key = \(job.key)
                """
            )
            return job
        }
    }

    /// Ends a claimed job in the transaction that holds its effects: it is due again at `next`, or never.
    ///
    /// - Returns: false when the job is not this node's any more or ran already; the transaction must then be undone.
    package static func finish(
        _ job: Job,
        next: Instant?,
        at now: Instant,
        in connection: some Connection,
    ) throws -> Bool {
        let ours: Query = """
            kind = \(job.kind) AND key = \(job.key) AND due = \(job.due) AND claimed_by = \(job.claimedBy)
            """
        let noted = try connection.execute(
            """
            INSERT INTO job_runs (kind, key, due, ran, node)
            SELECT kind, key, due, \(now), claimed_by FROM jobs WHERE \(ours)
            ON CONFLICT (kind, key, due) DO NOTHING
            """
        )
        guard noted == 1 else { return false }
        guard let next else { return try connection.execute("DELETE FROM jobs WHERE \(ours)") == 1 }
        // Never for the same time again, whatever the clock says.
        let due = max(next, job.due + .microseconds(1))
        return try connection.execute(
            """
            UPDATE jobs SET due = \(due), ready = \(due), attempts = 0, last_error = NULL, claimed_by = NULL,
                claimed_until = NULL, last_run = \(now)
            WHERE \(ours)
            """
        ) == 1
    }

    /// Gives a claimed job back after an attempt that failed.
    package static func fail(
        _ job: Job,
        why: String,
        retry: Instant,
        in connection: some Connection,
    ) throws {
        try connection.execute(
            """
            UPDATE jobs SET attempts = attempts + 1, last_error = \(String(why.prefix(500)).storable),
                ready = \(retry), claimed_by = NULL, claimed_until = NULL
            WHERE kind = \(job.kind) AND key = \(job.key) AND due = \(job.due) AND claimed_by = \(job.claimedBy)
            """
        )
    }

    package static func find(_ kind: Job.Kind, _ key: String, in connection: some Connection) throws -> Job? {
        try connection.row("SELECT * FROM jobs WHERE kind = \(kind) AND key = \(key)").map(decode)
    }

    /// What is due next, soonest first.
    package static func list(
        kinds: Set<Job.Kind> = [],
        page: PageRequest = PageRequest(),
        in connection: some Connection,
    ) throws -> Page<Job> {
        try Listing(
            columns: "jobs.*",
            from: "jobs",
            conditions: kinds.isEmpty ? [] : ["kind IN (\(kinds.map(\.rawValue).sorted()))"],
            order: Listing.Order(
                name: "jobs",
                key: "ready",
                kind: .integer,
                id: "kind || ' ' || key",
                descending: false,
            ),
        ).page(page, in: connection, decode: decode)
    }

    /// Times a job ran for.
    package static func runs(_ kind: Job.Kind, _ key: String, in connection: some Connection) throws -> [Instant] {
        try connection.rows("SELECT due FROM job_runs WHERE kind = \(kind) AND key = \(key) ORDER BY due")
            .map { try $0.get("due") }
    }

    /// Forgets runs before a time.
    @discardableResult
    package static func removeRuns(before limit: Instant, in connection: some Connection) throws -> Int {
        try connection.execute("DELETE FROM job_runs WHERE ran < \(limit)")
    }

    private static func decode(_ row: Row) throws -> Job {
        Job(
            kind: try row.get("kind"),
            key: try row.text("key"),
            due: try row.get("due"),
            ready: try row.get("ready"),
            attempts: try row.int("attempts"),
            lastError: try row.get("last_error"),
            claimedBy: try row.get("claimed_by"),
            lastRun: try row.get("last_run"),
        )
    }
}
