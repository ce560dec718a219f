package import Domain
package import SQLEngine

/// A credential reference as the store keeps it.
package struct StoredCredential: Sendable, Hashable {
    package var source: ID<Source>
    package var credential: Credential
    package var firstSeen: Instant
    package var updated: Instant
    /// When its source stopped showing it; nil while it is there.
    package var vanished: Instant?

    package init(
        source: ID<Source>,
        credential: Credential,
        firstSeen: Instant,
        updated: Instant,
        vanished: Instant? = nil,
    ) {
        self.source = source
        self.credential = credential
        self.firstSeen = firstSeen
        self.updated = updated
        self.vanished = vanished
    }
}

/// What is known of the credentials of all sources; never a value.
package enum CredentialTable {
    /// Makes the credentials of a source what an import found: adds, overwrites where something differs, and notes
    /// those that are gone.
    package static func reconcile(
        _ credentials: [Credential],
        of source: ID<Source>,
        at now: Instant,
        in connection: some Connection,
    ) throws {
        var known: Set<String> = []
        try connection.forEachRow("SELECT key FROM credentials WHERE source = \(source) AND vanished IS NULL") { row in
            known.insert(try row.text("key"))
        }
        try connection.batch(try credentials.map { try upsertion($0, source, now) })
        let gone = known.subtracting(credentials.map(\.key.storable)).sorted()
        try connection.batch(gone) {
            "UPDATE credentials SET vanished = \(now) WHERE source = \(source) AND key = \($0)"
        }
    }

    package static func find(
        _ key: String,
        of source: ID<Source>,
        in connection: some Connection,
    ) throws -> StoredCredential? {
        try connection.row("SELECT * FROM credentials WHERE source = \(source) AND key = \(key.storable)").map(decode)
    }

    /// Every credential that is present, by source and key.
    package static func forEachPresent(
        of source: ID<Source>? = nil,
        in connection: some Connection,
        _ body: (StoredCredential) throws -> Void,
    ) throws {
        let condition: Query = source.map { "vanished IS NULL AND source = \($0)" } ?? "vanished IS NULL"
        try connection.forEachRow("SELECT * FROM credentials WHERE \(condition) ORDER BY source, key") { row in
            try body(try decode(row))
        }
    }

    package static func count(of source: ID<Source>? = nil, in connection: some Connection) throws -> Int {
        let condition: Query = source.map { "vanished IS NULL AND source = \($0)" } ?? "vanished IS NULL"
        return try connection.scalar("SELECT COUNT(*) AS n FROM credentials WHERE \(condition)") ?? 0
    }

    private static func upsertion(_ credential: Credential, _ source: ID<Source>, _ now: Instant) throws -> Query {
        """
        INSERT INTO credentials (source, key, kind, name, fingerprint, environment, expires, first_seen, updated,
            vanished, document)
        VALUES (\(source), \(credential.key.storable), \(credential.reference.kind.storable),
            \(credential.reference.name?.storable), \(credential.fingerprint), \(credential.environment?.storable),
            \(credential.expires), \(now), \(now), NULL, \(try JSONColumn(credential)))
        ON CONFLICT (source, key) DO UPDATE SET kind = excluded.kind, name = excluded.name,
            fingerprint = excluded.fingerprint, environment = excluded.environment, expires = excluded.expires,
            updated = excluded.updated, vanished = NULL, document = excluded.document
        WHERE credentials.document <> excluded.document OR credentials.vanished IS NOT NULL
        """
    }

    private static func decode(_ row: Row) throws -> StoredCredential {
        StoredCredential(
            source: try row.get("source"),
            credential: try row.json("document"),
            firstSeen: try row.get("first_seen"),
            updated: try row.get("updated"),
            vanished: try row.get("vanished"),
        )
    }
}
