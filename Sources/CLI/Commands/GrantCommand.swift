import ArgumentParser
import Client
import Domain
import Wire

struct GrantCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grant",
        abstract: "Let an identity do something until a date.",
        discussion: """
            SYSTEM/RESOURCE names what lies at and below it: `ledger/invoices` covers `ledger/invoices/2026`. \
            `penstock identity show` lists grants; `penstock revoke` takes one back before its end.

            Example:
              penstock grant 'Sync invoices' read ledger/invoices --until 90d
              penstock grant idn_01kb3 write crm/contacts --until 2026-12-31 --reason 'spring clean-up'
            """,
    )

    @Argument(help: .identity)
    var id: String

    @Argument(help: "What it may do: read, write or admin.")
    var action: ActionClass

    @Argument(
        help: ArgumentHelp("On what: a system and a path in it.", valueName: "system/resource"),
        transform: GrantCommand.resource,
    )
    var resource: ResourcePath

    @Option(help: .end("When the grant ends"), transform: Moment.ahead)
    var until: Moment

    @Option(help: "Why, for those who review it.")
    var reason: String?

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func validate() throws {
        guard until.instant > Moment.now else {
            throw ValidationError("--until \(until.instant.text) is past: a grant ends at a time to come")
        }
    }

    func run() async throws {
        let order = GrantRequest(action: action, resource: resource, until: until.instant, reason: reason)
        let grant: Grant = try await connection.withSession { session in
            try await session.client.post(Paths.identity(id, "grants"), order)
        }
        if json { return try Terminal.say(json: grant) }
        Terminal.say("\(grant.id): \(grant.action.rawValue) \(grant.resource) until \(grant.ends.short)".printable)
    }

    static func resource(_ text: String) throws -> ResourcePath {
        guard let path = ResourcePath(text) else {
            throw ValidationError(
                "give SYSTEM/RESOURCE as in ledger/invoices: the system in lower-case letters, digits and `-`, "
                    + "no empty part, no `..`, a `*` at the end only"
            )
        }
        return path
    }
}

extension ActionClass: ExpressibleByArgument {}
