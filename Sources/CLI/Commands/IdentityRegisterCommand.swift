import ArgumentParser
import Client
import Domain
import Wire

struct IdentityRegisterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "Say who answers for an identity, what it is for and until when.",
        discussion: """
            The identity becomes active when nothing is missing; else each missing field is named and nothing is changed. \
            What is left out stays as it is.

            Example:
              penstock identity register 'Sync invoices' --owner ada@example.com \\
                --technical-owner ben@example.com --backup cleo@example.com \\
                --purpose 'copies invoices into the ledger' --environment production --function finance \\
                --expires 180d
            """,
    )

    @Argument(help: .identity)
    var id: String

    @Option(help: "Who answers for it: mail address or id.")
    var owner: String?

    @Option(help: "Who can change it: mail address or id.")
    var technicalOwner: String?

    @Option(help: "Who decides when the owner is away: mail address or id.")
    var backup: String?

    @Option(help: "What it is for, in words.")
    var purpose: String?

    @Option(help: "Where it may act.")
    var environment: String?

    @Option(help: .end("When it ends"), transform: Moment.ahead)
    var expires: Moment?

    @Option(help: .end("When somebody has to confirm it"), transform: Moment.ahead)
    var renewal: Moment?

    @Option(help: "Business function: finance, hr, analytics …")
    var function: String?

    @Option(help: "Whose product it is, when not our own.")
    var vendor: String?

    @Option(help: ArgumentHelp("Systems it is meant to reach, with commas or given again.", valueName: "system"))
    var reach: [String] = []

    @Option(help: "How and by whom it is stopped; Penstock's own stop when left out.")
    var stopPath: String?

    @Option(help: "Who stops it: mail address or id; the owner when left out.")
    var stoppedBy: String?

    @Option(help: "Which system it serves, and from which it takes; read from its workflow when left out.")
    var systemPurpose: String?

    @Option(help: "How it works; read from its workflow when left out.")
    var pattern: Pattern?

    @Option(help: "How strictly policy is applied.")
    var level: Identity.Level?

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func validate() throws {
        if let owner, let backup, owner.lowercased() == backup.lowercased() {
            throw ValidationError("--backup is the owner: name another person, who decides when the owner is away")
        }
        for system in systems where !System.isName(system) {
            throw ValidationError("--reach names systems by lower-case letters, digits and `-`, not `\(system)`")
        }
    }

    private var systems: [String] { reach.flatMap { $0.split(separator: ",").map(String.init) } }

    func run() async throws {
        var request = RegisterRequest()
        request.owner = owner
        request.technicalOwner = technicalOwner
        request.backupApprover = backup
        request.purpose = purpose
        request.environment = environment
        request.expires = expires?.instant
        request.renewal = renewal?.instant
        request.function = function
        request.vendor = vendor
        request.declaredReach = reach.isEmpty ? nil : systems
        request.stopPath = stopPath
        request.stoppedBy = stoppedBy
        request.systemPurpose = systemPurpose
        request.pattern = pattern
        request.level = level
        let body = request
        let identity: Identity = try await connection.withSession { session in
            do {
                return try await session.client.post(Paths.identity(id, "register"), body)
            } catch ClientError.refused(let problem) {
                throw Self.failure(problem)
            }
        }
        if json { return try Terminal.say(json: identity) }
        let end = identity.expires.map { ", until \($0.date)" } ?? ""
        let renewal = identity.renewal.map { ", to be confirmed by \($0.date)" } ?? ""
        Terminal.say("\(identity.name.printable) is \(identity.state.rawValue)\(end)\(renewal)")
    }
}

extension IdentityRegisterCommand {
    /// A refusal with the option that each field is given by.
    private static func failure(_ problem: Problem) -> any Error {
        guard let fields = problem.fields, !fields.isEmpty else { return ClientError.refused(problem) }
        let lines = fields.map { "  \($0.field): \($0.why): \($0.option)" }
        let remedy = problem.remedy.map { ["remedy: \($0)"] } ?? []
        return CommandFailure(([problem.detail] + lines + remedy).joined(separator: "\n"))
    }
}

extension MissingField {
    /// The option of `penstock identity register` that fills it.
    var option: String {
        switch field {
        case "technicalOwner": "--technical-owner"
        case "backupApprover": "--backup"
        case "declaredReach": "--reach"
        case "stopPath": "--stop-path"
        case "stoppedBy": "--stopped-by"
        case "systemPurpose": "--system-purpose"
        default: "--\(field)"
        }
    }
}

extension Identity.Level: ExpressibleByArgument {}
extension Pattern: ExpressibleByArgument {}

extension ArgumentHelp {
    /// Every option that takes a point in time to come.
    static func end(_ abstract: String) -> ArgumentHelp {
        ArgumentHelp("\(abstract): 2026-12-31, or from now on as in 90d.", valueName: "date")
    }

    /// Every option that takes a point in time gone by.
    static func past(_ abstract: String) -> ArgumentHelp {
        ArgumentHelp("\(abstract): 2026-12-31, or back from now as in 24h.", valueName: "date")
    }
}
