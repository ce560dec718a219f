/// Something that is due at a time; kind and key tell it from all others.
package struct Job: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Send one notification; the key is the delivery's id.
        case deliverNotification
        /// Close a break-glass; the key is its id.
        case endBreakGlass
        /// An envelope for break-glass without the server should have come back; the key is its id.
        case missEnvelope
        /// Check the controls of all active exceptions; the key is `all`.
        case checkExceptions
        /// End an exception; the key is its id.
        case endException
        /// Open the reviews whose turn has come; the key is `all`.
        case openReviews
        /// Decide what nobody decided in time; the key is the campaign's id.
        case endReview
        /// See whether what a review took away is gone; the key is the item's id.
        case verifyReview
        /// See which dates of requests, identities, hand-overs and grants have passed; the key is `all`.
        case checkGovernance
        /// Carry out one thing of governance whose time has come; the key is that of `DueGovernance`.
        case carryOutGovernance
        /// Review what a vendor runs before its contract renews; the key is the vendor's name.
        case reviewVendor
        /// Tell that a revocation is not done in time; the key is its id.
        case overdueRevocation
    }

    package var kind: Kind
    package var key: String
    /// The time it is for; it runs at most once for each.
    package var due: Instant
    /// When it may be tried: its due time, or later after an attempt that failed.
    package var ready: Instant
    /// Attempts that failed since it became due.
    package var attempts: Int
    package var lastError: String?
    /// The node at work on it.
    package var claimedBy: String?
    /// When it last ran to its end.
    package var lastRun: Instant?

    package init(
        kind: Kind,
        key: String,
        due: Instant,
        ready: Instant,
        attempts: Int = 0,
        lastError: String? = nil,
        claimedBy: String? = nil,
        lastRun: Instant? = nil,
    ) {
        self.kind = kind
        self.key = key
        self.due = due
        self.ready = ready
        self.attempts = attempts
        self.lastError = lastError
        self.claimedBy = claimedBy
        self.lastRun = lastRun
    }

    /// How long to wait after an attempt that failed: a minute, doubled each time, at most an hour.
    package static func pause(afterAttempts attempts: Int) -> Duration {
        min(.hours(1), .minutes(1 << Int64(min(max(attempts - 1, 0), 6))))
    }
}
