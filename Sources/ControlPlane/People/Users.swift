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

    package init(
        email: String,
        name: String,
        team: String? = nil,
        status: User.Status = .active,
        roles: Set<Role> = [.viewer],
        sharedMailbox: Bool = false,
    ) {
        self.email = email
        self.name = name
        self.team = team
        self.status = status
        self.roles = roles
        self.sharedMailbox = sharedMailbox
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
        return try await change(by: caller) { change in
            let known = try UserTable.find(email: email, in: change.connection)
            let user = User(
                id: known?.id ?? ID(at: change.now),
                email: email,
                name: new.name,
                team: new.team,
                status: new.status,
                roles: new.roles,
                sharedMailbox: new.sharedMailbox,
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
            return user
        }
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
            Event.Change("sharedMailbox", before: old.map { "\($0.sharedMailbox)" }, after: "\(sharedMailbox)"),
        ].filter { $0.before != $0.after }
    }
}
