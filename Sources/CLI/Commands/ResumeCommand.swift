import ArgumentParser
import Client
import Domain
import Wire

struct ResumeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "Let a stopped identity act again.",
        discussion: """
            Leases that the stop revoked stay revoked: it has to ask for new ones.

            Example:
              penstock resume 'Sync invoices' --reason 'token rotated, repository cleaned'
            """,
    )

    @Argument(help: .identity)
    var id: String

    @Option(help: "Why, for the record.")
    var reason: String

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func validate() throws { try ReasonCheck.check(reason) }

    func run() async throws {
        let identity: Identity = try await connection.withSession { session in
            try await session.client.post(Paths.identity(id, "resume"), ReasonRequest(reason: reason))
        }
        if json { return try Terminal.say(json: identity) }
        Terminal.say("\(identity.name.printable) is \(identity.state.rawValue) again")
    }
}
