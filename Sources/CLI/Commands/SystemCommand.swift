import ArgumentParser

struct SystemCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "system",
        abstract: "The systems that integrations act on.",
        discussion: """
            Example:
              penstock system add ledger --environment production --upstream http://127.0.0.1:9000 --inject bearer
              penstock system credential ledger --file ledger.token
            """,
        subcommands: [
            SystemListCommand.self, SystemOverlapsCommand.self, SystemAddCommand.self, SystemCredentialCommand.self,
        ],
    )
}
