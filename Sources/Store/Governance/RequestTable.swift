package import Domain
package import SQLEngine

/// The requests, open and done with.
package enum RequestTable {
    package static func insert(_ request: ChangeRequest, in connection: some Connection) throws {
        try connection.execute(
            """
            INSERT INTO requests (id, kind, state, requester, identity, subject, digest, opened, due, escalates,
                lapses, decided, document)
            VALUES (\(request.id), \(request.kind), \(request.state), \(request.requester.id), \(request.identity),
                \(request.subject?.id.storable), \(request.digest), \(request.opened), \(request.due),
                \(request.escalates), \(request.lapses), \(request.decided), \(try JSONColumn(request)))
            """
        )
    }

    /// - Returns: false when there is no such request.
    @discardableResult
    package static func update(_ request: ChangeRequest, in connection: some Connection) throws -> Bool {
        try connection.execute(
            """
            UPDATE requests SET state = \(request.state), digest = \(request.digest), due = \(request.due),
                escalates = \(request.escalates), lapses = \(request.lapses), decided = \(request.decided),
                document = \(try JSONColumn(request))
            WHERE id = \(request.id)
            """
        ) == 1
    }

    package static func find(_ id: ID<ChangeRequest>, in connection: some Connection) throws -> ChangeRequest? {
        try connection.row("SELECT * FROM requests WHERE id = \(id)").map(decode)
    }

    /// The open requests for an identity, oldest first.
    package static func open(of identity: ID<Identity>, in connection: some Connection) throws -> [ChangeRequest] {
        try connection.rows(
            "SELECT * FROM requests WHERE identity = \(identity) AND state = \(ChangeRequest.State.open) ORDER BY id"
        ).map(decode)
    }

    /// Every open request, oldest first.
    package static func open(in connection: some Connection) throws -> [ChangeRequest] {
        try connection.rows("SELECT * FROM requests WHERE state = \(ChangeRequest.State.open) ORDER BY id").map(decode)
    }

    /// The open requests about a subject other than an identity, by its id, oldest first.
    package static func open(about subject: String, in connection: some Connection) throws -> [ChangeRequest] {
        try connection.rows(
            """
            SELECT * FROM requests WHERE subject = \(subject.storable) AND state = \(ChangeRequest.State.open)
            ORDER BY id
            """
        ).map(decode)
    }

    /// The newest request of a kind about a subject, by the subject's id; nil when there was none.
    package static func latest(
        _ kind: ChangeRequest.Kind,
        about subject: String,
        in connection: some Connection,
    ) throws -> ChangeRequest? {
        try connection.row(
            "SELECT * FROM requests WHERE kind = \(kind) AND subject = \(subject.storable) ORDER BY id DESC LIMIT 1"
        ).map(decode)
    }

    /// Newest first.
    package static func list(
        _ filter: RequestFilter,
        page: PageRequest = PageRequest(),
        in connection: some Connection,
    ) throws -> Page<ChangeRequest> {
        var conditions: [Query] = []
        if !filter.states.isEmpty {
            conditions.append("state IN (\(filter.states.sorted { $0.rawValue < $1.rawValue }))")
        }
        if !filter.kinds.isEmpty {
            conditions.append("kind IN (\(filter.kinds.sorted { $0.rawValue < $1.rawValue }))")
        }
        if let identity = filter.identity { conditions.append("identity = \(identity)") }
        if let requester = filter.requester { conditions.append("requester = \(requester.storable)") }
        return try Listing(
            columns: "requests.*",
            from: "requests",
            conditions: conditions,
            order: Listing.Order(name: "requests", key: "id", kind: .text, id: "id", descending: true),
        ).page(page, in: connection, decode: decode)
    }

    private static func decode(_ row: Row) throws -> ChangeRequest { try row.json("document") }
}
