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
                COUNT(expires) AS ends, COUNT(environment) AS environments
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
        }
        return tally
    }
}
