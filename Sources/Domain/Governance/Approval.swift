/// One decision on a request, bound to the digest of what was decided on.
package struct Approval: Sendable, Hashable, Codable, Identifiable {
    package static let idPrefix = "apr"

    package enum Decision: String, Sendable, Hashable, Codable, CaseIterable {
        case approved, refused
    }

    package var id: ID<Approval>
    package var request: ID<ChangeRequest>
    /// In whose place the decision was made.
    package var seat: Seat
    /// Who decided; the policy when nobody had to.
    package var by: Approver
    package var at: Instant
    package var decision: Decision
    package var reason: String?
    /// What was approved when that is less than was asked for; nil for all of it.
    package var reduction: [ProposedGrant]?
    /// Digest of what was approved.
    package var digest: String
    /// When it ends even though nothing changes; nothing is permanent.
    package var ends: Instant
    package var voided: Instant?
    /// What changed, when it is void.
    package var voidReason: String?

    package init(
        id: ID<Approval>,
        request: ID<ChangeRequest>,
        seat: Seat,
        by: Approver,
        at: Instant,
        decision: Decision,
        reason: String? = nil,
        reduction: [ProposedGrant]? = nil,
        digest: String,
        ends: Instant,
        voided: Instant? = nil,
        voidReason: String? = nil,
    ) {
        self.id = id
        self.request = request
        self.seat = seat
        self.by = by
        self.at = at
        self.decision = decision
        self.reason = reason
        self.reduction = reduction
        self.digest = digest
        self.ends = ends
        self.voided = voided
        self.voidReason = voidReason
    }

    /// Whether it may be used at `now`.
    package func holds(at now: Instant) -> Bool { decision == .approved && voided == nil && now < ends }
}

/// Who decided.
package struct Approver: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case user, localOperator
        /// Policy lets the requester do this alone.
        case policy
    }

    package var kind: Kind
    /// Id of the user, `local`, or the id of the policy.
    package var id: String
    package var name: String
    /// Tells the person behind the account; for a policy its id.
    package var person: String

    package init(kind: Kind, id: String, name: String, person: String) {
        self.kind = kind
        self.id = id
        self.name = name
        self.person = person
    }
}

/// In whose place somebody decides: policy names the seats that a request needs, and says who may sit on each.
package struct Seat: RawRepresentable, Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    package var rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Whoever answers for the identity; from escalation on, or when they ask themselves or are away, the backup.
    package static let owner = Seat(rawValue: "owner")
    package static let security = Seat(rawValue: "security")
    /// Nobody had to decide.
    package static let policy = Seat(rawValue: "policy")

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    package var description: String { rawValue }

    package init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
