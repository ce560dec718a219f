package import Domain
package import SQLEngine

extension RiskException.State: SQLValue {}

/// The accepted risks.
package enum RiskExceptionTable {
    package static func insert(_ exception: RiskException, in connection: some Connection) throws {
        try connection.execute(
            """
            INSERT INTO risk_exceptions (id, state, ends, document)
            VALUES (\(exception.id), \(exception.state), \(exception.ends), \(try JSONColumn(exception)))
            """
        )
    }

    package static func update(_ exception: RiskException, in connection: some Connection) throws {
        try connection.execute(
            """
            UPDATE risk_exceptions SET state = \(exception.state), ends = \(exception.ends), document = \(try JSONColumn(exception))
            WHERE id = \(exception.id)
            """
        )
    }

    package static func find(_ id: ID<RiskException>, in connection: some Connection) throws -> RiskException? {
        try connection.row("SELECT document FROM risk_exceptions WHERE id = \(id)").map { try $0.json("document") }
    }

    /// Those in force, by id.
    package static func active(in connection: some Connection) throws -> [RiskException] {
        try connection.rows("SELECT document FROM risk_exceptions WHERE state = 'active' ORDER BY id")
            .map { try $0.json("document") }
    }

    /// Newest first; in one state where given.
    package static func list(
        state: RiskException.State? = nil,
        page: PageRequest = PageRequest(),
        in connection: some Connection,
    ) throws -> Page<RiskException> {
        try Listing(
            columns: "risk_exceptions.document",
            from: "risk_exceptions",
            conditions: state.map { ["state = \($0)"] } ?? [],
            order: Listing.Order(name: "exceptions", key: "id", kind: .text, id: "id", descending: true),
        ).page(page, in: connection) { try $0.json("document") }
    }
}
