/// What one identity may do, on what, until when: a grant always ends.
package struct Grant: Sendable, Hashable, Codable, Identifiable {
    package static let idPrefix = "grt"

    package var id: ID<Grant>
    package var identity: ID<Identity>
    package var action: ActionClass
    package var resource: ResourcePath
    package var begins: Instant
    package var ends: Instant
    package var reason: String?
    package var grantedBy: String
    /// When it was taken back before its end.
    package var revoked: Instant?
    /// Which way data flows; nil for either.
    package var direction: Direction?
    package var conditions = GrantConditions()
    /// The run or job it closes with; nil for none.
    package var task: String?
    /// What it is for when it is temporary; nil for what it is needed for all along.
    package var occasion: Occasion?
    /// The request that led to it, and the approval it rests on.
    package var request: ID<ChangeRequest>?
    package var approval: ID<Approval>?
    /// Digest of what was approved.
    package var digest: String?
    /// When its approval became void because what was approved is not any more what there is; it is never open again.
    package var voided: Instant?
    /// What changed, when it is void.
    package var voidReason: String?

    package init(
        id: ID<Grant>,
        identity: ID<Identity>,
        action: ActionClass,
        resource: ResourcePath,
        begins: Instant,
        ends: Instant,
        reason: String? = nil,
        grantedBy: String,
        revoked: Instant? = nil,
    ) {
        self.id = id
        self.identity = identity
        self.action = action
        self.resource = resource
        self.begins = begins
        self.ends = ends
        self.reason = reason
        self.grantedBy = grantedBy
        self.revoked = revoked
    }

    package func isOpen(at now: Instant) -> Bool {
        revoked == nil && voided == nil && begins <= now && now < ends
    }

    /// The longest that a grant to administer is open when it is for no task.
    package static let longestJustInTime: Duration = .hours(8)

    /// Whether it is open only when it is needed: for one task, or for a short while.
    package var isJustInTime: Bool { task != nil || ends - begins <= Self.longestJustInTime }
}
