package import Domain
package import SQLEngine

/// The places estates are read from; `(root, format)` tells them apart.
///
/// A source whose first import has not ended is at generation 0 and is not seen here.
package enum SourceTable {
    /// - Returns: false when there is one of that root and format already.
    @discardableResult
    package static func insert(
        _ source: Source,
        generation: Int64 = 1,
        in connection: some Connection,
    ) throws -> Bool {
        let description = source.description
        // Two first imports at one moment: the later one's transaction is tried again, and then finds the source.
        return try connection.execute(
            """
            INSERT INTO sources (id, root, format, kind, environment, capabilities, first_seen, last_import, generation,
                followed)
            VALUES (\(source.id), \(description.root), \(description.format), \(description.kind),
                \(description.environment), \(try JSONColumn(description.capabilities)),
                \(source.firstSeen), \(source.lastImport), \(generation), \(generation))
            ON CONFLICT (root, format) DO NOTHING
            """
        ) == 1
    }

    /// Writes everything but id, root, format and first sight.
    ///
    /// - Returns: false when there is no such source.
    @discardableResult
    package static func update(_ source: Source, in connection: some Connection) throws -> Bool {
        let description = source.description
        return try connection.execute(
            """
            UPDATE sources SET kind = \(description.kind), environment = \(description.environment),
                capabilities = \(try JSONColumn(description.capabilities)), last_import = \(source.lastImport)
            WHERE id = \(source.id)
            """
        ) == 1
    }

    package static func find(_ id: ID<Source>, in connection: some Connection) throws -> Source? {
        try connection.row("SELECT * FROM sources WHERE id = \(id) AND generation > 0").map(decode)
    }

    package static func find(root: String, format: String, in connection: some Connection) throws -> Source? {
        try connection.row(
            "SELECT * FROM sources WHERE root = \(root) AND format = \(format) AND generation > 0"
        ).map(decode)
    }

    /// All of them, by root and format.
    package static func all(in connection: some Connection) throws -> [Source] {
        try connection.rows("SELECT * FROM sources WHERE generation > 0 ORDER BY root, format").map(decode)
    }

    /// A source with the generation that is seen.
    package struct Seen: Sendable, Hashable {
        package let source: Source
        package let generation: Int64
    }

    /// All of them, by root and format.
    package static func seen(in connection: some Connection) throws -> [Seen] {
        try connection.rows("SELECT * FROM sources WHERE generation > 0 ORDER BY root, format").map { row in
            Seen(source: try decode(row), generation: try row.int64("generation"))
        }
    }

    /// How many parts of each kind are present in each source.
    package static func tally(in connection: some Connection) throws -> [ID<Source>: [EstatePartKind: Int]] {
        var tally: [ID<Source>: [EstatePartKind: Int]] = [:]
        try connection.forEachRow(
            "SELECT source, kind, COUNT(*) AS n FROM estate WHERE vanished IS NULL GROUP BY source, kind"
        ) { row in
            tally[try row.get("source"), default: [:]][try row.get("kind")] = try row.int("n")
        }
        return tally
    }

    package static func count(in connection: some Connection) throws -> Int {
        try connection.scalar("SELECT COUNT(*) AS n FROM sources WHERE generation > 0") ?? 0
    }

    static func decode(_ row: Row) throws -> Source {
        Source(
            id: try row.get("id"),
            description: SourceDescription(
                root: try row.text("root"),
                format: try row.text("format"),
                kind: try row.get("kind"),
                environment: try row.get("environment"),
                capabilities: try row.json("capabilities"),
            ),
            firstSeen: try row.get("first_seen"),
            lastImport: try row.get("last_import"),
        )
    }
}
