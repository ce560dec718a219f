import ArgumentParser
import Client
import Domain
import Wire

struct UserAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a person, or change one.",
        discussion: """
            Of a person who is already there, what is left out stays as it is. A new person is a viewer unless roles are \
            named. Who is disabled or has left is signed out at once.

            Example:
              penstock user add ada@example.com --name 'Ada Vale' --team finance --role owner --role approver
              penstock user add ada@example.com --status left
            """,
    )

    @Argument(help: "Mail address.")
    var email: String

    @Option(help: "Name; needed for a new person.")
    var name: String?

    @Option(help: "Team.")
    var team: String?

    @Option(help: "A role, given again for more. Replaces those known.")
    var role: [Role] = []

    @Option(help: "Standing.")
    var status: User.Status?

    @Flag(help: "Several people read this mailbox: it cannot own anything.")
    var sharedMailbox = false

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func validate() throws {
        let parts = email.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), !email.contains(where: \.isWhitespace) else {
            throw ValidationError("`\(email)` is no mail address: give one as in ada@example.com")
        }
        if let name, name.isBlank { throw ValidationError("--name is empty: give the person's name") }
    }

    func run() async throws {
        let person: User = try await connection.withSession { session in
            let people: [User] = try await session.client.get(Paths.users)
            let known = people.first { $0.email == email.lowercased() }
            guard let name = name ?? known?.name else {
                throw CommandFailure(
                    "--name is missing, and there is no `\(email)` yet\nremedy: say what the person is called"
                )
            }
            let order = UserRequest(
                email: email,
                name: name,
                team: team ?? known?.team,
                status: status ?? known?.status,
                roles: role.isEmpty ? known.map { $0.roles.sorted { $0.rawValue < $1.rawValue } } : role,
                sharedMailbox: sharedMailbox || known?.sharedMailbox == true,
            )
            return try await session.client.post(Paths.users, order)
        }
        if json { return try Terminal.say(json: person) }
        let roles = person.roles.map(\.rawValue).sorted().joined(separator: ", ")
        Terminal.say("\(person.name) <\(person.email)>, \(roles), \(person.status.rawValue)".printable)
    }
}
