/// An identity whose owner is gone, until somebody took it over.
package struct Handover: Sendable, Hashable {
    package var identity: ID<Identity>
    /// The owner who is gone.
    package var departed: ID<User>
    package var began: Instant
    /// When others than the backup were told; nil before.
    package var escalated: Instant?

    package init(identity: ID<Identity>, departed: ID<User>, began: Instant, escalated: Instant? = nil) {
        self.identity = identity
        self.departed = departed
        self.began = began
        self.escalated = escalated
    }
}
