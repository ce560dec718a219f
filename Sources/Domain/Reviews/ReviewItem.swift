/// One thing to be decided in a review.
package struct ReviewItem: Sendable, Hashable, Codable, Identifiable {
    package static let idPrefix = "rvi"

    package enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
        case keep
        /// Down to what was used.
        case reduce
        case rotate, revoke
        /// Nobody can say what it is for; it ends as with `revoke`.
        case cannotJustify

        package var removes: Bool { self != .keep }
    }

    package enum State: String, Sendable, Hashable, Codable, CaseIterable {
        case open, decided
        /// Nobody decided in time, and policy did.
        case lapsed
    }

    /// Whether what the outcome takes away is seen to be gone.
    package enum Removal: String, Sendable, Hashable, Codable, CaseIterable {
        case none, pending, verified
    }

    package var id: ID<ReviewItem>
    package var campaign: ID<ReviewCampaign>
    /// The identity or person it is about; one of them.
    package var identity: ID<Identity>?
    package var user: ID<User>?
    package var name: String
    /// Who has the authority and is asked to decide; nil when nobody is known.
    package var reviewer: ID<User>?
    package var evidence: ReviewEvidence
    package var proposal: ReviewProposal
    package var state: State
    package var outcome: Outcome?
    package var note: String?
    package var decidedBy: String?
    package var decided: Instant?
    /// When somebody who may decide first looked at it.
    package var seen: Instant?
    package var selfReview: Bool
    package var removal: Removal
    package var verified: Instant?

    package init(
        id: ID<ReviewItem>,
        campaign: ID<ReviewCampaign>,
        identity: ID<Identity>?,
        user: ID<User>?,
        name: String,
        reviewer: ID<User>?,
        evidence: ReviewEvidence,
        proposal: ReviewProposal,
    ) {
        self.id = id
        self.campaign = campaign
        self.identity = identity
        self.user = user
        self.name = name
        self.reviewer = reviewer
        self.evidence = evidence
        self.proposal = proposal
        state = .open
        selfReview = false
        removal = .none
    }
}

/// What the evidence speaks for, and why.
package struct ReviewProposal: Sendable, Hashable, Codable {
    package var outcome: ReviewItem.Outcome
    package var because: String

    package init(_ outcome: ReviewItem.Outcome, because: String) {
        self.outcome = outcome
        self.because = because
    }
}
