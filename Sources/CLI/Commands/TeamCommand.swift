import ArgumentParser
import Client
import Domain
import Wire

struct TeamCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "team",
        abstract: "Groups of people, which policies may name.",
        discussion: """
            Example:
              penstock team put finance --member ada@example.com --team controlling
              penstock team list
            """,
        subcommands: [TeamListCommand.self, TeamPutCommand.self, TeamRemoveCommand.self],
    )
}

struct TeamListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List teams.",
        discussion: """
            Example:
              penstock team list --json
            """,
    )

    @Flag(help: "Print JSON: an array.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let teams: [Team] = try await connection.withSession { try await $0.client.get(Paths.teams) }
        if json { return try Terminal.say(json: teams) }
        guard !teams.isEmpty else { return Terminal.complain("no teams match") }
        var table = Table("id", "name", "people", "teams", numbers: [2, 3], whole: [0])
        for team in teams {
            table.add(
                Table.Cell(team.id.text),
                Table.Cell(team.name),
                Table.Cell("\(team.members.count)"),
                Table.Cell("\(team.teams.count)"),
            )
        }
        Terminal.say(table.text())
    }
}

struct TeamRemoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Remove a team; policies that name it permit nothing by it any more.",
        discussion: "Example:\n  penstock team remove finance",
    )

    @Argument(help: "Name or id.")
    var team: String

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let removed: Team = try await connection.withSession {
            try await $0.client.delete(Paths.one(Paths.teams, team))
        }
        Terminal.say("\(removed.id): \(removed.name.printable) is removed")
    }
}

struct TeamPutCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "put",
        abstract: "Add a team, or say anew who belongs to it.",
        discussion: """
            Example:
              penstock team put finance --member ada@example.com --member ben@example.com --team controlling
            """,
    )

    @Argument(help: "Name.")
    var name: String

    @Option(help: "A person: mail address or id; again for more.")
    var member: [String] = []

    @Option(help: "A team whose people belong to it too: name or id; again for more.")
    var team: [String] = []

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let order = TeamRequest(name: name, members: member, teams: team)
        let put: Team = try await connection.withSession { try await $0.client.post(Paths.teams, order) }
        Terminal.say("\(put.id): \(put.name.printable), \(put.members.count) people, \(put.teams.count) teams")
    }
}
