package import Domain
package import SQLEngine

/// A secret as it is kept: encrypted, with the name of the key that wraps its own.
package struct SealedRecord: Sendable, Hashable {
    /// What it is, for instance `system-credential`.
    package var kind: String
    package var id: String
    package var keyID: String
    package var bytes: [UInt8]

    package init(kind: String, id: String, keyID: String, bytes: [UInt8]) {
        self.kind = kind
        self.id = id
        self.keyID = keyID
        self.bytes = bytes
    }
}

/// All secrets of the installation, sealed.
package enum SealedTable {
    /// Adds the record or overwrites the one of the same kind and id.
    package static func put(_ record: SealedRecord, at now: Instant, in connection: some Connection) throws {
        try connection.execute(
            """
            INSERT INTO sealed (kind, id, key_id, bytes, updated)
            VALUES (\(record.kind), \(record.id), \(record.keyID), \(record.bytes), \(now))
            ON CONFLICT (kind, id) DO UPDATE SET key_id = excluded.key_id, bytes = excluded.bytes,
                updated = excluded.updated
            """
        )
    }

    package static func find(kind: String, id: String, in connection: some Connection) throws -> SealedRecord? {
        try connection.row("SELECT * FROM sealed WHERE kind = \(kind) AND id = \(id)").map(decode)
    }

    /// All of one kind, by id.
    package static func all(kind: String, in connection: some Connection) throws -> [SealedRecord] {
        try connection.rows("SELECT * FROM sealed WHERE kind = \(kind) ORDER BY id").map(decode)
    }

    /// The ids of all records of one kind, without their bytes.
    package static func ids(kind: String, in connection: some Connection) throws -> Set<String> {
        Set(try connection.rows("SELECT id FROM sealed WHERE kind = \(kind)").map { try $0.text("id") })
    }

    /// - Returns: false when there was none.
    @discardableResult
    package static func remove(kind: String, id: String, in connection: some Connection) throws -> Bool {
        try connection.execute("DELETE FROM sealed WHERE kind = \(kind) AND id = \(id)") == 1
    }

    private static func decode(_ row: Row) throws -> SealedRecord {
        SealedRecord(
            kind: try row.text("kind"),
            id: try row.text("id"),
            keyID: try row.text("key_id"),
            bytes: try row.bytes("bytes"),
        )
    }
}
