package import Domain
package import SQLEngine

/// Every version of the organisation's policies.
package enum PolicyVersionTable {
    /// The number that the next version gets.
    package static func next(in connection: some Connection) throws -> Int64 {
        let last: Int64? = try connection.scalar("SELECT version FROM policy_versions ORDER BY version DESC LIMIT 1")
        return (last ?? 0) + 1
    }

    package static func insert(_ version: PolicyVersion, in connection: some Connection) throws {
        try connection.execute(
            """
            INSERT INTO policy_versions (version, state, digest, files, note, tests, proposed, proposed_by)
            VALUES (\(version.version), \(version.state), \(version.digest), \(try JSONColumn(version.files)),
                \(version.note.storable), \(version.tests), \(version.proposed), \(version.proposedBy.storable))
            """
        )
    }

    package static func update(_ version: PolicyVersion, in connection: some Connection) throws {
        try connection.execute(
            """
            UPDATE policy_versions SET state = \(version.state), decided = \(version.decided),
                decided_by = \(version.decidedBy?.storable), live_from = \(version.liveFrom),
                live_until = \(version.liveUntil)
            WHERE version = \(version.version)
            """
        )
    }

    package static func find(_ version: Int64, in connection: some Connection) throws -> PolicyVersion? {
        try connection.row("SELECT * FROM policy_versions WHERE version = \(version)").map(decode)
    }

    package static func live(in connection: some Connection) throws -> PolicyVersion? {
        try connection.row("SELECT * FROM policy_versions WHERE state = \(PolicyVersion.State.live)").map(decode)
    }

    /// Newest first.
    package static func all(limit: Int = 200, in connection: some Connection) throws -> [PolicyVersion] {
        try connection.rows("SELECT * FROM policy_versions ORDER BY version DESC LIMIT \(limit)").map(decode)
    }

    private static func decode(_ row: Row) throws -> PolicyVersion {
        var version = PolicyVersion(
            version: try row.get("version"),
            state: try row.get("state"),
            digest: try row.text("digest"),
            files: try row.json("files"),
            note: try row.text("note"),
            tests: try row.get("tests"),
            proposed: try row.get("proposed"),
            proposedBy: try row.text("proposed_by"),
        )
        version.decided = try row.get("decided")
        version.decidedBy = try row.get("decided_by")
        version.liveFrom = try row.get("live_from")
        version.liveUntil = try row.get("live_until")
        return version
    }
}
