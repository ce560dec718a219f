/// One issued credential: to whom, for what, until when.
package struct Lease: Sendable, Hashable, Codable, Identifiable {
    package static let idPrefix = "lse"

    package enum Kind: String, Sendable, Hashable, Codable {
        /// An access token of our own; its `jti` is the lease's id.
        case accessToken
    }

    package var id: ID<Lease>
    package var kind: Kind
    package var identity: ID<Identity>
    /// The run or job it was issued for.
    package var task: String?
    package var issued: Instant
    package var expires: Instant
    package var revoked: Instant?

    package init(
        id: ID<Lease>,
        kind: Kind,
        identity: ID<Identity>,
        task: String? = nil,
        issued: Instant,
        expires: Instant,
        revoked: Instant? = nil,
    ) {
        self.id = id
        self.kind = kind
        self.identity = identity
        self.task = task
        self.issued = issued
        self.expires = expires
        self.revoked = revoked
    }

    /// Whether it may be used at `now`; refused from its expiry on.
    package func isUsable(at now: Instant) -> Bool { revoked == nil && now < expires }
}
