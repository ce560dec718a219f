package import Domain

/// One question: whether this identity may do this to that now.
package struct AccessRequest: Sendable, Hashable {
    package var identity: ID<Identity>
    package var action: ActionClass
    package var resource: ResourcePath
    /// The instant that conditions and ends of grants are judged at.
    package var now: Instant
    /// The credential it came with; nil when the caller has none, as in a question out of curiosity.
    package var lease: ID<Lease>?
    /// Time since that credential was issued; nil without one.
    package var tokenAge: Duration?
    /// What that credential was narrowed to; nil when it carries everything its identity was granted.
    package var scopes: [TokenScope]?
    /// The run or job that asks.
    package var task: String?
    /// Who asked first; nil when the identity acts for itself.
    package var originalCaller: String?
    /// The identities between the original caller and this one, first hop first.
    package var delegation: [String]
    /// The peer's address as the gateway saw it, without port.
    package var clientAddress: String?
    /// Which way data flows; out of the system for reading and into it otherwise, where nothing else is said.
    package var direction: Direction
    /// What the credential says it is for.
    package var purpose: String?
    /// Requests of the identity in the minute before; nil where nobody counts.
    package var lastMinute: Int?

    package init(
        identity: ID<Identity>,
        action: ActionClass,
        resource: ResourcePath,
        now: Instant,
        lease: ID<Lease>? = nil,
        tokenAge: Duration? = nil,
        scopes: [TokenScope]? = nil,
        task: String? = nil,
        originalCaller: String? = nil,
        delegation: [String] = [],
        clientAddress: String? = nil,
        direction: Direction? = nil,
        purpose: String? = nil,
        lastMinute: Int? = nil,
    ) {
        self.identity = identity
        self.action = action
        self.resource = resource
        self.now = now
        self.lease = lease
        self.tokenAge = tokenAge
        self.scopes = scopes
        self.task = task
        self.originalCaller = originalCaller
        self.delegation = delegation
        self.clientAddress = clientAddress
        self.direction = direction ?? (action == .read ? .from : .into)
        self.purpose = purpose
        self.lastMinute = lastMinute
    }
}
