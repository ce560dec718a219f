/// Who has to decide a request, by which policies and why: what policy says before the form is sent, and again when it is.
package struct Route: Sendable, Hashable, Codable {
    /// The seats that have to approve, each by another person; empty when policy lets the requester do it alone.
    package var seats: [Seat]
    /// Ids of the policies that say so, sorted.
    package var policies: [String]
    /// Why, one sentence a policy, in the policies' order.
    package var because: [String]
    /// How long until it should be decided.
    package var due: Duration
    /// How long until the backup may decide in the owner's place.
    package var escalation: Duration
    /// How long until it lapses undecided.
    package var lapse: Duration
    /// How long an approval of it lasts at the most.
    package var validity: Duration

    package init(
        seats: [Seat],
        policies: [String],
        because: [String],
        due: Duration = .days(3),
        escalation: Duration = .days(2),
        lapse: Duration = .days(14),
        validity: Duration = .days(365),
    ) {
        self.seats = seats
        self.policies = policies
        self.because = because
        self.due = due
        self.escalation = escalation
        self.lapse = lapse
        self.validity = validity
    }

    /// For people, as in "this needs two approvals (owner, security) because it reaches production".
    package var sentence: String {
        let reasons = because.joined(separator: "; ")
        if seats.isEmpty { return "you may do this alone because \(reasons)" }
        let numbers = ["no approval", "one approval", "two approvals", "three approvals", "four approvals"]
        let count = seats.count < numbers.count ? numbers[seats.count] : "\(seats.count) approvals"
        return "this needs \(count) (\(seats.map(\.rawValue).joined(separator: ", "))) because \(reasons)"
    }
}
