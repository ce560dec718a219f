import Client
import Domain
import Wire

extension Session {
    /// The person of a mail address or id.
    func person(_ reference: String) async throws -> User {
        let people: [User] = try await client.get(Paths.users)
        let address = reference.lowercased()
        guard let person = people.first(where: { $0.email == address || $0.id.text == reference }) else {
            throw CommandFailure("there is no person `\(reference)`\nremedy: `penstock user list` names them")
        }
        return person
    }

    /// The team of a name or id.
    func team(_ reference: String) async throws -> Team {
        let teams: [Team] = try await client.get(Paths.teams)
        guard let team = teams.first(where: { $0.name == reference || $0.id.text == reference }) else {
            throw CommandFailure("there is no team `\(reference)`\nremedy: `penstock team list` names them")
        }
        return team
    }

    /// The source of a name or id.
    func source(_ reference: String) async throws -> Source {
        let records: [SourceRecord] = try await client.get(Paths.sources)
        let sources = records.map(\.source)
        guard let source = sources.first(where: { $0.description.root == reference || $0.id.text == reference }) else {
            let known = sources.prefix(20).map { "`\($0.description.root)`" }.joined(separator: ", ")
            let remedy = known.isEmpty ? "`penstock import PATH` brings the first" : "known are \(known)"
            throw CommandFailure("there is no source `\(reference)`\nremedy: \(remedy)")
        }
        return source
    }

    /// The one identity of an id, the beginning of an id, or a name.
    func identity(_ reference: String) async throws -> IdentityRecord {
        try await client.get(Paths.identity(reference))
    }
}
