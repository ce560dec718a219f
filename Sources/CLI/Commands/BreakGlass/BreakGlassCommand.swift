import ArgumentParser
import Client
import Domain
import Foundation
import Wire

struct BreakGlassCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "break-glass",
        abstract: "Emergency access of a named person for a time box.",
        discussion: """
            Off unless `penstock terms` names the person. Owner, backup and security are told at once; it closes by itself, \
            and must be reviewed by somebody else before the person or the identity can do it again.

            With --sealed it works without the server: an envelope made beforehand gives the system's own credential, and \
            writes a sealed record that has to be imported afterwards.

            Example:
              penstock break-glass 'Sync invoices' admin crm/contacts --ticket INC-7 --reason 'import deletes customers' \\
                --rollback 'restore the backup of 09:00'
              penstock break-glass --sealed crm.envelope --ticket INC-7 --reason 'Penstock is down' --rollback 'undo by hand'
            """,
        subcommands: [
            BreakGlassOpenCommand.self, BreakGlassListCommand.self, BreakGlassTokenCommand.self,
            BreakGlassCloseCommand.self, BreakGlassReviewCommand.self, BreakGlassPrepareCommand.self,
            BreakGlassReturnCommand.self, BreakGlassImportCommand.self,
        ],
        defaultSubcommand: BreakGlassOpenCommand.self,
    )
}

struct BreakGlassListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List emergency access, newest first.",
        discussion: "Example:\n  penstock break-glass list --state closed",
    )

    @Option(help: "Only in this state.")
    var state: BreakGlass.State?

    @OptionGroup(title: "List")
    var list: ListOptions

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let page: ListOf<BreakGlass> = try await connection.withSession { session in
            try await list.pages(session, Paths.breakGlass, query: state.map { [("state", $0.rawValue)] } ?? [])
        }
        try list.show(page, noun: "emergencies") { all in
            var table = Table("id", "who", "through", "what", "opened", "ends", "state", whole: [0, 4, 5])
            for glass in all {
                table.add(
                    Table.Cell(glass.id.text),
                    Table.Cell(glass.personEmail),
                    Table.Cell(glass.identityName),
                    Table.Cell("\(glass.action.rawValue) \(glass.resource)"),
                    Table.Cell(glass.opened.short),
                    Table.Cell(glass.ends.short),
                    Table.Cell(glass.verdict?.rawValue ?? glass.state.rawValue, glass.state == .open ? .red : nil),
                )
            }
            return table
        }
    }
}

struct BreakGlassTokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Get a token that an open break-glass can use; it ends with it.",
        discussion: "Example:\n  penstock break-glass token bgl_01kb3",
    )

    @Argument(help: "Id of the break-glass.")
    var id: String

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let record: TokenRecord = try await connection.withSession { session in
            try await session.client.post(Paths.one(Paths.breakGlass, id, "token"), EmptyRequest())
        }
        Terminal.say(record.accessToken)
        Terminal.complain("valid for \(record.expiresIn) s")
    }
}

struct BreakGlassCloseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Close a break-glass before its end.",
        discussion: "Example:\n  penstock break-glass close bgl_01kb3",
    )

    @Argument(help: "Id of the break-glass.")
    var id: String

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let glass: BreakGlass = try await connection.withSession { session in
            try await session.client.post(Paths.one(Paths.breakGlass, id, "close"), EmptyRequest())
        }
        Terminal.say("\(glass.id) is closed; it waits for its review".printable)
    }
}

struct BreakGlassReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Say whether a break-glass of somebody else was justified.",
        discussion:
            "Example:\n  penstock break-glass review bgl_01kb3 justified --note 'three rows mended, backup kept'",
    )

    @Argument(help: "Id of the break-glass.")
    var id: String

    @Argument(help: "justified or unjustified.")
    var verdict: BreakGlass.Verdict

    @Option(help: "What was done, and whether it was undone.")
    var note: String

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let glass: BreakGlass = try await connection.withSession { session in
            try await session.client.post(
                Paths.one(Paths.breakGlass, id, "review"),
                BreakGlassReview(verdict: verdict, note: note),
            )
        }
        Terminal.say("\(glass.id) of \(glass.personEmail): \(verdict.rawValue)".printable)
    }
}

extension BreakGlass.State: ExpressibleByArgument {}
extension BreakGlass.Verdict: ExpressibleByArgument {}
