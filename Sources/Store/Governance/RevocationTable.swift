package import Domain
package import SQLEngine

extension Revocation.Kind: SQLValue {}

/// What is being revoked or exchanged, and what was.
package enum RevocationTable {
    package static func insert(_ revocation: Revocation, in connection: some Connection) throws {
        try connection.execute(
            """
            INSERT INTO revocations (id, identity, kind, due, closed, document)
            VALUES (\(revocation.id), \(revocation.identity), \(revocation.kind), \(revocation.due),
                \(revocation.closed), \(try JSONColumn(revocation)))
            """
        )
    }

    package static func update(_ revocation: Revocation, in connection: some Connection) throws {
        try connection.execute(
            """
            UPDATE revocations SET due = \(revocation.due), closed = \(revocation.closed),
                document = \(try JSONColumn(revocation))
            WHERE id = \(revocation.id)
            """
        )
    }

    package static func find(_ id: ID<Revocation>, in connection: some Connection) throws -> Revocation? {
        try connection.row("SELECT document FROM revocations WHERE id = \(id)").map { try $0.json("document") }
    }

    /// The open ones of an identity, oldest first.
    package static func open(of identity: ID<Identity>, in connection: some Connection) throws -> [Revocation] {
        try connection.rows(
            "SELECT document FROM revocations WHERE closed IS NULL AND identity = \(identity) ORDER BY id"
        ).map { try $0.json("document") }
    }

    /// The open ones of all identities of a source, oldest first.
    package static func open(of source: ID<Source>, in connection: some Connection) throws -> [Revocation] {
        try connection.rows(
            """
            SELECT r.document FROM revocations r JOIN identities i ON i.id = r.identity
            WHERE r.closed IS NULL AND i.source = \(source) ORDER BY r.id
            """
        ).map { try $0.json("document") }
    }

    /// Newest first.
    package static func list(
        of identity: ID<Identity>? = nil,
        open: Bool? = nil,
        page: PageRequest = PageRequest(),
        in connection: some Connection,
    ) throws -> Page<Revocation> {
        var conditions: [Query] = identity.map { ["identity = \($0)"] } ?? []
        if let open { conditions.append(open ? "closed IS NULL" : "closed IS NOT NULL") }
        return try Listing(
            columns: "revocations.document",
            from: "revocations",
            conditions: conditions,
            order: Listing.Order(name: "revocations", key: "id", kind: .text, id: "id", descending: true),
        ).page(page, in: connection) { try $0.json("document") }
    }
}
