import ArgumentParser
import Client
import Domain
import Wire

struct RetireCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retire",
        abstract: "End an identity for good.",
        discussion: """
            Its grants, leases and clients end in one transaction, and nothing follows retirement. What is left in other \
            systems stays in view: `penstock revocations`.

            Example:
              penstock retire 'Sync invoices' --reason 'the shop closed'
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
            try await session.client.post(Paths.identity(id, "retire"), ReasonRequest(reason: reason))
        }
        if json { return try Terminal.say(json: identity) }
        Terminal.say(
            "\(identity.name.printable) is \(identity.state.rawValue); "
                + "`penstock revocations list --identity \(identity.id)` says what is left elsewhere"
        )
    }
}
