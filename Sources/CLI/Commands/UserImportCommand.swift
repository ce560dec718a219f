import ArgumentParser
import Client
import Domain
import Foundation
import Wire
import YAML

struct UserImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take over people and teams from a file.",
        discussion: """
            A YAML file has `people` (email, name, team, status, roles, sharedMailbox, person, externalID) and `teams` \
            (name, members, teams). A CSV file has those of people as its heading, roles with spaces between. All of it \
            is taken over, or nothing. Who is not active any more hands over what they own.

            Example:
              penstock user import people.yaml
              penstock user import staff.csv
            """,
    )

    @Argument(help: "The file: .yaml, .yml or .csv.")
    var file: String

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw CommandFailure("`\(file)` cannot be read")
        }
        let order = try PeopleFile.read(Array(data), isCSV: file.lowercased().hasSuffix(".csv"))
        let outcome: PeopleOutcome = try await connection.withSession {
            try await $0.client.post(Paths.people, order)
        }
        if json { return try Terminal.say(json: outcome) }
        Terminal.say("\(outcome.people) people, \(outcome.teams) teams")
        for email in outcome.departed { Terminal.complain("\(email) hands over what they own".printable) }
    }
}
