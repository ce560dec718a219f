package import Domain
package import SQLEngine

/// What this store is: made once, never changed but for the master key's check.
package struct Installation: Sendable, Hashable {
    package var id: String
    package var created: Instant
    /// A value that only the right master key opens; tells a wrong key at start.
    package var keyCheck: [UInt8]

    package init(id: String, created: Instant, keyCheck: [UInt8]) {
        self.id = id
        self.created = created
        self.keyCheck = keyCheck
    }
}

/// The one row that says so.
package enum InstallationTable {
    /// nil before the first start.
    package static func find(in connection: some Connection) throws -> Installation? {
        try connection.row("SELECT * FROM installation").map { row in
            Installation(id: try row.text("id"), created: try row.get("created"), keyCheck: try row.bytes("key_check"))
        }
    }

    /// - Throws: `DatabaseError` of kind `constraintUnique` when there is one already.
    package static func insert(_ installation: Installation, in connection: some Connection) throws {
        try connection.execute(
            """
            INSERT INTO installation (one, id, created, key_check)
            VALUES (1, \(installation.id), \(installation.created), \(installation.keyCheck))
            """
        )
    }

    /// Replaces the check after the master key was changed.
    package static func setKeyCheck(_ check: [UInt8], in connection: some Connection) throws {
        try connection.execute("UPDATE installation SET key_check = \(check)")
    }
}
