package import Domain
package import SQLEngine

/// The decisions on requests: at most one a person and one a seat for each request.
package enum ApprovalTable {
    /// - Throws: `DatabaseError` of kind `constraintUnique` when the person has decided already or the seat is taken.
    package static func insert(_ approval: Approval, in connection: some Connection) throws {
        try connection.execute(
            """
            INSERT INTO approvals (id, request, seat, person, approver, at, decision, digest, ends, voided, document)
            VALUES (\(approval.id), \(approval.request), \(approval.seat), \(approval.by.person.storable),
                \(approval.by.id), \(approval.at), \(approval.decision), \(approval.digest), \(approval.ends),
                \(approval.voided), \(try JSONColumn(approval)))
            """
        )
    }

    /// Writes what can change of an approval: that it is void, and why.
    @discardableResult
    package static func update(_ approval: Approval, in connection: some Connection) throws -> Bool {
        try connection.execute(
            """
            UPDATE approvals SET voided = \(approval.voided), document = \(try JSONColumn(approval))
            WHERE id = \(approval.id)
            """
        ) == 1
    }

    package static func find(_ id: ID<Approval>, in connection: some Connection) throws -> Approval? {
        try connection.row("SELECT * FROM approvals WHERE id = \(id)").map(decode)
    }

    /// The decisions on one request, oldest first.
    package static func all(
        of request: ID<ChangeRequest>,
        in connection: some Connection,
    ) throws -> [Approval] {
        try connection.rows("SELECT * FROM approvals WHERE request = \(request) ORDER BY at, id").map(decode)
    }

    /// The approvals of requests for an identity that hold until something changes or they end, oldest first.
    package static func holding(
        of identity: ID<Identity>,
        at now: Instant,
        in connection: some Connection,
    ) throws -> [Approval] {
        try connection.rows(
            """
            SELECT a.document FROM approvals a JOIN requests r ON r.id = a.request
            WHERE r.identity = \(identity) AND r.state = \(ChangeRequest.State.approved)
                AND a.decision = \(Approval.Decision.approved) AND a.voided IS NULL AND a.ends > \(now)
            ORDER BY a.at, a.id
            """
        ).map(decode)
    }

    private static func decode(_ row: Row) throws -> Approval { try row.json("document") }
}
