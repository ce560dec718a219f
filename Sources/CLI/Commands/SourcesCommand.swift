import ArgumentParser

struct SourcesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources",
        abstract: "The places estates were read from, and what each cannot tell.",
        discussion: """
            Example:
              penstock sources
              penstock sources show ./workflows
            """,
        subcommands: [SourceListCommand.self, SourceShowCommand.self],
        defaultSubcommand: SourceListCommand.self,
    )
}
