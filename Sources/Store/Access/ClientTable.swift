package import Domain
package import SQLEngine

/// One way in which an identity proves at the token endpoint who it is.
///
/// The OAuth client id is the identity's id; an identity may have several of these, so that one can be replaced without
/// a gap.
package struct ClientKey: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, SQLValue {
        /// `material` is a verifier of the secret, never the secret.
        case secret
        /// `material` is a public key as JWK.
        case publicKey
    }

    /// Unique among all clients; for a public key its thumbprint or `kid`.
    package var id: String
    package var identity: ID<Identity>
    package var kind: Kind
    package var material: String
    package var created: Instant
    package var expires: Instant
    package var revoked: Instant?

    package init(
        id: String,
        identity: ID<Identity>,
        kind: Kind,
        material: String,
        created: Instant,
        expires: Instant,
        revoked: Instant? = nil,
    ) {
        self.id = id
        self.identity = identity
        self.kind = kind
        self.material = material
        self.created = created
        self.expires = expires
        self.revoked = revoked
    }

    package func isUsable(at now: Instant) -> Bool { revoked == nil && created <= now && now < expires }
}

/// The keys and secrets of OAuth clients.
package enum ClientTable {
    package static func insert(_ client: ClientKey, in connection: some Connection) throws {
        try connection.execute(
            """
            INSERT INTO clients (id, identity, kind, material, created, expires, revoked)
            VALUES (\(client.id), \(client.identity), \(client.kind), \(client.material), \(client.created),
                \(client.expires), \(client.revoked))
            """
        )
    }

    package static func find(_ id: String, in connection: some Connection) throws -> ClientKey? {
        try connection.row("SELECT * FROM clients WHERE id = \(id.storable)").map(decode)
    }

    /// All of an identity, revoked and expired ones included, newest first.
    package static func all(of identity: ID<Identity>, in connection: some Connection) throws -> [ClientKey] {
        try connection.rows("SELECT * FROM clients WHERE identity = \(identity) ORDER BY created DESC, id").map(decode)
    }

    /// The key of another identity with the same material, revoked ones included; nil when there is none.
    package static func other(
        _ identity: ID<Identity>,
        with material: String,
        in connection: some Connection,
    ) throws -> ClientKey? {
        try connection.row(
            "SELECT * FROM clients WHERE material = \(material.storable) AND identity <> \(identity) ORDER BY id LIMIT 1"
        ).map(decode)
    }

    /// Ends one earlier than it would; a later end changes nothing.
    package static func end(_ id: String, at end: Instant, in connection: some Connection) throws {
        try connection.execute("UPDATE clients SET expires = \(end) WHERE id = \(id.storable) AND expires > \(end)")
    }

    /// - Returns: true when it was not revoked before.
    @discardableResult
    package static func revoke(_ id: String, at now: Instant, in connection: some Connection) throws -> Bool {
        try connection.execute("UPDATE clients SET revoked = \(now) WHERE id = \(id.storable) AND revoked IS NULL") == 1
    }

    /// - Returns: How many were not revoked before.
    @discardableResult
    package static func revokeAll(
        of identity: ID<Identity>,
        at now: Instant,
        in connection: some Connection,
    ) throws -> Int {
        try connection.execute("UPDATE clients SET revoked = \(now) WHERE identity = \(identity) AND revoked IS NULL")
    }

    private static func decode(_ row: Row) throws -> ClientKey {
        ClientKey(
            id: try row.text("id"),
            identity: try row.get("identity"),
            kind: try row.get("kind"),
            material: try row.text("material"),
            created: try row.get("created"),
            expires: try row.get("expires"),
            revoked: try row.get("revoked"),
        )
    }
}
