package import Domain
package import SQLEngine

/// The client assertions that were accepted, so that none is accepted twice.
package enum UsedAssertionTable {
    /// Claims an assertion's id until `expires`, its own end, after which it is refused anyway and the row may go.
    ///
    /// - Returns: false when it was used before.
    package static func claim(
        client: String,
        jti: String,
        expires: Instant,
        in connection: some Connection,
    ) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO used_assertions (client, jti, expires) VALUES (\(client), \(jti.storable), \(expires))
            ON CONFLICT (client, jti) DO NOTHING
            """
        ) == 1
    }

    /// - Returns: How many rows went.
    @discardableResult
    package static func removeExpired(at now: Instant, in connection: some Connection) throws -> Int {
        try connection.execute("DELETE FROM used_assertions WHERE expires <= \(now)")
    }
}
