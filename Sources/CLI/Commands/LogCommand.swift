import ArgumentParser

struct LogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Read, verify and export the log.",
        discussion: """
            Without a subcommand it lists events.

            Example:
              penstock log --kind requestRefused --from 24h
              penstock log verify
            """,
        subcommands: [LogListCommand.self, LogVerifyCommand.self, LogExportCommand.self, LogCheckpointCommand.self],
        defaultSubcommand: LogListCommand.self,
    )
}
