import ArgumentParser
import Client
import Domain
import Wire

struct RevocationsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revocations",
        abstract: "What is being offboarded or rotated, step by step, with evidence.",
        discussion: """
            Retiring an identity opens its offboarding, a change of an approved workflow the rotation of its credentials. \
            Steps elsewhere are confirmed by the next import, or by a person.

            Example:
              penstock revocations
              penstock revocations show rev_01kb3v0qj8e9w4m7c2x5n6z0ta
              penstock revocations confirm rev_01kb3v0qj8e9w4m7c2x5n6z0ta 5 --evidence 'deleted in the console, OPS-12'
            """,
        subcommands: [
            RevocationsListCommand.self, RevocationsShowCommand.self, RevocationsConfirmCommand.self,
        ],
        defaultSubcommand: RevocationsListCommand.self,
    )
}

struct RevocationsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List them, newest first; those that are open, or with --closed the others.",
        discussion: "Example:\n  penstock revocations list --identity 'Sync invoices' --closed",
    )

    @Option(help: "Only of this identity: id, beginning of an id, or name.")
    var identity: String?

    @Flag(help: "The closed ones instead.")
    var closed = false

    @OptionGroup(title: "List")
    var list: ListOptions

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let page: ListOf<Revocation> = try await connection.withSession { session in
            var query = [("state", closed ? "closed" : "open")]
            if let identity { query.append(("identity", try await session.identity(identity).identity.id.text)) }
            return try await list.pages(session, Paths.revocations, query: query)
        }
        try list.show(page, noun: "revocations") { revocations in
            var table = Table("id", "identity", "kind", "reason", "done", "due", "closed", whole: [0, 4])
            for revocation in revocations {
                let done = revocation.steps.count { $0.done != nil }
                table.add(
                    Table.Cell(revocation.id.text),
                    Table.Cell(revocation.identity.text),
                    Table.Cell(revocation.kind.rawValue),
                    Table.Cell(revocation.reason),
                    Table.Cell("\(done)/\(revocation.steps.count)"),
                    Table.Cell(revocation.due.short),
                    Table.Cell(revocation.closed?.short ?? "-"),
                )
            }
            return table
        }
    }
}

struct RevocationsShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show the steps of one, with who confirmed each and by what.",
        discussion: "Example:\n  penstock revocations show rev_01kb3v0qj8e9w4m7c2x5n6z0ta",
    )

    @Argument(help: "Its id.")
    var id: String

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let revocation: Revocation = try await connection.withSession { session in
            try await session.client.get(Paths.one(Paths.revocations, id))
        }
        try RevocationSheet.say(revocation, json: json)
    }
}

struct RevocationsConfirmCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        abstract: "Confirm a step that was done elsewhere.",
        discussion: """
            Example:
              penstock revocations confirm rev_01kb3v0qj8e9w4m7c2x5n6z0ta 5 --evidence 'deleted in the console, OPS-12'
            """,
    )

    @Argument(help: "Its id.")
    var id: String

    @Argument(help: "Number of the step, as `penstock revocations show` gives it.")
    var step: Int

    @Option(help: "How you know that it is done.")
    var evidence: String

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let revocation: Revocation = try await connection.withSession { session in
            try await session.client.post(
                Paths.one(Paths.revocations, id, "steps/\(step)/confirm"),
                ConfirmStepRequest(evidence: evidence),
            )
        }
        try RevocationSheet.say(revocation, json: json)
    }
}

/// One revocation as people read it.
enum RevocationSheet {
    static func say(_ revocation: Revocation, json: Bool) throws {
        if json { return try Terminal.say(json: revocation) }
        let state = revocation.closed.map { "closed \($0.short)" } ?? "due \(revocation.due.short)"
        Terminal.say(
            "\(revocation.kind.rawValue) of \(revocation.identity), \(state): \(revocation.reason)".printable
        )
        for (number, step) in revocation.steps.enumerated() {
            let done = step.done.map { "done \($0.short) by \(step.by ?? "-"): \(step.evidence ?? "-")" } ?? "open"
            Terminal.say("\(number + 1)  \(step.kind.rawValue)  \(step.name)  \(done)".printable)
        }
    }
}
