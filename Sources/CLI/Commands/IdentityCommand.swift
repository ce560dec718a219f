import ArgumentParser

struct IdentityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "identity",
        abstract: "Show one identity, its family and its rights against their use, add or register it, hand over.",
        discussion: """
            An identity is named by its id, the beginning of its id, or its name.

            Example:
              penstock identity show 'Sync invoices'
            """,
        subcommands: [
            IdentityShowCommand.self, IdentityFamilyCommand.self, IdentitySizeCommand.self, IdentityAddCommand.self,
            IdentityRegisterCommand.self, IdentityHandoverCommand.self, IdentityDisputeCommand.self,
        ],
    )
}
