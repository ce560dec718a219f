package import Domain

/// A grant as it is asked for.
package struct AskedGrant: Sendable, Hashable, Codable {
    package var action: ActionClass
    package var resource: ResourcePath
    package var until: Instant
    package var direction: Direction?
    /// The run or job it opens and closes with.
    package var task: String?
    package var purpose: String?
    package var networks: [String]?
    /// `08:00-18:00`, UTC.
    package var hours: DailyWindow?
    package var perMinute: Int?

    package init(action: ActionClass, resource: ResourcePath, until: Instant) {
        self.action = action
        self.resource = resource
        self.until = until
    }
}

/// What a request in a hurry says.
package struct AskedHurry: Sendable, Hashable, Codable {
    package var owner: String?
    package var until: Instant?
    package var rollback: String?

    package init(owner: String?, until: Instant?, rollback: String?) {
        self.owner = owner
        self.until = until
        self.rollback = rollback
    }
}

package struct RequestOrder: WireBody {
    package static let members: Set = [
        "kind", "identity", "grants", "registration", "exception", "breakGlass", "terms", "reason", "expedited",
        "callback", "callbackSecret",
    ]

    package var kind: ChangeRequest.Kind
    /// Id, beginning of an id, or name; a machine leaves it out and asks for itself.
    package var identity: String?
    package var grants: [AskedGrant]?
    package var registration: RegisterRequest?
    /// For `exception` and `breakGlass`: all of it; `reason` here is the order's own.
    package var exception: ExceptionRequest?
    package var breakGlass: BreakGlassRequest?
    package var terms: [String: String]?
    package var reason: String
    package var expedited: AskedHurry?
    /// Where the decision is sent, signed as Standard Webhooks says; only where `webhooks` of the terms allow.
    package var callback: String?
    /// What it is signed with: `whsec_` and 24 to 64 bytes in Base64, chosen by whoever asks.
    package var callbackSecret: String?

    package init(_ kind: ChangeRequest.Kind, identity: String?, reason: String) {
        self.kind = kind
        self.identity = identity
        self.reason = reason
    }
}

package struct DecisionOrder: WireBody {
    package static let members: Set = ["decision", "reason", "reduction", "until", "digest"]

    package var decision: Approval.Decision
    package var reason: String?
    /// What is approved when it is less than was asked.
    package var reduction: [AskedGrant]?
    /// An earlier end of everything that is approved.
    package var until: Instant?
    /// Digest of what the approver looked at; another one refuses the decision.
    package var digest: String?

    package init(_ decision: Approval.Decision, reason: String?, until: Instant? = nil, digest: String?) {
        self.decision = decision
        self.reason = reason
        self.until = until
        self.digest = digest
    }
}

package struct WithdrawOrder: WireBody {
    package static let members: Set = ["reason"]

    package var reason: String?

    package init(reason: String?) {
        self.reason = reason
    }
}

package struct TeamRequest: WireBody {
    package static let members: Set = ["name", "members", "teams", "externalID"]

    package var name: String
    /// Addresses or ids of people.
    package var members: [String]?
    /// Names or ids of teams whose people belong to it too.
    package var teams: [String]?
    package var externalID: String?

    package init(name: String, members: [String]?, teams: [String]?, externalID: String? = nil) {
        self.name = name
        self.members = members
        self.teams = teams
        self.externalID = externalID
    }
}

package struct PeopleRequest: WireBody {
    package static let members: Set = ["people", "teams"]

    package var people: [UserRequest]
    package var teams: [TeamRequest]

    package init(people: [UserRequest], teams: [TeamRequest]) {
        self.people = people
        self.teams = teams
    }
}
