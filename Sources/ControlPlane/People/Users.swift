package import Domain
import SQLEngine
import Store

/// A person as somebody with the right to adds or changes them.
package struct NewUser: Sendable, Hashable {
    package var email: String
    package var name: String
    package var team: String?
    package var status: User.Status
    package var roles: Set<Role>
    package var sharedMailbox: Bool
    /// Tells the person behind the account; nil leaves what is known.
    package var person: String?
    package var externalID: String?

    package init(
        email: String,
        name: String,
        team: String? = nil,
        status: User.Status = .active,
        roles: Set<Role> = [.viewer],
        sharedMailbox: Bool = false,
        person: String? = nil,
        externalID: String? = nil,
    ) {
        self.email = email
        self.name = name
        self.team = team
        self.status = status
        self.roles = roles
        self.sharedMailbox = sharedMailbox
        self.person = person
        self.externalID = externalID
    }
}

extension ControlPlane {
    package func users(by caller: Caller) async throws -> [User] {
        try require(.view, by: caller)
        return try await database.read { try UserTable.all(in: $0) }
    }

    /// Adds a person, or changes the one with this address.
    ///
    /// Whoever is no longer active is signed out at once.
    package func putUser(_ new: NewUser, by caller: Caller) async throws -> User {
        try require(.administer, by: caller)
        return try await change(by: caller) { try Self.put(new, &$0) }
    }

    /// Adds or changes a person within a transaction; who is gone hands over what they own.
    static func put(_ new: NewUser, _ change: inout Change) throws -> User {
        let email = new.email.lowercased()
        guard email.utf8.count <= 254, email.split(separator: "@", omittingEmptySubsequences: false).count == 2,
            !email.hasPrefix("@"), !email.hasSuffix("@"), !email.contains(where: \.isWhitespace)
        else {
            throw Failure(
                .invalid,
                "`\(new.email.prefix(80))` is no mail address",
                fields: [MissingField("email", why: "must have the form name@example.com")],
            )
        }
        guard !new.name.isBlank, new.name.utf8.count <= 200 else {
            throw Failure(.invalid, "a person needs a name", fields: [MissingField("name", why: "1 to 200 bytes")])
        }
        if let person = new.person, person.isBlank || person.utf8.count > 200 {
            throw Failure(
                .invalid,
                "what tells the person is no key",
                fields: [MissingField("person", why: "1 to 200 bytes")],
            )
        }
        let known = try UserTable.find(email: email, in: change.connection)
        let user = User(
            id: known?.id ?? ID(at: change.now),
            email: email,
            name: new.name,
            team: new.team,
            status: new.status,
            roles: new.roles,
            sharedMailbox: new.sharedMailbox,
            person: new.person ?? known?.person,
            externalID: new.externalID ?? known?.externalID,
        )
        if known == nil {
            try UserTable.insert(user, at: change.now, in: change.connection)
        } else {
            try UserTable.update(user, at: change.now, in: change.connection)
        }
        if user.status != .active {
            try SessionTable.removeAll(of: user.id, in: change.connection)
            try OneTimeLinkTable.revokeAll(of: user.id, in: change.connection)
        }
        change.record(known == nil ? .userAdded : .userChanged, user.subject, changes: user.changes(since: known))
        change.touch(.user, user.id.text)
        if user.status != .active, known?.status == .active { try beginHandover(from: user, &change) }
        if user.status == .active, known.map({ $0.status != .active }) ?? false { try endHandover(to: user, &change) }
        return user
    }
}

extension User {
    fileprivate func changes(since old: User?) -> [Event.Change] {
        func list(_ roles: Set<Role>?) -> String? { roles.map { $0.map(\.rawValue).sorted().joined(separator: ", ") } }
        return [
            Event.Change("name", before: old?.name, after: name),
            Event.Change("team", before: old?.team, after: team),
            Event.Change("status", before: old?.status.rawValue, after: status.rawValue),
            Event.Change("roles", before: list(old?.roles), after: list(roles)),
            Event.Change("person", before: old?.person, after: person),
            Event.Change("sharedMailbox", before: old.map { "\($0.sharedMailbox)" }, after: "\(sharedMailbox)"),
        ].filter { $0.before != $0.after }
    }
}
