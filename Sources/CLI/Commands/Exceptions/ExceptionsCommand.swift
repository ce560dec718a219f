import ArgumentParser
import Client
import Domain
import Foundation
import Wire

struct ExceptionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exceptions",
        abstract: "Risks accepted for a time, with controls that are checked.",
        discussion: """
            Example:
              penstock exceptions
              penstock exceptions wrap shared-credential-0a1b2c3d4e5f --range 10.0.0.0/8
              penstock exceptions accept exc_01kb3
            """,
        subcommands: [
            ExceptionsListCommand.self, ExceptionsProposeCommand.self, ExceptionsAcceptCommand.self,
            ExceptionsEndCommand.self, ExceptionsWrapCommand.self, ExceptionsSplitCommand.self,
        ],
        defaultSubcommand: ExceptionsListCommand.self,
    )
}

struct ExceptionsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List exceptions, newest first.",
        discussion: "Example:\n  penstock exceptions list --state active",
    )

    @Option(help: "Only in this state.")
    var state: RiskException.State?

    @OptionGroup(title: "List")
    var list: ListOptions

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let page: ListOf<ExceptionRecord> = try await connection.withSession { session in
            try await list.pages(session, Paths.exceptions, query: state.map { [("state", $0.rawValue)] } ?? [])
        }
        try list.show(page, noun: "exceptions") { records in
            var table = Table("id", "finding", "on", "state", "ends", "controls", "outcome", whole: [0, 4])
            for record in records {
                let failing = record.checks.contains { !$0.holds }
                table.add(
                    Table.Cell(record.id.text),
                    Table.Cell(record.rule),
                    Table.Cell(record.subject.name),
                    Table.Cell(record.state.rawValue, record.state == .broken ? .red : nil),
                    Table.Cell(record.ends.short),
                    Table.Cell(record.controls.map(\.kind.rawValue).joined(separator: ", "), failing ? .yellow : nil),
                    Table.Cell(record.outcome ?? "-"),
                )
            }
            return table
        }
    }
}

struct ExceptionsProposeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose",
        abstract: "Ask to have a finding accepted for a time.",
        discussion: """
            A control is KIND or KIND:VALUE: networkRestriction:10.0.0.0/8+10.1.0.0/16, strongerMonitoring:30 (days), \
            scopedSecret:crm/contacts+crm/deals, approvalGate:8 (hours), separateEnvironments:production, \
            strictRotation:30 (days).

            Example:
              penstock exceptions propose shared-credential-0a1b2c3d4e5f --until 60d --owner ada@example.com \\
                --reason 'the vendor offers one credential' --control separateEnvironments:production
            """,
    )

    @Argument(help: "Id of the finding.")
    var finding: String

    @Option(help: .end("When it ends"), transform: Moment.ahead)
    var until: Moment

    @Option(help: "Why the risk is worth it.")
    var reason: String

    @Option(help: "A compensating control, given again for more.", transform: ExceptionsProposeCommand.control)
    var control: [ControlRecord] = []

    @Option(help: "Who answers for it; you when left out.")
    var owner: String?

    @Option(
        help: "An identity that the controls are to hold for, given again for more; those of the finding when left out."
    )
    var identity: [String] = []

    @Option(help: "A usual case: tenantCredential, sharedLegacyAccount, rigidConnector or longLivedSecret.")
    var template: ExceptionTemplate?

    @Option(help: "What it costs to do without, and by when that is planned.")
    var plan: String?

    @Flag(help: "Only say which approvals it would need and why.")
    var preview = false

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func validate() throws { try ReasonCheck.check(reason) }

    func run() async throws {
        var order = ExceptionRequest(finding: finding, reason: reason, ends: until.instant, controls: control)
        order.owner = owner
        order.identities = identity.isEmpty ? nil : identity
        order.template = template
        order.plan = plan
        if preview {
            var request = RequestOrder(.exception, identity: nil, reason: reason)
            request.exception = order
            return try await request.preview(connection, json: json)
        }
        let record: ExceptionRecord = try await connection.withSession { [order] session in
            try await session.client.post(Paths.exceptions, order)
        }
        if json { return try Terminal.say(json: record) }
        Terminal.say("\(record.id): waits for somebody else to accept it, as \(record.request)".printable)
        Terminal.show(record.checks)
    }

    private static func control(_ text: String) throws -> ControlRecord {
        guard let control = CompensatingControl(text) else {
            let known = CompensatingControl.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("`\(text)` is no control; KIND:VALUE+VALUE, where kinds are \(known)")
        }
        return ControlRecord(control)
    }
}

struct ExceptionsAcceptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Accept what somebody else asked for; its controls must hold.",
        discussion: "Example:\n  penstock exceptions accept exc_01kb3",
    )

    @Argument(help: "Id of the exception.")
    var id: String

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let record: ExceptionRecord = try await connection.withSession { session in
            try await session.client.post(Paths.one(Paths.exceptions, id, "accept"), EmptyRequest())
        }
        Terminal.say(
            record.state == .proposed
                ? "\(record.id) waits for another approval; `penstock request show \(record.request)` says whose"
                : "\(record.rule) on \(record.subject.name) is accepted until \(record.ends.short)".printable
        )
    }
}

struct ExceptionsEndCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end",
        abstract: "Refuse an exception, or end it before its time.",
        discussion: "Example:\n  penstock exceptions end exc_01kb3 --reason 'split is done'",
    )

    @Argument(help: "Id of the exception.")
    var id: String

    @Option(help: "Why, for the record.")
    var reason: String

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func validate() throws { try ReasonCheck.check(reason) }

    func run() async throws {
        let record: ExceptionRecord = try await connection.withSession { session in
            try await session.client.post(Paths.one(Paths.exceptions, id, "end"), ReasonRequest(reason: reason))
        }
        Terminal.say("\(record.id) is \(record.state.rawValue)".printable)
    }
}

struct ExceptionsWrapCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wrap",
        abstract: "Show the controls that wrap a shared identity, and what each is today.",
        discussion: "Example:\n  penstock exceptions wrap shared-credential-0a1b2c3d4e5f --range 10.0.0.0/8",
    )

    @Argument(help: "Id of the finding.")
    var finding: String

    @Option(help: "A range of addresses it may come from, given again for more.")
    var range: [String] = []

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let record: WrapRecord = try await connection.withSession { session in
            try await session.client.get(
                Paths.exceptionWays + "/wrap",
                query: [("finding", finding), ("ranges", range.joined(separator: ","))],
            )
        }
        if json { return try Terminal.say(json: record) }
        Terminal.show(record.checks)
    }
}

struct ExceptionsSplitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "split",
        abstract: "Show the way from a shared credential to one for each workflow, and how far it is.",
        discussion: """
            Example:
              penstock exceptions split shared-credential-0a1b2c3d4e5f
              penstock exceptions split exc_01kb3
            """,
    )

    @Argument(help: "Id of the finding, or of the exception that was accepted for it.")
    var id: String

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let name = ID<RiskException>(id) == nil ? "finding" : "exception"
        let plan: SplitPlan = try await connection.withSession { session in
            try await session.client.get(Paths.exceptionWays + "/split", query: [(name, id)])
        }
        if json { return try Terminal.say(json: plan) }
        for (number, step) in plan.steps.enumerated() {
            Terminal.say("\(step.done ? "done" : "    ")  \(number + 1). \(step.text)".printable)
        }
        Terminal.complain("\(plan.done) of \(plan.steps.count) steps done")
    }
}

extension Terminal {
    /// Prints what controls are found to be.
    fileprivate static func show(_ checks: [ControlCheck]) {
        var table = Table("control", "holds", "because")
        for check in checks {
            table.add(
                Table.Cell(check.kind.rawValue),
                Table.Cell(check.holds ? "yes" : "no", check.holds ? .green : .red),
                Table.Cell(check.evidence),
            )
        }
        say(table.text())
    }
}

extension RiskException.State: ExpressibleByArgument {}
extension ExceptionTemplate: ExpressibleByArgument {}
