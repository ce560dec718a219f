package import Domain
import SQLEngine
import Store

/// A team as somebody with the right to adds or changes it.
package struct NewTeam: Sendable, Hashable {
    package var name: String
    /// Addresses or ids of people.
    package var members: [String]
    /// Names or ids of teams whose people belong to it too.
    package var teams: [String]
    package var externalID: String?

    package init(name: String, members: [String] = [], teams: [String] = [], externalID: String? = nil) {
        self.name = name
        self.members = members
        self.teams = teams
        self.externalID = externalID
    }
}

extension ControlPlane {
    package func teams(by caller: Caller) async throws -> [Team] {
        try require(.view, by: caller)
        return try await database.read { try TeamTable.all(in: $0) }
    }

    /// Adds a team, or changes the one of this name: its members are then these and no others.
    ///
    /// - Throws: `.invalid` for people and teams that are not known, and when a team would contain itself.
    package func putTeam(_ new: NewTeam, by caller: Caller) async throws -> Team {
        try require(.administer, by: caller)
        return try await change(by: caller) { try Self.put(new, &$0) }
    }

    /// Removes a team; policies that name it permit nothing by it any more.
    package func removeTeam(_ reference: String, by caller: Caller) async throws -> Team {
        try require(.administer, by: caller)
        return try await change(by: caller) { change in
            let team = try Self.team(reference, in: change.connection)
            let wholes = try TeamTable.all(in: change.connection).filter { $0.teams.contains(team.id) }
            try TeamTable.remove(team.id, in: change.connection)
            change.record(.teamRemoved, team.subject)
            for touched in [team] + wholes { change.touch(.team, touched.id.text) }
            return team
        }
    }

    static func put(_ new: NewTeam, _ change: inout Change) throws -> Team {
        guard !new.name.isBlank, new.name.utf8.count <= 200 else {
            throw Failure(.invalid, "a team needs a name", fields: [MissingField("name", why: "1 to 200 bytes")])
        }
        let connection = change.connection
        let known = try TeamTable.find(name: new.name, in: connection)
        var team = Team(id: known?.id ?? ID(at: change.now), name: new.name, externalID: new.externalID)
        team.members = Set(try new.members.map { try person($0, field: "members", in: connection).id })
        team.teams = Set(try new.teams.map { try Self.team($0, in: connection).id })
        var all = try TeamTable.all(in: connection).filter { $0.id != team.id }
        all.append(team)
        if let cycle = Team.cycle(among: all) {
            let names = cycle.map { id in all.first { $0.id == id }?.name ?? id.text }
            throw Failure(
                .invalid,
                "a team would contain itself: \(names.joined(separator: " → "))",
                fields: [MissingField("teams", why: "no team is a part of itself")],
            )
        }
        try TeamTable.put(team, at: change.now, in: connection)
        change.record(
            .teamChanged,
            team.subject,
            changes: [
                Event.Change("members", before: known.map { Self.list($0.members) }, after: Self.list(team.members)),
                Event.Change("teams", before: known.map { Self.list($0.teams) }, after: Self.list(team.teams)),
            ].filter { $0.before != $0.after },
        )
        change.touch(.team, team.id.text)
        return team
    }

    static func team(_ reference: String, in connection: some Connection) throws -> Team {
        let found =
            if let id = ID<Team>(reference), let team = try TeamTable.find(id, in: connection) { Team?.some(team) } else
            {
                try TeamTable.find(name: reference, in: connection)
            }
        guard let team = found else {
            throw Failure(
                .invalid,
                "there is no team `\(reference.prefix(80))`",
                remedy: "`penstock team put` adds one",
                fields: [MissingField("teams", why: "names no team here")],
            )
        }
        return team
    }

    private static func list<Owner>(_ ids: Set<ID<Owner>>) -> String {
        ids.sorted().map(\.text).joined(separator: ", ")
    }
}

extension Team {
    var subject: Event.Subject { Event.Subject(kind: "team", id: id.text, name: name) }
}
