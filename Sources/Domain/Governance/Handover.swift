/// An identity that nobody answers for as it should be, until one person is registered as its owner.
package struct Handover: Sendable, Hashable, Codable {
    /// Why somebody has to take it over.
    package enum Cause: String, Sendable, Hashable, Codable, CaseIterable {
        /// Its owner is gone.
        case departed
        /// Several say that it is theirs, or nobody does: two teams, a merger.
        case disputed
    }

    package var identity: ID<Identity>
    package var cause: Cause
    /// The owner when it began; nil when there was none.
    package var departed: ID<User>?
    /// What the dispute is about, in words; nil for an owner who is gone.
    package var reason: String?
    package var began: Instant
    /// When others than the backup were told; nil before.
    package var escalated: Instant?

    package init(
        identity: ID<Identity>,
        cause: Cause = .departed,
        departed: ID<User>?,
        reason: String? = nil,
        began: Instant,
        escalated: Instant? = nil,
    ) {
        self.identity = identity
        self.cause = cause
        self.departed = departed
        self.reason = reason
        self.began = began
        self.escalated = escalated
    }

    /// When others are told, by the class of the identity.
    package func escalates(_ identityClass: IdentityClass) -> Instant { began + identityClass.handover.escalation }

    /// When the identity is suspended, by its class.
    package func suspends(_ identityClass: IdentityClass) -> Instant { began + identityClass.handover.suspension }
}
