package import Domain
package import SQLEngine

/// Writes what an import changes as rows of the generation to come, which nobody sees before `SourceTable.advance`.
package enum EstateStage {
    /// A part as it will be written: encoded before the transaction, so that none waits for it.
    package struct Row: Sendable {
        package let kind: EstatePartKind
        package let key: String
        package let digest: String
        let document: String
        let credentials: [String]
        let lastUse: Instant?
        /// nil for a part that is new.
        let mark: EstateMark?
        /// When the definition last changed; nil for now.
        var updated: Instant? {
            guard let mark, mark.digest == digest, !mark.vanished else { return nil }
            return mark.updated
        }

        package init<Part: EstatePart>(_ part: Part, over mark: EstateMark? = nil) throws {
            kind = Part.partKind
            key = part.partKey
            document = try JSONWriter.text(of: part)
            digest = try Self.digest(of: part)
            lastUse = part.lastUse
            credentials = Set(part.usedCredentials).sorted()
            self.mark = mark
        }

        /// The digest the part has: its own, else that of its document without the time of last use.
        package static func digest(of part: some EstatePart) throws -> String {
            if let own = part.ownDigest { return own }
            var part = part
            part.lastUse = nil
            return ContentHash.hex(of: try JSONWriter.bytes(of: part))
        }
    }

    /// Adds new parts, and ends the present version of changed ones.
    package static func write(
        _ rows: some Collection<Row>,
        of source: ID<Source>,
        generation: Int64,
        at now: Instant,
        in connection: some Connection,
    ) throws {
        for kind in EstatePartKind.allCases {
            try end(rows.filter { $0.kind == kind && $0.mark != nil }.map(\.key), kind, source, generation, connection)
        }
        try connection.batch(rows) { row in
            """
            INSERT INTO estate_parts (source, kind, key, since, digest, last_use, first_seen, updated, document)
            VALUES (\(source), \(row.kind), \(row.key.storable), \(generation), \(row.digest), \(row.lastUse),
                \(row.mark?.firstSeen ?? now), \(row.updated ?? now), \(row.document))
            """
        }
        let uses = rows.flatMap { row in row.credentials.map { (row, $0) } }
        try connection.batch(uses) { row, credential in
            """
            INSERT INTO credential_uses (source, credential, kind, key, since)
            VALUES (\(source), \(credential.storable), \(row.kind), \(row.key.storable), \(generation))
            """
        }
    }

    /// Notes that the source no longer shows these parts; `keeping` leaves a version that says so.
    package static func remove(
        _ keys: [String],
        _ kind: EstatePartKind,
        keeping: Bool,
        of source: ID<Source>,
        generation: Int64,
        at now: Instant,
        in connection: some Connection,
    ) throws {
        try end(keys, kind, source, generation, connection)
        guard keeping else { return }
        try connection.batch(keys) { key in
            """
            INSERT INTO estate_parts (source, kind, key, since, digest, last_use, first_seen, updated, vanished,
                document)
            SELECT source, kind, key, CAST(\(generation) AS BIGINT), digest, last_use, first_seen, CAST(\(now) AS BIGINT),
                CAST(\(now) AS BIGINT), document
            FROM estate_parts
            WHERE source = \(source) AND kind = \(kind) AND key = \(key.storable) AND until = \(generation)
            """
        }
    }

    /// Deletes what no generation shows any more, at most `limit` rows.
    ///
    /// - Returns: How many were deleted; fewer than `limit` when there is no more.
    package static func sweep(
        _ source: ID<Source>,
        limit: Int,
        in connection: some Connection,
    ) throws -> Int {
        try delete(
            """
            SELECT kind, key, since FROM estate_parts WHERE source = \(source) AND until IS NOT NULL
                AND until <= (SELECT generation FROM sources WHERE id = \(source)) LIMIT \(limit)
            """,
            of: source,
            in: connection,
        )
    }

    /// Undoes what an import that was cut off had staged, at most `limit` rows.
    ///
    /// - Returns: How many were undone; fewer than `limit` when there is no more.
    package static func discard(
        _ source: ID<Source>,
        limit: Int,
        in connection: some Connection,
    ) throws -> Int {
        let seen: Query = "(SELECT generation FROM sources WHERE id = \(source))"
        let deleted = try delete(
            "SELECT kind, key, since FROM estate_parts WHERE source = \(source) AND since > \(seen) LIMIT \(limit)",
            of: source,
            in: connection,
        )
        guard deleted < limit else { return deleted }
        let ended = try connection.rows(
            """
            SELECT kind, key, since FROM estate_parts WHERE source = \(source) AND until IS NOT NULL AND until > \(seen)
            LIMIT \(limit - deleted)
            """
        )
        try connection.batch(try ended.map { try place($0, of: source, "UPDATE estate_parts SET until = NULL") })
        return deleted + ended.count
    }

    private static func end(
        _ keys: [String],
        _ kind: EstatePartKind,
        _ source: ID<Source>,
        _ generation: Int64,
        _ connection: some Connection,
    ) throws {
        try connection.batch(keys) { key in
            """
            UPDATE estate_parts SET until = \(generation)
            WHERE source = \(source) AND kind = \(kind) AND key = \(key.storable) AND until IS NULL
            """
        }
    }

    private static func delete(_ wanted: Query, of source: ID<Source>, in connection: some Connection) throws -> Int {
        let rows = try connection.rows(wanted)
        try connection.batch(try rows.map { try place($0, of: source, "DELETE FROM credential_uses") })
        return try connection.batch(try rows.map { try place($0, of: source, "DELETE FROM estate_parts") })
    }

    private static func place(_ row: SQLEngine.Row, of source: ID<Source>, _ statement: Query) throws -> Query {
        """
        \(statement) WHERE source = \(source) AND kind = \(try row.text("kind")) AND key = \(try row.text("key"))
            AND since = \(try row.int64("since"))
        """
    }
}
