import ArgumentParser
import Client
import Domain
import Wire

struct UserListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List people.",
        discussion: """
            Example:
              penstock user list --role admin
              penstock user list --status left --json
            """,
    )

    enum Sort: String, CaseIterable, ExpressibleByArgument {
        case email, name, team
    }

    @Option(help: "Text in the name or address.")
    var search: String?

    @Option(help: "Only of this team.")
    var team: String?

    @Option(help: "Only with this role.")
    var role: Role?

    @Option(help: "Only of this standing.")
    var status: User.Status?

    @Option(help: "Sort by this.")
    var sort = Sort.email

    @Flag(help: "Print JSON: an array.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let all: [User] = try await connection.withSession { try await $0.client.get(Paths.users) }
        let people = all.filter { person in
            (team == nil || person.team == team) && (status == nil || person.status == status)
                && (role.map(person.roles.contains) ?? true)
                && (person.name.holds(search) || person.email.holds(search))
        }.sorted(by: precedes)
        if json { return try Terminal.say(json: people) }
        guard !people.isEmpty else { return Terminal.complain("no people match") }
        var table = Table("email", "name", "team", "roles", "standing")
        for person in people {
            let standing = person.sharedMailbox ? "\(person.status.rawValue), shared mailbox" : person.status.rawValue
            table.add(
                Table.Cell(person.email),
                Table.Cell(person.name),
                Table.Cell(person.team ?? "-"),
                Table.Cell(person.roles.map(\.rawValue).sorted().joined(separator: ", ")),
                Table.Cell(standing, person.status == .active ? nil : .red),
            )
        }
        Terminal.say(table.text())
    }

    private func precedes(_ left: User, _ right: User) -> Bool {
        switch sort {
        case .email: left.email < right.email
        case .name: (left.name, left.email) < (right.name, right.email)
        case .team: (left.team ?? "", left.email) < (right.team ?? "", right.email)
        }
    }
}

extension Role: ExpressibleByArgument {}

extension User.Status: ExpressibleByArgument {}
