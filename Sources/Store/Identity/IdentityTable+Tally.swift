package import Domain
package import SQLEngine

/// How many identities there are, and of how many the main things are known.
package struct IdentityTally: Sendable, Hashable {
    package var total = 0
    package var byState: [LifecycleState: Int] = [:]
    package var byClass: [IdentityClass: Int] = [:]
    package var owned = 0
    package var withPurpose = 0
    package var withEnd = 0
    package var withEnvironment = 0
    /// With the systems that it is meant to reach.
    package var withReach = 0
    /// With owner, purpose, end and reach.
    package var complete = 0

    package init() {}
}

extension IdentityTable {
    /// How many identities that are not retired each source has, and how many of these have an owner.
    package static func countBySource(
        in connection: some Connection
    ) throws -> [ID<Source>: (all: Int, owned: Int)] {
        var counts: [ID<Source>: (all: Int, owned: Int)] = [:]
        let query: Query = """
            SELECT source, COUNT(*) AS n, COUNT(owner) AS owned FROM identities
            WHERE source IS NOT NULL AND state <> \(LifecycleState.retired) GROUP BY source
            """
        for row in try connection.rows(query) {
            counts[try row.get("source")] = (try row.int("n"), try row.int("owned"))
        }
        return counts
    }

    /// Counts all identities but retired ones in one pass; retired ones appear under `byState` only.
    package static func tally(in connection: some Connection) throws -> IdentityTally {
        var tally = IdentityTally()
        let rows = try connection.rows(
            """
            SELECT state, class, COUNT(*) AS total, COUNT(owner) AS owned, COUNT(purpose) AS purposes,
                COUNT(expires) AS ends, COUNT(environment) AS environments,
                SUM(CASE WHEN declared_reach <> '[]' THEN 1 ELSE 0 END) AS reaches,
                SUM(CASE WHEN declared_reach <> '[]' AND owner IS NOT NULL AND purpose IS NOT NULL
                    AND expires IS NOT NULL THEN 1 ELSE 0 END) AS complete
            FROM identities GROUP BY state, class
            """
        )
        for row in rows {
            let total = try row.int("total")
            let state: LifecycleState = try row.get("state")
            tally.byState[state, default: 0] += total
            guard state != .retired else { continue }
            tally.total += total
            tally.byClass[try row.get("class"), default: 0] += total
            tally.owned += try row.int("owned")
            tally.withPurpose += try row.int("purposes")
            tally.withEnd += try row.int("ends")
            tally.withEnvironment += try row.int("environments")
            tally.withReach += try row.int("reaches")
            tally.complete += try row.int("complete")
        }
        return tally
    }

    /// How long registration takes, and what waits for it.
    package static func registrationTimes(at now: Instant, in connection: some Connection) throws -> RegistrationTimes {
        var times = RegistrationTimes()
        let taken = try connection.rows(
            "SELECT registered - first_seen AS took FROM identities WHERE registered IS NOT NULL ORDER BY took"
        ).map { try $0.int("took") }
        times.registered = taken.count
        if !taken.isEmpty { times.median = .microseconds(Int64(taken[(taken.count - 1) / 2])) }
        let waiting = try connection.row(
            """
            SELECT COUNT(*) AS n, MIN(first_seen) AS oldest FROM identities
            WHERE registered IS NULL AND vanished IS NULL AND state <> \(LifecycleState.retired)
                AND state <> \(LifecycleState.active)
            """
        )
        times.waiting = try waiting?.int("n") ?? 0
        if let oldest: Instant = try waiting?.get("oldest") { times.longestWait = now - oldest }
        return times
    }
}
