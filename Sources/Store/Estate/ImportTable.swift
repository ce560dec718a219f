package import Domain
package import SQLEngine

/// One import of one source: what was read and what it changed.
package struct ImportRun: Sendable, Hashable, Identifiable {
    package static let idPrefix = "imp"

    package var id: ID<ImportRun>
    package var source: ID<Source>
    package var at: Instant
    /// Who imported, as the log names them.
    package var actor: String
    /// Under the names of the import interface (`files`, `workflows` …).
    package var counts: [String: Int]
    /// Workflows, by what the import did to them.
    package var added: Int
    package var changed: Int
    package var vanished: Int
    package var unchanged: Int
    package var rejected: [Rejection]

    package init(
        id: ID<ImportRun>,
        source: ID<Source>,
        at: Instant,
        actor: String,
        counts: [String: Int],
        added: Int = 0,
        changed: Int = 0,
        vanished: Int = 0,
        unchanged: Int = 0,
        rejected: [Rejection] = [],
    ) {
        self.id = id
        self.source = source
        self.at = at
        self.actor = actor
        self.counts = counts
        self.added = added
        self.changed = changed
        self.vanished = vanished
        self.unchanged = unchanged
        self.rejected = rejected
    }
}

/// The history of imports.
package enum ImportTable {
    package static func insert(_ run: ImportRun, in connection: some Connection) throws {
        try connection.execute(
            """
            INSERT INTO imports (id, source, at, actor, counts, added, changed, vanished, unchanged, rejected)
            VALUES (\(run.id), \(run.source), \(run.at), \(run.actor), \(try JSONColumn(run.counts)), \(run.added),
                \(run.changed), \(run.vanished), \(run.unchanged), \(try JSONColumn(run.rejected)))
            """
        )
    }

    /// The last import of a source; nil before the first.
    package static func latest(of source: ID<Source>, in connection: some Connection) throws -> ImportRun? {
        try connection.row("SELECT * FROM imports WHERE source = \(source) ORDER BY at DESC, id DESC LIMIT 1")
            .map(decode)
    }

    /// Newest first; of one source, or of all when nil.
    package static func list(
        of source: ID<Source>? = nil,
        page: PageRequest = PageRequest(),
        in connection: some Connection,
    ) throws -> Page<ImportRun> {
        try Listing(
            columns: "imports.*",
            from: "imports",
            conditions: source.map { ["source = \($0)"] } ?? [],
            order: Listing.Order(name: "imports", key: "at", kind: .integer, id: "id", descending: true),
        ).page(page, in: connection, decode: decode)
    }

    private static func decode(_ row: Row) throws -> ImportRun {
        ImportRun(
            id: try row.get("id"),
            source: try row.get("source"),
            at: try row.get("at"),
            actor: try row.text("actor"),
            counts: try row.json("counts"),
            added: try row.int("added"),
            changed: try row.int("changed"),
            vanished: try row.int("vanished"),
            unchanged: try row.int("unchanged"),
            rejected: try row.json("rejected"),
        )
    }
}
