import ArgumentParser

struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: "The people who own, approve, look and administer.",
        discussion: """
            Example:
              penstock user add ada@example.com --name 'Ada Vale' --role owner
              penstock user link ada@example.com
            """,
        subcommands: [
            UserListCommand.self, UserAddCommand.self, UserLinkCommand.self, UserImportCommand.self,
        ],
    )
}
