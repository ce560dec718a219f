/// A person who owns, approves, looks or administers.
package struct User: Sendable, Hashable, Codable, Identifiable {
    package static let idPrefix = "usr"

    package enum Status: String, Sendable, Hashable, Codable, CaseIterable {
        case active
        /// Signed out for a time; still employed.
        case disabled
        /// Left the organisation.
        case left
    }

    package var id: ID<User>
    /// Lower case, unique.
    package var email: String
    package var name: String
    package var team: String?
    package var status: Status
    package var roles: Set<Role>
    /// A mailbox that several people read; it cannot own anything.
    package var sharedMailbox: Bool
    /// Tells the person behind the account, for example a number of staff; accounts with the same are one person.
    ///
    /// Nil: the account is the person's only one.
    package var person: String?
    /// What the directory that keeps this account calls it, for SCIM and OpenID Connect; nil when it is kept here.
    package var externalID: String?

    package init(
        id: ID<User>,
        email: String,
        name: String,
        team: String? = nil,
        status: Status = .active,
        roles: Set<Role> = [],
        sharedMailbox: Bool = false,
        person: String? = nil,
        externalID: String? = nil,
    ) {
        self.id = id
        self.email = email
        self.name = name
        self.team = team
        self.status = status
        self.roles = roles
        self.sharedMailbox = sharedMailbox
        self.person = person
        self.externalID = externalID
    }

    /// The person behind the account: two accounts with the same key are one person.
    package var personKey: String { person ?? id.text }
}

extension User {
    /// Writes roles in the order of their names, so that the same person is always the same text.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(email, forKey: .email)
        try container.encode(name, forKey: .name)
        try container.encodeIfPresent(team, forKey: .team)
        try container.encode(status, forKey: .status)
        try container.encode(roles.sorted { $0.rawValue < $1.rawValue }, forKey: .roles)
        try container.encode(sharedMailbox, forKey: .sharedMailbox)
        try container.encodeIfPresent(person, forKey: .person)
        try container.encodeIfPresent(externalID, forKey: .externalID)
    }
}

/// What a person may do here; policies say what each role is worth.
package enum Role: String, Sendable, Hashable, Codable, CaseIterable {
    case viewer, owner, approver, security, admin
}

/// What a person or machine does to Penstock's own records; each is a Cedar action.
package enum GovernanceAction: String, Sendable, Hashable, Codable, CaseIterable {
    case view, importEstate, register, grant, issue, stop, resume, administer, verifyLog
    /// To ask for something that has to be approved.
    case request
    case proposeException, acceptRisk, breakGlass, review, tell, reportEvent
}
