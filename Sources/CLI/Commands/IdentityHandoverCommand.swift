import ArgumentParser
import Client
import Domain
import Wire

struct IdentityHandoverCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "handover",
        abstract: "Say who answers for many identities at once.",
        discussion: """
            After a merger, or when somebody leaves. What is not in use yet changes hands at once; for what is, each change \
            is a request, which others approve where policy wants that.

            Example:
              penstock identity handover --source 'acme n8n' --unowned --owner ada@example.com --reason 'merger with Acme'
              penstock identity handover --from ben@example.com --owner ada@example.com --reason 'Ben leaves in May'
            """,
    )

    @Option(help: "Who answers for them from now on: mail address or id.")
    var owner: String

    @Option(help: "Who can change them: mail address or id.")
    var technicalOwner: String?

    @Option(help: "Who decides when the owner is away: mail address or id.")
    var backup: String?

    @Option(help: "Why, for the log and those who approve.")
    var reason: String

    @Option(help: "Those of this owner: mail address or id.")
    var from: String?

    @Option(help: "Those of this source: name or id.")
    var source: String?

    @Option(help: "Those of this environment.")
    var environment: String?

    @Option(help: "Those with this text in the name, the purpose or the owner's address.")
    var search: String?

    @Flag(help: "Only those without an owner.")
    var unowned = false

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func validate() throws {
        if from == nil, source == nil, environment == nil, search == nil, !unowned {
            throw ValidationError("say which: --from, --source, --environment, --search or --unowned")
        }
        if unowned, from != nil { throw ValidationError("--from and --unowned exclude each other") }
    }

    func run() async throws {
        let report: OwnershipReport = try await connection.withSession { session in
            var body = OwnershipRequest(owner: owner, reason: reason)
            body.technicalOwner = technicalOwner
            body.backupApprover = backup
            if let from { body.from = try await session.person(from).id }
            if let source { body.source = try await session.source(source).id }
            body.environment = environment
            body.text = search
            body.unowned = unowned ? true : nil
            return try await session.client.post(Paths.ownership, body)
        }
        if json { return try Terminal.say(json: report) }
        Terminal.say(
            "\(report.assigned.count) assigned, \(report.asked.count) asked for, \(report.refused.count) refused"
        )
        for refused in report.refused {
            Terminal.complain("\(refused.name.printable) (\(refused.identity)): \(refused.why.printable)")
        }
    }
}
