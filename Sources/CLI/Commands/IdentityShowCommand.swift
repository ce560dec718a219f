import ArgumentParser
import Client
import Domain
import Wire

struct IdentityShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show all that is known of one identity.",
        discussion: """
            Who it is and who answers for it, what it may do, until when, what is wrong with it, and its last events.

            Example:
              penstock identity show 'Sync invoices'
              penstock identity show idn_01kb3 --json
            """,
    )

    @Argument(help: .identity)
    var id: String

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let record = try await connection.withSession { try await $0.identity(id) }
        if json {
            try Terminal.say(json: record)
        } else {
            Terminal.say(IdentityPage(record, now: Moment.now).text)
        }
    }
}

extension ArgumentHelp {
    /// Every argument that names an identity.
    static let identity = ArgumentHelp("Id, beginning of an id, or name of the identity.", valueName: "identity")
}
