package import Domain
package import SQLEngine

/// Links that sign a person in once, known by the digest of their token.
package enum OneTimeLinkTable {
    /// Adds a link; `digest` is the SHA-256 of its token.
    package static func insert(
        digest: [UInt8],
        user: ID<User>,
        created: Instant,
        expires: Instant,
        in connection: some Connection,
    ) throws {
        try connection.execute(
            """
            INSERT INTO one_time_links (digest, user_id, created, expires, used)
            VALUES (\(digest), \(user), \(created), \(expires), NULL)
            """
        )
    }

    /// Uses a link up.
    ///
    /// - Returns: Whom it signs in; nil when it is unknown, used or has ended.
    package static func redeem(
        digest: [UInt8],
        at now: Instant,
        in connection: some Connection,
    ) throws -> ID<User>? {
        try connection.scalar(
            """
            UPDATE one_time_links SET used = \(now)
            WHERE digest = \(digest) AND used IS NULL AND expires > \(now) RETURNING user_id
            """
        )
    }

    /// Makes a person's unused links useless, as when a new one is given out.
    @discardableResult
    package static func revokeAll(of user: ID<User>, in connection: some Connection) throws -> Int {
        try connection.execute("DELETE FROM one_time_links WHERE user_id = \(user) AND used IS NULL")
    }

    @discardableResult
    package static func removeExpired(at now: Instant, in connection: some Connection) throws -> Int {
        try connection.execute("DELETE FROM one_time_links WHERE expires <= \(now)")
    }
}
