package import Domain
package import SQLEngine

/// A person's stay, known by the digest of a token that only their browser or program holds.
package struct SessionRecord: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, SQLValue {
        case console, api
    }

    /// SHA-256 of the token.
    package var digest: [UInt8]
    package var user: ID<User>
    package var kind: Kind
    package var csrf: String
    package var created: Instant
    package var lastSeen: Instant
    package var expires: Instant

    package init(
        digest: [UInt8],
        user: ID<User>,
        kind: Kind,
        csrf: String,
        created: Instant,
        expires: Instant,
    ) {
        self.digest = digest
        self.user = user
        self.kind = kind
        self.csrf = csrf
        self.created = created
        lastSeen = created
        self.expires = expires
    }
}

/// The sessions of people.
package enum SessionTable {
    package static func insert(_ session: SessionRecord, in connection: some Connection) throws {
        try connection.execute(
            """
            INSERT INTO sessions (digest, user_id, kind, csrf, created, last_seen, expires)
            VALUES (\(session.digest), \(session.user), \(session.kind), \(session.csrf), \(session.created),
                \(session.lastSeen), \(session.expires))
            """
        )
    }

    /// The session of a token, unless it has ended at `now`.
    package static func find(
        digest: [UInt8],
        at now: Instant,
        in connection: some Connection,
    ) throws -> SessionRecord? {
        try connection.row("SELECT * FROM sessions WHERE digest = \(digest) AND expires > \(now)").map(decode)
    }

    /// Notes that a session is in use and moves its end.
    package static func touch(
        digest: [UInt8],
        at now: Instant,
        expires: Instant,
        in connection: some Connection,
    ) throws {
        try connection.execute(
            "UPDATE sessions SET last_seen = \(now), expires = \(expires) WHERE digest = \(digest)"
        )
    }

    /// - Returns: false when there was none.
    @discardableResult
    package static func remove(digest: [UInt8], in connection: some Connection) throws -> Bool {
        try connection.execute("DELETE FROM sessions WHERE digest = \(digest)") == 1
    }

    /// Ends all sessions of a person but the one of the digest `kept`, as when they leave or choose another passphrase.
    ///
    /// - Returns: How many ended.
    @discardableResult
    package static func removeAll(
        of user: ID<User>,
        except kept: [UInt8]? = nil,
        in connection: some Connection,
    ) throws -> Int {
        try connection.execute("DELETE FROM sessions WHERE user_id = \(user) AND digest <> \(kept ?? [])")
    }

    @discardableResult
    package static func removeExpired(at now: Instant, in connection: some Connection) throws -> Int {
        try connection.execute("DELETE FROM sessions WHERE expires <= \(now)")
    }

    private static func decode(_ row: Row) throws -> SessionRecord {
        var session = SessionRecord(
            digest: try row.bytes("digest"),
            user: try row.get("user_id"),
            kind: try row.get("kind"),
            csrf: try row.text("csrf"),
            created: try row.get("created"),
            expires: try row.get("expires"),
        )
        session.lastSeen = try row.get("last_seen")
        return session
    }
}
