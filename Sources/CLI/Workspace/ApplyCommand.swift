import ArgumentParser
import Client
import Domain
import Wire

struct ApplyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Carry out what a workspace folder declares.",
        discussion: """
            Each step goes through the same rules as by hand: what policy does not let you do alone becomes a request that \
            waits for others. Exit status 1 when a step was refused.

            Example:
              penstock plan ./workspace && penstock apply ./workspace --note "quarterly owners"
            """,
    )

    @Argument(help: ArgumentHelp("The workspace folder.", valueName: "folder"))
    var folder: String

    @Option(help: "Why, for the log and for those who approve.")
    var note: String

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func validate() throws {
        if note.isBlank { throw ValidationError("--note is empty: say why") }
    }

    func run() async throws {
        let order = ApplyOrder(workspace: try WorkspaceFolder.read(folder), note: note)
        let outcome: WorkspaceOutcome = try await connection.withSession {
            try await $0.client.put(Paths.workspace, order)
        }
        if json {
            try Terminal.say(json: outcome)
        } else {
            Terminal.say("\(counted(outcome.applied.count, "step")) done")
            for line in outcome.waiting { Terminal.say("waits: \(line)".printable) }
            for refusal in outcome.refused {
                Terminal.say("refused: \(refusal.field): \(refusal.why)".printable.shown(in: .red))
            }
        }
        if !outcome.refused.isEmpty { throw ExitCode.failure }
    }
}

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the present state as a workspace folder.",
        discussion: """
            Registered identities with their open grants, systems, and the organisation's policies in force. No secret is \
            among it. Planning what was exported changes nothing.

            Example:
              penstock export ./workspace
            """,
    )

    @Argument(help: ArgumentHelp("The folder to write to.", valueName: "folder"))
    var folder: String

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let workspace: Workspace = try await connection.withSession { try await $0.client.get(Paths.workspace) }
        let count = try WorkspaceFolder.write(workspace, to: folder)
        Terminal.say("\(counted(count, "file")) written to \(folder.printable)")
    }
}
