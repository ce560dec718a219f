package import Domain
package import SQLEngine

extension Envelope.State: SQLValue {}

/// The envelopes that were handed out; the keys of their records are in `SealedTable`.
package enum EnvelopeTable {
    package static func insert(_ envelope: Envelope, in connection: some Connection) throws {
        try connection.execute(
            """
            INSERT INTO envelopes (id, identity, person, state, document)
            VALUES (\(envelope.id), \(envelope.identity), \(envelope.person), \(envelope.state),
                \(try JSONColumn(envelope)))
            """
        )
    }

    package static func update(_ envelope: Envelope, in connection: some Connection) throws {
        try connection.execute(
            """
            UPDATE envelopes SET state = \(envelope.state), document = \(try JSONColumn(envelope))
            WHERE id = \(envelope.id)
            """
        )
    }

    package static func find(_ id: ID<Envelope>, in connection: some Connection) throws -> Envelope? {
        try connection.row("SELECT document FROM envelopes WHERE id = \(id)").map { try $0.json("document") }
    }

    /// Newest first; in one state where given.
    package static func all(state: Envelope.State? = nil, in connection: some Connection) throws -> [Envelope] {
        let wanted: Query = state.map { "state = \($0)" } ?? "TRUE"
        return try connection.rows("SELECT document FROM envelopes WHERE \(wanted) ORDER BY id DESC")
            .map { try $0.json("document") }
    }
}
