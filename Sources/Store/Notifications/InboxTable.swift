package import Domain
package import SQLEngine

extension Event.Kind: SQLValue {}

/// The inboxes.
package enum InboxTable {
    package static func insert(_ notices: [InboxEntry], in connection: some Connection) throws {
        try connection.batch(
            try notices.map { notice -> Query in
                """
                INSERT INTO notices (id, user_id, at, kind, subject, text, read_at)
                VALUES (\(notice.id), \(notice.user), \(notice.at), \(notice.kind),
                    \(try notice.subject.map { try JSONColumn($0) }), \(notice.text.storable), \(notice.read))
                """
            }
        )
    }

    /// Newest first.
    package static func list(
        of user: ID<User>,
        unreadOnly: Bool = false,
        page: PageRequest = PageRequest(),
        in connection: some Connection,
    ) throws -> Page<InboxEntry> {
        var conditions: [Query] = ["user_id = \(user)"]
        if unreadOnly { conditions.append("read_at IS NULL") }
        return try Listing(
            columns: "notices.*",
            from: "notices",
            conditions: conditions,
            order: Listing.Order(name: "notices", key: "id", kind: .text, id: "id", descending: true),
        ).page(page, in: connection, decode: decode)
    }

    package static func unread(of user: ID<User>, in connection: some Connection) throws -> Int {
        try connection.scalar("SELECT COUNT(*) AS n FROM notices WHERE user_id = \(user) AND read_at IS NULL") ?? 0
    }

    /// Marks one notice of a person as read, or all of them.
    ///
    /// - Returns: How many were unread.
    @discardableResult
    package static func markRead(
        of user: ID<User>,
        _ id: ID<InboxEntry>?,
        at now: Instant,
        in connection: some Connection,
    ) throws -> Int {
        var conditions: [Query] = ["user_id = \(user)", "read_at IS NULL"]
        if let id { conditions.append("id = \(id)") }
        return try connection.execute("UPDATE notices SET read_at = \(now) WHERE \(.all(conditions))")
    }

    private static func decode(_ row: Row) throws -> InboxEntry {
        InboxEntry(
            id: try row.get("id"),
            user: try row.get("user_id"),
            at: try row.get("at"),
            kind: try row.get("kind"),
            subject: try row.isNull("subject") ? nil : try row.json("subject"),
            text: try row.text("text"),
            read: try row.get("read_at"),
        )
    }
}
