package import Domain
package import SQLEngine

extension BreakGlass.State: SQLValue {}

/// Every emergency access there was.
package enum BreakGlassTable {
    package static func insert(_ glass: BreakGlass, in connection: some Connection) throws {
        try connection.execute(
            """
            INSERT INTO break_glass (id, identity, person, opened, state, document)
            VALUES (\(glass.id), \(glass.identity), \(glass.person), \(glass.opened), \(glass.state),
                \(try JSONColumn(glass)))
            """
        )
    }

    package static func update(_ glass: BreakGlass, in connection: some Connection) throws {
        try connection.execute(
            """
            UPDATE break_glass SET state = \(glass.state), document = \(try JSONColumn(glass)) WHERE id = \(glass.id)
            """
        )
    }

    package static func find(_ id: ID<BreakGlass>, in connection: some Connection) throws -> BreakGlass? {
        try connection.row("SELECT document FROM break_glass WHERE id = \(id)").map { try $0.json("document") }
    }

    /// What of a person or an identity is open, or waits for its review: it keeps both from breaking the glass again.
    package static func unsettled(
        person: ID<User>,
        identity: ID<Identity>,
        in connection: some Connection,
    ) throws -> BreakGlass? {
        try connection.row(
            """
            SELECT document FROM break_glass
            WHERE state <> 'reviewed' AND (person = \(person) OR identity = \(identity)) ORDER BY id LIMIT 1
            """
        ).map { try $0.json("document") }
    }

    /// All that were opened at `since` or later, oldest first.
    package static func opened(since: Instant, in connection: some Connection) throws -> [BreakGlass] {
        try connection.rows("SELECT document FROM break_glass WHERE opened >= \(since) ORDER BY id")
            .map { try $0.json("document") }
    }

    /// Newest first; in one state where given.
    package static func list(
        state: BreakGlass.State? = nil,
        page: PageRequest = PageRequest(),
        in connection: some Connection,
    ) throws -> Page<BreakGlass> {
        try Listing(
            columns: "break_glass.document",
            from: "break_glass",
            conditions: state.map { ["state = \($0)"] } ?? [],
            order: Listing.Order(name: "break-glass", key: "id", kind: .text, id: "id", descending: true),
        ).page(page, in: connection) { try $0.json("document") }
    }
}
