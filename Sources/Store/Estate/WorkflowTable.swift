package import Domain
package import SQLEngine

/// A workflow as the store keeps it.
package struct StoredWorkflow: Sendable, Hashable {
    package var source: ID<Source>
    package var workflow: Workflow
    package var firstSeen: Instant
    /// When its definition last changed here.
    package var updated: Instant
    /// When its source stopped showing it; nil while it is there.
    package var vanished: Instant?

    package init(
        source: ID<Source>,
        workflow: Workflow,
        firstSeen: Instant,
        updated: Instant,
        vanished: Instant? = nil,
    ) {
        self.source = source
        self.workflow = workflow
        self.firstSeen = firstSeen
        self.updated = updated
        self.vanished = vanished
    }
}

/// The workflows of all sources, whole, with the uses of credentials and the callbacks of each beside them.
package enum WorkflowTable {
    /// What an import compares by.
    package struct Mark: Sendable, Hashable {
        package let digest: String
        package let vanished: Bool

        package init(digest: String, vanished: Bool) {
            self.digest = digest
            self.vanished = vanished
        }
    }

    /// Adds new workflows and overwrites known ones, which become present again; first sight stays.
    ///
    /// Also writes their rows in `WorkflowCredentialTable` and `CallbackTable`.
    package static func upsert(
        _ workflows: [Workflow],
        of source: ID<Source>,
        at now: Instant,
        in connection: some Connection,
    ) throws {
        try connection.batch(try workflows.map { try upsertion($0, source, now) })
        try WorkflowCredentialTable.replace(for: workflows, of: source, in: connection)
        try CallbackTable.replace(for: workflows, of: source, in: connection)
    }

    /// Key and mark of every workflow of a source, those that vanished included.
    package static func marks(of source: ID<Source>, in connection: some Connection) throws -> [String: Mark] {
        var marks: [String: Mark] = [:]
        try connection.forEachRow("SELECT key, digest, vanished FROM workflows WHERE source = \(source)") { row in
            marks[try row.text("key")] = Mark(
                digest: try row.text("digest"),
                vanished: try !row.isNull("vanished"),
            )
        }
        return marks
    }

    /// Notes that the source no longer shows these workflows.
    ///
    /// - Returns: How many of them were present until now.
    @discardableResult
    package static func markVanished(
        _ keys: [String],
        of source: ID<Source>,
        at now: Instant,
        in connection: some Connection,
    ) throws -> Int {
        try connection.batch(keys) {
            "UPDATE workflows SET vanished = \(now) WHERE source = \(source) AND key = \($0.storable) AND vanished IS NULL"
        }
    }

    package static func find(
        _ key: String,
        of source: ID<Source>,
        in connection: some Connection,
    ) throws -> StoredWorkflow? {
        try connection.row("SELECT * FROM workflows WHERE source = \(source) AND key = \(key.storable)").map(decode)
    }

    /// Those of the given keys that exist, by key.
    package static func find(
        _ keys: [String],
        of source: ID<Source>,
        in connection: some Connection,
    ) throws -> [String: StoredWorkflow] {
        var found: [String: StoredWorkflow] = [:]
        for start in stride(from: 0, to: keys.count, by: 500) {
            let part = keys[start..<min(start + 500, keys.count)].map(\.storable)
            try connection.forEachRow("SELECT * FROM workflows WHERE source = \(source) AND key IN (\(part))") { row in
                found[try row.text("key")] = try decode(row)
            }
        }
        return found
    }

    /// Every workflow that is present, of one source or of all, by source and key; one at a time in memory.
    package static func forEachPresent(
        of source: ID<Source>? = nil,
        in connection: some Connection,
        _ body: (StoredWorkflow) throws -> Void,
    ) throws {
        let condition: Query = source.map { "vanished IS NULL AND source = \($0)" } ?? "vanished IS NULL"
        try connection.forEachRow("SELECT * FROM workflows WHERE \(condition) ORDER BY source, key") { row in
            try body(try decode(row))
        }
    }

    /// Every workflow of a source, those that vanished included, by key; one at a time in memory.
    package static func forEach(
        of source: ID<Source>,
        in connection: some Connection,
        _ body: (StoredWorkflow) throws -> Void,
    ) throws {
        try connection.forEachRow("SELECT * FROM workflows WHERE source = \(source) ORDER BY key") { row in
            try body(try decode(row))
        }
    }

    /// How many are present, of one source or of all.
    package static func count(of source: ID<Source>? = nil, in connection: some Connection) throws -> Int {
        let condition: Query = source.map { "vanished IS NULL AND source = \($0)" } ?? "vanished IS NULL"
        return try connection.scalar("SELECT COUNT(*) AS n FROM workflows WHERE \(condition)") ?? 0
    }

    private static func upsertion(_ workflow: Workflow, _ source: ID<Source>, _ now: Instant) throws -> Query {
        """
        INSERT INTO workflows (source, key, name, path, active, digest, clone_key, graph_key, first_seen, updated,
            vanished, document)
        VALUES (\(source), \(workflow.key.storable), \(workflow.name.storable), \(workflow.path.storable),
            \(workflow.active), \(workflow.digest), \(workflow.cloneKey), \(workflow.graphKey), \(now), \(now), NULL,
            \(try JSONColumn(workflow)))
        ON CONFLICT (source, key) DO UPDATE SET name = excluded.name, path = excluded.path, active = excluded.active,
            digest = excluded.digest, clone_key = excluded.clone_key, graph_key = excluded.graph_key,
            updated = excluded.updated, vanished = NULL, document = excluded.document
        """
    }

    private static func decode(_ row: Row) throws -> StoredWorkflow {
        StoredWorkflow(
            source: try row.get("source"),
            workflow: try row.json("document"),
            firstSeen: try row.get("first_seen"),
            updated: try row.get("updated"),
            vanished: try row.get("vanished"),
        )
    }
}
