import ArgumentParser

struct ClientCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "client",
        abstract: "Let an identity prove itself at the token endpoint.",
        discussion: """
            Example:
              penstock client add 'Sync invoices' --public-key key.jwk
            """,
        subcommands: [ClientAddCommand.self, ClientReplaceCommand.self],
    )
}
