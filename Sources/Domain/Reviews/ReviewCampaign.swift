/// A round of recertification: items, who decides each, and by when.
package struct ReviewCampaign: Sendable, Hashable, Codable, Identifiable {
    package static let idPrefix = "rvw"

    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// What integration identities hold.
        case connectors
        /// What people may do here; never mixed with the other.
        case roles
    }

    /// What opened it.
    package enum Cause: String, Sendable, Hashable, Codable, CaseIterable {
        case schedule, manual, release, vendorContract, newTarget, newTenant, scopeGrowth, exposure, ownerChange
    }

    package var id: ID<ReviewCampaign>
    package var kind: Kind
    package var cause: Cause
    package var title: String
    package var opened: Instant
    package var openedBy: String
    package var due: Instant
    /// When all of it was decided; nil while it is open.
    package var closed: Instant?

    package init(
        id: ID<ReviewCampaign>,
        kind: Kind,
        cause: Cause,
        title: String,
        opened: Instant,
        openedBy: String,
        due: Instant,
        closed: Instant? = nil,
    ) {
        self.id = id
        self.kind = kind
        self.cause = cause
        self.title = title
        self.opened = opened
        self.openedBy = openedBy
        self.due = due
        self.closed = closed
    }
}

/// How far a campaign is and how well it was done.
package struct ReviewQuality: Sendable, Hashable, Codable {
    package var items = 0
    package var decided = 0
    package var open = 0
    /// Decided by policy because nobody did in time.
    package var lapsed = 0
    /// Undecided items whose subject has nobody with the authority to decide; they keep the campaign open.
    package var withoutReviewer = 0
    /// Decided by whoever owns what was decided on.
    package var selfReviews = 0
    /// Median seconds from when an item was first looked at to its decision; nil when none was.
    package var medianSeconds: Int?
    /// Decided in under three seconds, or without having been looked at.
    package var unread = 0
    /// Decided to leave everything as it was.
    package var unchanged = 0
    /// Decided against what the evidence proposed.
    package var againstProposal = 0
    /// What was to be removed and was not seen removed within a day.
    package var unremoved = 0

    package init() {}

    /// Share decided by somebody, 0 to 1.
    package var coverage: Double { items == 0 ? 1 : Double(decided) / Double(items) }
}
