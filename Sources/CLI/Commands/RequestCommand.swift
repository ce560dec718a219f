import ArgumentParser
import Client
import Domain
import Wire

struct RequestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "request",
        abstract: "Ask for something that policy may want others to approve.",
        discussion: """
            What policy lets you do alone is done at once; --preview says so beforehand and changes nothing.

            Example:
              penstock request grant 'Sync invoices' write ledger/invoices --until 30d --reason 'T-17' --preview
              penstock request show req_01kb3v0qj8e9w4m7c2x5n6z0ta
            """,
        subcommands: [
            RequestGrantCommand.self, RequestRegisterCommand.self, RequestCloneCommand.self, RequestRenewCommand.self,
            RequestRotateCommand.self,
            RequestShowCommand.self, RequestWithdrawCommand.self,
        ],
    )
}

/// What every request says.
struct AskingOptions: ParsableArguments {
    @Option(help: "Why, for those who decide.")
    var reason: String

    @Flag(help: "Only say which approvals it would need and why.")
    var preview = false

    @Flag(help: "It is in a hurry: needs --until-hurry, --hurry-owner and --rollback.")
    var expedited = false

    @Option(help: "Who answers for the hurry: mail address or id.")
    var hurryOwner: String?

    @Option(help: .end("When what a hurry gives ends"), transform: Moment.ahead)
    var untilHurry: Moment?

    @Option(help: "How it is undone.")
    var rollback: String?

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    /// Sends a request, or only asks what policy would say, and prints the answer.
    func send(_ order: RequestOrder) async throws {
        var order = order
        let isTemporary = order.terms?["occasion"] != nil
        if let rollback, isTemporary { order.terms?["rollback"] = rollback }
        if expedited || hurryOwner != nil || untilHurry != nil || rollback != nil && !isTemporary {
            order.expedited = AskedHurry(owner: hurryOwner, until: untilHurry?.instant, rollback: rollback)
        }
        let body = order
        if preview {
            return try await body.preview(connection, json: json)
        }
        let answer: RequestRecord = try await connection.withSession {
            try await $0.client.post(Paths.requests, body)
        }
        if json { return try Terminal.say(json: answer) }
        Terminal.say("\(answer.id) is \(answer.state.rawValue): \(answer.because)".printable)
        if answer.state == .open { Terminal.complain("to be decided by \(answer.due.short)") }
    }
}

extension RequestOrder {
    /// Says which approvals it would need and why; nothing is asked for.
    func preview(_ connection: ConnectionOptions, json: Bool) async throws {
        let answer: RoutePreview = try await connection.withSession {
            try await $0.client.post(Paths.requests + "/preview", self)
        }
        if json { return try Terminal.say(json: answer) }
        Terminal.say(answer.because.printable)
    }
}

struct RequestGrantCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grant",
        abstract: "Ask that an identity may do something until a date, or for a task.",
        discussion: """
            Example:
              penstock request grant 'Sync invoices' write ledger/invoices --until 30d --reason 'spring clean-up'
              penstock request grant idn_01kb3 admin crm/schema --until 2h --task run-42 --reason 'migration T-9' \\
                --occasion migration --rollback 'restore the dump of this morning'
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

    @Option(help: "The run or job it opens and closes with.")
    var task: String?

    @Option(help: "Temporary access for an incident or a migration: needs --rollback, and --task or --hours.")
    var occasion: Occasion?

    @Option(help: "Only for tokens that say this purpose.")
    var purpose: String?

    @Option(help: "Only from addresses in this range; again for more.")
    var network: [String] = []

    @Option(help: "Only in these hours of each day, UTC: 08:00-18:00.")
    var hours: String?

    @OptionGroup var request: AskingOptions

    func validate() throws {
        if let hours, DailyWindow(hours) == nil { throw ValidationError("--hours is HH:MM-HH:MM, not `\(hours)`") }
    }

    func run() async throws {
        var grant = AskedGrant(action: action, resource: resource, until: until.instant)
        grant.task = task
        grant.purpose = purpose
        grant.networks = network.isEmpty ? nil : network
        grant.hours = hours.flatMap { DailyWindow($0) }
        var order = RequestOrder(.grant, identity: id, reason: request.reason)
        order.grants = [grant]
        order.terms = occasion.map { ["occasion": $0.rawValue] }
        try await request.send(order)
    }
}

/// Who answers for an identity and what it is for, as options of a request.
struct RegistrationOptions: ParsableArguments {
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

    @Option(help: "Business function: finance, hr, analytics …")
    var function: String?

    @Option(help: .end("When it ends"), transform: Moment.ahead)
    var expires: Moment?

    @Option(help: .end("When somebody has to confirm it"), transform: Moment.ahead)
    var renewal: Moment?

    var registration: RegisterRequest {
        var registration = RegisterRequest()
        registration.owner = owner
        registration.technicalOwner = technicalOwner
        registration.backupApprover = backup
        registration.purpose = purpose
        registration.environment = environment
        registration.function = function
        registration.expires = expires?.instant
        registration.renewal = renewal?.instant
        return registration
    }
}

struct RequestRegisterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "Ask that an identity become active, with who answers for it.",
        discussion: """
            Example:
              penstock request register 'Sync invoices' --owner ada@example.com --technical-owner ben@example.com \\
                --backup cleo@example.com --purpose 'copies invoices' --function finance --expires 180d --reason T-3
            """,
    )

    @Argument(help: .identity)
    var id: String

    @OptionGroup var said: RegistrationOptions

    @OptionGroup var request: AskingOptions

    func run() async throws {
        var order = RequestOrder(.register, identity: id, reason: request.reason)
        order.registration = said.registration
        try await request.send(order)
    }
}

struct RequestCloneCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clone",
        abstract: "Ask that an unapproved copy become an identity of its own.",
        discussion: """
            It needs a purpose of its own, and nothing of the original's credentials and callbacks.

            Example:
              penstock request clone 'Sync invoices copy' --owner ada@example.com --technical-owner ada@example.com \\
                --backup cleo@example.com --purpose 'invoices of the second shop' --function finance --expires 90d \\
                --reason 'second shop opens'
            """,
    )

    @Argument(help: .identity)
    var id: String

    @OptionGroup var said: RegistrationOptions

    @OptionGroup var request: AskingOptions

    func run() async throws {
        var order = RequestOrder(.clone, identity: id, reason: request.reason)
        order.registration = said.registration
        try await request.send(order)
    }
}

struct RequestRenewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "renew",
        abstract: "Ask that an identity go on, with the grants it lost when its approval became void.",
        discussion: """
            Example:
              penstock request renew 'Sync invoices' --reason 'still needed, new target approved by T-5'
            """,
    )

    @Argument(help: .identity)
    var id: String

    @Option(help: .end("When somebody has to confirm it next"), transform: Moment.ahead)
    var renewal: Moment?

    @Option(help: .end("When it ends"), transform: Moment.ahead)
    var expires: Moment?

    @OptionGroup var request: AskingOptions

    func run() async throws {
        var order = RequestOrder(.renew, identity: id, reason: request.reason)
        if renewal != nil || expires != nil {
            var registration = RegisterRequest()
            registration.renewal = renewal?.instant
            registration.expires = expires?.instant
            order.registration = registration
        }
        try await request.send(order)
    }
}

struct RequestRotateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Ask that the secrets of an identity be replaced.",
        discussion: """
            Approved, a client secret is replaced with `penstock client replace`, and credentials of the platform are \
            the steps of a rotation, as `penstock revocations` shows.

            Example:
              penstock request rotate 'Sync invoices' --reason 'a laptop was lost' --overlap-hours 2
            """,
    )

    @Argument(help: .identity)
    var id: String

    @Option(help: "Only this client or credential, as `penstock identity show` names it.")
    var only: String?

    @Option(help: "Hours that an old client secret holds beside the new one: 0 to 168.")
    var overlapHours: Int?

    @OptionGroup var request: AskingOptions

    func run() async throws {
        var order = RequestOrder(.rotate, identity: id, reason: request.reason)
        var terms: [String: String] = [:]
        terms["only"] = only
        terms["overlapHours"] = overlapHours.map { "\($0)" }
        order.terms = terms
        try await request.send(order)
    }
}

extension Occasion: ExpressibleByArgument {}
