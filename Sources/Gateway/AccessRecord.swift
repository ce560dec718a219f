package import Decisions
package import Domain

/// What the log keeps of one request: who asked first, which identity acted, what was decided and on what.
///
/// The query of the address and all header values stay out: they may hold secrets.
package struct AccessRecord: Sendable, Hashable {
    package var at: Instant
    /// Who the token speaks for, as far as it was accepted.
    package var identity: ID<Identity>?
    package var lease: ID<Lease>?
    package var task: String?
    package var originalCaller: String?
    package var delegation: [String]
    package var clientAddress: String
    package var method: String
    /// Path below the system as received, without query.
    package var path: String
    package var action: ActionClass?
    package var resource: ResourcePath?
    /// nil when the request was refused before a decision, because of its token.
    package var decision: AccessDecision?
    package var enforcement: Enforcement
    package var refusal: TokenRefusal?

    package init(
        at: Instant,
        identity: ID<Identity>?,
        lease: ID<Lease>?,
        task: String? = nil,
        originalCaller: String? = nil,
        delegation: [String] = [],
        clientAddress: String,
        method: String,
        path: String,
        action: ActionClass? = nil,
        resource: ResourcePath? = nil,
        decision: AccessDecision? = nil,
        enforcement: Enforcement,
        refusal: TokenRefusal? = nil,
    ) {
        self.at = at
        self.identity = identity
        self.lease = lease
        self.task = task
        self.originalCaller = originalCaller
        self.delegation = delegation
        self.clientAddress = clientAddress
        self.method = method
        self.path = path
        self.action = action
        self.resource = resource
        self.decision = decision
        self.enforcement = enforcement
        self.refusal = refusal
    }
}
