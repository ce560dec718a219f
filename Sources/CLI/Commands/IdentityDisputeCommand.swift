import ArgumentParser
import Client
import Domain
import Wire

struct IdentityDisputeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dispute",
        abstract: "Say that it is not clear whose an identity is.",
        discussion: """
            Whoever may know is asked at once; others are told, and then the identity is suspended, on the dates of its \
            class. `penstock identity register --owner` settles it.

            Example:
              penstock identity dispute 'Sync invoices' --reason 'finance and sales both say it is theirs'
            """,
    )

    @Argument(help: .identity)
    var id: String

    @Option(help: "Who says that it is theirs, or why nobody knows.")
    var reason: String

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func validate() throws { try ReasonCheck.check(reason) }

    func run() async throws {
        let record: HandoverRecord = try await connection.withSession { session in
            try await session.client.post(Paths.identity(id, "dispute"), ReasonRequest(reason: reason))
        }
        if json { return try Terminal.say(json: record) }
        Terminal.say(
            "\(id.printable) is disputed: others are told on \(record.escalates.date), and it is suspended on "
                + "\(record.suspends.date) unless an owner is registered"
        )
    }
}
