import ArgumentParser
import Client
import Domain
import Wire

struct RequestShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one request: what was asked, by whom, who decided and what it waits for.",
        discussion: """
            Example:
              penstock request show req_01kb3v0qj8e9w4m7c2x5n6z0ta
            """,
    )

    @Argument(help: "The request's id, req_….")
    var id: String

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let record: RequestRecord = try await connection.withSession { try await $0.client.get(Paths.request(id)) }
        if json { return try Terminal.say(json: record) }
        var sheet = Sheet()
        sheet.title("\(record.kind.rawValue) \(record.subject ?? "")")
        sheet.entry("id", record.id.text)
        sheet.entry("state", [record.state.rawValue] + [record.outcome].compactMap(\.self))
        sheet.entry("asked by", record.requester.name)
        sheet.entry("reason", record.reason)
        sheet.entry("route", record.because)
        sheet.entry("opened", record.opened.short)
        if record.state == .open {
            sheet.entry("due", record.due.short)
            sheet.entry("waits for", record.waitingFor.map(\.rawValue))
            if let why = record.mayNotDecide { sheet.entry("you", why) }
        }
        if let hurry = record.expedited {
            sheet.entry("in a hurry", "until \(hurry.until.short), undone by: \(hurry.rollback)")
        }
        sheet.entry("digest", record.digest)
        sheet.section("asks for")
        for grant in record.proposal.grants {
            sheet.entry(grant.action.rawValue, "\(grant.resource) until \(grant.ends.short)")
        }
        for (name, value) in record.proposal.terms.sorted(by: { $0.key < $1.key }) { sheet.entry(name, value) }
        for change in record.drift { sheet.entry("changed since", change, .red) }
        if !record.approvals.isEmpty {
            sheet.section("decisions")
            for approval in record.approvals {
                let void = approval.voidReason.map { ", void: \($0)" } ?? ""
                let reason = approval.reason.map { ": \($0)" } ?? ""
                sheet.entry(
                    approval.seat.rawValue,
                    "\(approval.decision.rawValue) by \(approval.by.name) at \(approval.at.short)\(reason)\(void)",
                    approval.voided == nil ? nil : .red,
                )
            }
        }
        Terminal.say(sheet.text)
    }
}

struct RequestWithdrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Take an open request back.",
        discussion: """
            Example:
              penstock request withdraw req_01kb3v0qj8e9w4m7c2x5n6z0ta --reason 'not needed any more'
            """,
    )

    @Argument(help: "The request's id, req_….")
    var id: String

    @Option(help: "Why.")
    var reason: String?

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let order = WithdrawOrder(reason: reason)
        let record: RequestRecord = try await connection.withSession {
            try await $0.client.post(Paths.request(id, "withdraw"), order)
        }
        Terminal.say("\(record.id) is \(record.state.rawValue)")
    }
}
