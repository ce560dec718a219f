package import Domain
package import SQLEngine

extension AuditLog {
    /// The events that a filter takes, newest first.
    ///
    /// `actor` and `subject` are ids. The cursor is the index of the last entry that was shown.
    ///
    /// - Throws: `DatabaseError` of kind `invalid` when the cursor is not of this list; `LogDamage` when an entry
    ///   cannot be read.
    package static func entries(
        _ filter: EventFilter = EventFilter(),
        page: PageRequest = PageRequest(),
        in connection: some Connection,
    ) throws -> Page<LoggedEvent> {
        let conditions = conditions(filter)
        var wanted = conditions
        if let cursor = page.cursor {
            guard let before = Int(cursor), before >= 0 else { throw invalidCursor }
            wanted.append("leaf < \(before)")
        }
        let rows = try connection.rows(
            """
            SELECT leaf, bytes FROM log_entries WHERE \(.all(wanted)) ORDER BY leaf DESC LIMIT \(page.limit + 1)
            """
        )
        let items = try rows.prefix(page.limit).map(decode)
        let total =
            conditions.isEmpty
            ? try size(in: connection)
            : try connection.scalar("SELECT COUNT(*) AS n FROM log_entries WHERE \(.all(conditions))") ?? 0
        let next = rows.count > page.limit ? items.last.map { String($0.index) } : nil
        return Page(items: items, next: next, total: total)
    }

    /// One entry; nil when there is none of this index.
    package static func entry(at index: Int, in connection: some Connection) throws -> LoggedEvent? {
        try connection.row("SELECT leaf, bytes FROM log_entries WHERE leaf = \(index)").map(decode)
    }

    /// The last events that a subject or actor of this id appears in, newest first.
    package static func recent(
        about id: String,
        limit: Int = 50,
        in connection: some Connection,
    ) throws -> [LoggedEvent] {
        // Two lookups in two indexes; an OR would read the whole log.
        let rows = try connection.rows(
            """
            SELECT leaf, bytes FROM log_entries WHERE leaf IN (
                SELECT leaf FROM (
                    SELECT leaf FROM log_entries WHERE subject_id = \(id) ORDER BY leaf DESC LIMIT \(limit)
                ) AS subjects
                UNION
                SELECT leaf FROM (
                    SELECT leaf FROM log_entries WHERE actor_id = \(id) ORDER BY leaf DESC LIMIT \(limit)
                ) AS actors
            ) ORDER BY leaf DESC LIMIT \(limit)
            """
        )
        return try rows.map(decode)
    }

    private static func conditions(_ filter: EventFilter) -> [Query] {
        var conditions: [Query] = []
        if !filter.kinds.isEmpty { conditions.append("kind IN (\(filter.kinds.map(\.rawValue).sorted()))") }
        if let actor = filter.actor { conditions.append("actor_id = \(actor.column)") }
        if let kind = filter.subjectKind { conditions.append("subject_kind = \(kind.column)") }
        if let subject = filter.subject { conditions.append("subject_id = \(subject.column)") }
        if let from = filter.from { conditions.append("at >= \(from.microseconds)") }
        if let until = filter.until { conditions.append("at < \(until.microseconds)") }
        return conditions
    }

    private static func decode(_ row: Row) throws -> LoggedEvent {
        let index = try row.int("leaf")
        do {
            return LoggedEvent(index: index, event: try Event(canonicalBytes: try row.bytes("bytes")))
        } catch is DecodingError {
            throw LogDamage("entry \(index) of the log is no event")
        }
    }

    private static var invalidCursor: DatabaseError {
        DatabaseError(.invalid, "list events", "the cursor does not belong to this list: begin again without a cursor")
    }
}
