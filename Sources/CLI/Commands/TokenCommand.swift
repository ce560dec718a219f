import ArgumentParser
import Client
import Domain
import Wire

struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Issue a short-lived access token.",
        discussion: """
            Prints the token alone on standard output and all else on standard error. The token lives as long as its \
            identity's class allows: 1 hour for readOnly, 15 minutes for changeCapable, 5 minutes for privileged.

            Example:
              TOKEN=$(penstock token 'Sync invoices' --task nightly)
              curl -H "Authorization: Bearer $TOKEN" http://127.0.0.1:8421/ledger/invoices
            """,
    )

    @Argument(help: .identity)
    var id: String

    @Option(help: "The run or job it is for.")
    var task: String?

    @Option(help: "What it may be used for, where a grant asks for that.")
    var purpose: String?

    @Option(help: "Life in seconds; the class's longest when left out.")
    var seconds: Int?

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func validate() throws {
        if let seconds, !(1...86_400).contains(seconds) {
            throw ValidationError("--seconds must be 1 to 86400, not \(seconds)")
        }
    }

    func run() async throws {
        let token: TokenRecord = try await connection.withSession { session in
            let order = TokenOrder(task: task, purpose: purpose, seconds: seconds)
            return try await session.client.post(Paths.identity(id, "tokens"), order)
        }
        if json { return try Terminal.say(json: token) }
        Terminal.say(token.accessToken)
        Terminal.complain("lease \(token.lease.id), \(token.expiresIn) seconds from now on")
    }
}
