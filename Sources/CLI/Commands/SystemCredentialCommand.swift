import ArgumentParser
import Client
import Domain
import Wire

struct SystemCredentialCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "credential",
        abstract: "Seal the credential that the gateway injects.",
        discussion: """
            Read from a file or from standard input, never from an argument, which others could see. It is sealed in the \
            store and never given out again. For `basic` it is user:password.

            Example:
              penstock system credential ledger --file ledger.token
              pass show ledger | penstock system credential ledger
            """,
    )

    @Argument(help: "Name of the system.")
    var name: String

    @Option(help: "A file that holds the value; one line break at its end is not part of it.", completion: .file())
    var file: String?

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func validate() throws {
        guard System.isName(name) else { throw ValidationError("`\(name)` is no name of a system") }
    }

    func run() async throws {
        let value = try InputFile.secret(at: file, prompt: "credential of \(name): ")
        let _: [String: String] = try await connection.withSession { session in
            try await session.client.put(Paths.system(name, "credential"), CredentialRequest(value: value))
        }
        Terminal.say("sealed the credential of \(name)")
    }
}
