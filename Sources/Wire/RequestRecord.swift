package import Domain

/// A request with the decisions on it.
package struct RequestRecord: Sendable, Codable {
    package var id: ID<ChangeRequest>
    package var kind: ChangeRequest.Kind
    package var state: ChangeRequest.State
    package var requester: Requester
    package var identity: ID<Identity>?
    /// What it is about, in words.
    package var subject: String?
    package var proposal: Proposal
    package var digest: String
    package var reason: String
    package var expedited: Expedited?
    package var seats: [Seat]
    package var policies: [String]
    /// "this needs two approvals … because …".
    package var because: String
    package var opened: Instant
    package var due: Instant
    package var escalates: Instant
    package var lapses: Instant
    package var decided: Instant?
    package var outcome: String?
    package var approvals: [Approval]
    /// Seats that nobody has sat on yet.
    package var waitingFor: [Seat]
    /// What changed since it was asked for.
    package var drift: [String]
    /// Whether whoever asks may decide on it now; absent where that was not asked.
    package var mayDecide: Bool?
    /// Why not.
    package var mayNotDecide: String?

    package init(
        _ request: ChangeRequest,
        approvals: [Approval] = [],
        waitingFor: [Seat] = [],
        drift: [String] = [],
        mayDecide: Bool? = nil,
        mayNotDecide: String? = nil,
    ) {
        id = request.id
        kind = request.kind
        state = request.state
        requester = request.requester
        identity = request.identity
        subject = request.subject?.name
        proposal = request.proposal
        digest = request.digest
        reason = request.reason
        expedited = request.expedited
        seats = request.route.seats
        policies = request.route.policies
        because = request.route.sentence
        opened = request.opened
        due = request.due
        escalates = request.escalates
        lapses = request.lapses
        decided = request.decided
        outcome = request.outcome
        self.approvals = approvals
        self.waitingFor = waitingFor
        self.drift = drift
        self.mayDecide = mayDecide
        self.mayNotDecide = mayNotDecide
    }
}

/// What policy says of a request before it is sent.
package struct RoutePreview: Sendable, Codable {
    package var seats: [Seat]
    package var policies: [String]
    /// "this needs two approvals … because …".
    package var because: String
    package var proposal: Proposal

    package init(route: Route, proposal: Proposal) {
        seats = route.seats
        policies = route.policies
        because = route.sentence
        self.proposal = proposal
    }
}

/// What an import of people changed.
package struct PeopleOutcome: Sendable, Codable {
    package var people: Int
    package var teams: Int
    package var departed: [String]

    package init(people: Int, teams: Int, departed: [String]) {
        self.people = people
        self.teams = teams
        self.departed = departed
    }
}

/// What became of a renewal.
package struct RenewalRecord: Sendable, Codable {
    /// `renewed`, `needsConfirmation` or `refused`.
    package var outcome: String
    package var because: [String]
    package var lastUsed: Instant?
    package var request: ID<ChangeRequest>?

    package init(outcome: String, because: [String], lastUsed: Instant? = nil, request: ID<ChangeRequest>? = nil) {
        self.outcome = outcome
        self.because = because
        self.lastUsed = lastUsed
        self.request = request
    }
}
