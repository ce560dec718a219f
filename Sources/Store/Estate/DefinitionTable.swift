package import Domain
package import SQLEngine

/// The history of definitions: what each import found changed.
package enum DefinitionTable {
    package struct Entry: Sendable {
        package var kind: EstatePartKind
        package var key: String
        package var change: DefinitionChange

        package init(_ kind: EstatePartKind, key: String, _ change: DefinitionChange) {
            self.kind = kind
            self.key = key
            self.change = change
        }
    }

    /// Adds changes of one generation of a source; one that is noted already stays as it is.
    package static func insert(
        _ entries: [Entry],
        of source: ID<Source>,
        generation: Int64,
        in connection: some Connection,
    ) throws {
        try connection.batch(
            try entries.map { entry in
                """
                INSERT INTO definition_changes (source, kind, key, generation, at, actor, digest_before, digest_after,
                    changes)
                VALUES (\(source), \(entry.kind), \(entry.key.storable), \(generation), \(entry.change.at),
                    \((entry.change.importedBy ?? "").storable), \(entry.change.before), \(entry.change.after),
                    \(try JSONColumn(entry.change.changes.map(\.storable))))
                ON CONFLICT (source, kind, key, generation) DO NOTHING
                """
            }
        )
    }

    /// Those of the keys whose changes of a generation are noted already.
    package static func noted(
        _ kind: EstatePartKind,
        _ keys: [String],
        of source: ID<Source>,
        generation: Int64,
        in connection: some Connection,
    ) throws -> Set<String> {
        guard !keys.isEmpty else { return [] }
        let rows = try connection.rows(
            """
            SELECT key FROM definition_changes WHERE source = \(source) AND kind = \(kind)
                AND generation = \(generation) AND key IN (\(keys.map(\.storable)))
            """
        )
        return Set(try rows.map { try $0.text("key") })
    }

    /// The changes of one part, newest first.
    package static func list(
        _ kind: EstatePartKind,
        key: String,
        of source: ID<Source>,
        limit: Int = 100,
        in connection: some Connection,
    ) throws -> [DefinitionChange] {
        try connection.rows(
            """
            SELECT * FROM definition_changes WHERE source = \(source) AND kind = \(kind) AND key = \(key.storable)
            ORDER BY generation DESC LIMIT \(limit)
            """
        ).map { row in
            let actor = try row.text("actor")
            return DefinitionChange(
                at: try row.get("at"),
                before: try row.text("digest_before"),
                after: try row.text("digest_after"),
                changes: try row.json("changes"),
                importedBy: actor.isEmpty ? nil : actor,
            )
        }
    }
}
