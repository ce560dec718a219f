import Domain
import SQLEngine

/// Questions to a PostgreSQL server; every one only reads, inside one read-only transaction for each database.
enum PostgresReading {
    /// The answer to a condition that is a literal of ours.
    static func may(_ connection: any Connection, _ condition: StaticString) throws -> Bool {
        try connection.scalar("SELECT \(raw: condition) AS answer", as: Bool?.self).flatMap(\.self) ?? false
    }

    /// Grants of one kind; the query gives `grantee`, `privilege`, `passes`, `place`, and `count` and `condition` if it
    /// puts several objects together.
    static func grants(_ connection: any Connection, _ kind: String, _ query: () -> Query) throws -> [PostgresGrant] {
        var grants: [PostgresGrant] = []
        try connection.forEachRow(query()) { row in
            var grant = PostgresGrant(
                grantee: try row.int64("grantee"),
                privilege: try row.text("privilege"),
                canPassOn: try row.bool("passes"),
                kind: kind,
                place: try row.text("place"),
            )
            if row.columnNames.contains("count") { grant.count = try row.int("count") }
            if row.columnNames.contains("condition") { grant.condition = try row.get("condition") }
            grants.append(grant)
        }
        return grants
    }

    /// Runs a question that may be forbidden; the rest of the transaction goes on.
    ///
    /// - Returns: nil when it was forbidden, with a note.
    static func ifAllowed<T>(
        _ connection: any Connection,
        _ what: String,
        _ gaps: inout [String],
        _ body: () throws -> T,
    ) throws -> T? {
        do {
            return try connection.savepoint(body)
        } catch let error as DatabaseError where error.kind == .other {
            gaps.append("\(what): \(error.message)")
            return nil
        }
    }
}
