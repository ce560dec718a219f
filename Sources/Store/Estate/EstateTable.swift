package import Domain
package import SQLEngine

package typealias WorkflowTable = EstateTable<Workflow>
package typealias PrincipalTable = EstateTable<Principal>
package typealias TrustTable = EstateTable<Trust>
package typealias CredentialTable = EstateTable<Credential>

/// The parts of one kind of all sources, whole, as the last finished import left them.
package enum EstateTable<Part: EstatePart> {
    package static func find(
        _ key: String,
        of source: ID<Source>,
        in connection: some Connection,
    ) throws -> Stored<Part>? {
        try connection.row("SELECT * FROM estate WHERE \(own(source)) AND key = \(key.storable)").map(decode)
    }

    /// Those of the given keys that exist, by key.
    package static func find(
        _ keys: [String],
        of source: ID<Source>,
        in connection: some Connection,
    ) throws -> [String: Stored<Part>] {
        var found: [String: Stored<Part>] = [:]
        for start in stride(from: 0, to: keys.count, by: 500) {
            let part = keys[start..<min(start + 500, keys.count)].map(\.storable)
            try connection.forEachRow("SELECT * FROM estate WHERE \(own(source)) AND key IN (\(part))") { row in
                found[try row.text("key")] = try decode(row)
            }
        }
        return found
    }

    /// All that are present, of one source or of all, by source and key; one at a time in memory.
    package static func forEachPresent(
        of source: ID<Source>? = nil,
        in connection: some Connection,
        _ body: (Stored<Part>) throws -> Void,
    ) throws {
        try connection.forEachRow("SELECT * FROM estate WHERE \(present(source)) ORDER BY source, key") { row in
            try body(try decode(row))
        }
    }

    /// All of a source, those that vanished included, by key; one at a time in memory.
    package static func forEach(
        of source: ID<Source>,
        in connection: some Connection,
        _ body: (Stored<Part>) throws -> Void,
    ) throws {
        try connection.forEachRow("SELECT * FROM estate WHERE \(own(source)) ORDER BY key") { row in
            try body(try decode(row))
        }
    }

    /// How many are present, of one source or of all.
    package static func count(of source: ID<Source>? = nil, in connection: some Connection) throws -> Int {
        try connection.scalar("SELECT COUNT(*) AS n FROM estate WHERE \(present(source))") ?? 0
    }

    /// Key and mark of every part of a source, those that vanished included.
    package static func marks(of source: ID<Source>, in connection: some Connection) throws -> [String: EstateMark] {
        var marks: [String: EstateMark] = [:]
        try connection.forEachRow(
            "SELECT key, digest, last_use, first_seen, updated, vanished FROM estate WHERE \(own(source))"
        ) { row in
            marks[try row.text("key")] = EstateMark(
                digest: try row.text("digest"),
                lastUse: try row.get("last_use"),
                firstSeen: try row.get("first_seen"),
                updated: try row.get("updated"),
                vanished: try !row.isNull("vanished"),
            )
        }
        return marks
    }

    static func own(_ source: ID<Source>) -> Query { "source = \(source) AND kind = \(Part.partKind)" }

    private static func present(_ source: ID<Source>?) -> Query {
        source.map { "\(own($0)) AND vanished IS NULL" } ?? "kind = \(Part.partKind) AND vanished IS NULL"
    }

    static func decode(_ row: Row) throws -> Stored<Part> {
        Stored(
            source: try row.get("source"),
            try row.json("document"),
            firstSeen: try row.get("first_seen"),
            updated: try row.get("updated"),
            vanished: try row.get("vanished"),
        )
    }
}

/// What an import compares by.
package struct EstateMark: Sendable, Hashable {
    package let digest: String
    package let lastUse: Instant?
    package let firstSeen: Instant
    package let updated: Instant
    package let vanished: Bool
}
