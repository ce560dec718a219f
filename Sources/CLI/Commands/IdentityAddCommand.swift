import ArgumentParser
import Client
import Domain
import Wire

struct IdentityAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Take in an integration that no source shows.",
        discussion: """
            What a team built itself, or runs where nothing can be read: it is governed like what an import finds, and \
            registered next. Without --class it counts as able to change things.

            Example:
              penstock identity add 'Expense approvals' --kind approvalBot --environment production
            """,
    )

    @Argument(help: "Its name.")
    var name: String

    @Option(help: Choice<Identity.Kind>.help("Kind"), transform: Choice<Identity.Kind>.init)
    var kind: Choice<Identity.Kind>

    @Option(
        name: .customLong("class"),
        help: Choice<IdentityClass>.help("What it can do at most"),
        transform: Choice<IdentityClass>.init
    )
    var identityClass: Choice<IdentityClass>?

    @Option(help: "Where it acts.")
    var environment: String?

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        guard let only = kind.values.first, kind.values.count == 1 else {
            throw ValidationError("--kind takes one kind")
        }
        let body = NewIdentityRequest(
            kind: only,
            name: name,
            class: identityClass?.values.first,
            environment: environment,
        )
        let identity: Identity = try await connection.withSession { session in
            try await session.client.post(Paths.identities, body)
        }
        if json { return try Terminal.say(json: identity) }
        Terminal.say("\(identity.name.printable) is \(identity.state.rawValue) as \(identity.id)")
    }
}
