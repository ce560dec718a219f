import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// The one identity a person means by an id, the beginning of an id, or a name.
    ///
    /// - Throws: `.notFound` for none, `.conflict` for several, naming them.
    static func find(_ reference: String, in connection: some Connection) throws -> Identity {
        let matches = try IdentityTable.matching(reference, in: connection)
        guard let first = matches.first else {
            throw Failure(
                .notFound,
                "there is no identity `\(reference)`",
                remedy: "`penstock identities --search \(reference.prefix(40))` lists what is like it",
            )
        }
        guard matches.count == 1 else {
            let names = matches.prefix(5).map { "\($0.id) (\($0.name))" }.joined(separator: ", ")
            throw Failure(.conflict, "`\(reference)` may mean \(names)", remedy: "give the whole id")
        }
        return first
    }

    /// The person of an id or address.
    static func person(_ reference: String, field: String, in connection: some Connection) throws -> User {
        let found =
            if let id = ID<User>(reference) {
                try UserTable.find(id, in: connection)
            } else {
                try UserTable.find(email: reference.lowercased(), in: connection)
            }
        guard let user = found else {
            throw Failure(
                .invalid,
                "there is no person `\(reference)`",
                remedy: "`penstock user add \(reference.contains("@") ? reference : "EMAIL") --name …` adds one",
                fields: [MissingField(field, why: "names nobody here")],
            )
        }
        return user
    }
}
