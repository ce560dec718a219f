import ArgumentParser
import Client
import Domain
import Wire

struct UserLinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Make a link that signs a person in once.",
        discussion: """
            Prints the link alone on standard output. Give it to that person only.

            Example:
              penstock user link ada@example.com
            """,
    )

    @Argument(help: "Mail address.")
    var email: String

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let record: LinkRecord = try await connection.withSession { session in
            try await session.client.post(Paths.link(for: email), [String: String]())
        }
        Terminal.say(record.link)
        Terminal.complain("it works once")
    }
}
