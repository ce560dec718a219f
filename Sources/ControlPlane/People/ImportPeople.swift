import Domain
import SQLEngine
import Store

/// What an import of people changed.
package struct PeopleReport: Sendable, Hashable {
    package var people: Int
    package var teams: Int
    /// Addresses of those who are not active any more and whose hand-over began.
    package var departed: [String]
}

extension ControlPlane {
    /// Takes over a list of people and teams in one transaction: all of it or, when one of them is wrong, nothing.
    ///
    /// The seam for directories: what reads SCIM or the claims of a sign-in hands its people and groups over here, each
    /// with the directory's own id.
    package func importPeople(_ people: [NewUser], teams: [NewTeam], by caller: Caller) async throws -> PeopleReport {
        try require(.administer, by: caller)
        guard people.count <= 100_000, teams.count <= 10_000 else {
            throw Failure(.invalid, "an import takes 100000 people and 10000 teams at the most")
        }
        return try await change(by: caller) { change in
            var departed: [String] = []
            for person in people {
                let before = try UserTable.find(email: person.email.lowercased(), in: change.connection)
                let after = try Self.put(person, &change)
                if before?.status == .active, after.status != .active { departed.append(after.email) }
            }
            // Teams may name others that come later in the list.
            for team in teams where try TeamTable.find(name: team.name, in: change.connection) == nil {
                _ = try Self.put(NewTeam(name: team.name, externalID: team.externalID), &change)
            }
            for team in teams { _ = try Self.put(team, &change) }
            change.record(
                .peopleImported,
                Event.Subject(kind: "installation", id: "people", name: "people"),
                detail: ["people": "\(people.count)", "teams": "\(teams.count)", "departed": "\(departed.count)"],
            )
            return PeopleReport(people: people.count, teams: teams.count, departed: departed)
        }
    }
}
