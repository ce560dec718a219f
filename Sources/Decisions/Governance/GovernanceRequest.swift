package import Domain

/// One question: whether somebody may do something to Penstock's own records.
package struct GovernanceRequest: Sendable, Hashable {
    package enum Principal: Sendable, Hashable {
        case user(ID<User>)
        /// Whoever can read the data folder of this installation.
        case localOperator
        /// Penstock itself, for what is due.
        case penstock
        case identity(ID<Identity>)
    }

    package var principal: Principal
    package var action: GovernanceAction
    /// What it is about; nil for what concerns no single identity.
    package var identity: ID<Identity>?
    package var now: Instant
    /// Whether it is about what the principal asked for or did; nil where that has no meaning.
    package var own: Bool?

    package init(principal: Principal, action: GovernanceAction, identity: ID<Identity>? = nil, now: Instant) {
        self.principal = principal
        self.action = action
        self.identity = identity
        self.now = now
    }
}
