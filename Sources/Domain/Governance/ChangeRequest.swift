/// A request, as DESIGN calls it: somebody, or an identity itself, asks for something that somebody else has to allow.
///
/// It is open until it is decided, withdrawn, void or overdue; what it led to is carried out in the same transaction as
/// the approval that completed it.
package struct ChangeRequest: Sendable, Hashable, Codable, Identifiable {
    package static let idPrefix = "req"

    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case register, grant, expand, reduce, renew, clone, exception, rotate, breakGlass, policyChange, level
    }

    package enum State: String, Sendable, Hashable, Codable, CaseIterable {
        case open, approved, refused, withdrawn
        /// What it asked for is not any more what there is.
        case void
        /// Approved and done with: its task ended, its time ran out.
        case closed
        /// Nobody decided in time.
        case expired
    }

    package var id: ID<ChangeRequest>
    package var kind: Kind
    package var state: State
    package var requester: Requester
    /// The identity it is for; nil for what concerns none.
    package var identity: ID<Identity>?
    /// What it is about, in the words of the log.
    package var subject: Event.Subject?
    package var proposal: Proposal
    /// SHA-256, in hex, of the proposal's canonical bytes, as it stands now.
    package var digest: String
    package var reason: String
    package var expedited: Expedited?
    package var route: Route
    package var opened: Instant
    /// By when it should be decided.
    package var due: Instant
    /// From when the backup may decide in the owner's place.
    package var escalates: Instant
    /// When it lapses undecided.
    package var lapses: Instant
    /// When the backup was told that the owner did not decide; nil before.
    package var escalated: Instant?
    package var decided: Instant?
    /// Why it was refused, void or closed; nil while there is nothing to say.
    package var outcome: String?
    /// Where the decision is sent when a machine asked for it; an `https` or loopback address.
    package var callback: String?

    package init(
        id: ID<ChangeRequest>,
        kind: Kind,
        requester: Requester,
        identity: ID<Identity>? = nil,
        subject: Event.Subject? = nil,
        proposal: Proposal,
        digest: String,
        reason: String,
        expedited: Expedited? = nil,
        route: Route,
        opened: Instant,
    ) {
        self.id = id
        self.kind = kind
        state = .open
        self.requester = requester
        self.identity = identity
        self.subject = subject
        self.proposal = proposal
        self.digest = digest
        self.reason = reason
        self.expedited = expedited
        self.route = route
        self.opened = opened
        due = opened + route.due
        escalates = opened + route.escalation
        lapses = opened + route.lapse
    }
}

/// Who asked: kept as it was then, so that it holds when the account or its groups change.
package struct Requester: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case user, identity, localOperator, penstock
    }

    package var kind: Kind
    /// Id of the user or identity; `local` or `penstock` else.
    package var id: String
    package var name: String
    /// Tells the person behind the account; two accounts of one person have the same.
    ///
    /// Nil for machines.
    package var person: String?

    package init(kind: Kind, id: String, name: String, person: String? = nil) {
        self.kind = kind
        self.id = id
        self.name = name
        self.person = person
    }
}

/// What a request in a hurry cannot leave out.
package struct Expedited: Sendable, Hashable, Codable {
    /// Who answers for the haste.
    package var owner: ID<User>
    /// When what it gives ends at the latest.
    package var until: Instant
    /// How it is undone.
    package var rollback: String

    package init(owner: ID<User>, until: Instant, rollback: String) {
        self.owner = owner
        self.until = until
        self.rollback = rollback
    }
}
