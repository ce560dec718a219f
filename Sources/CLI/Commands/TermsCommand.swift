import ArgumentParser
import Client
import Domain
import Foundation
import Wire

struct TermsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "terms",
        abstract: "The numbers and names set for reviews, exceptions, break-glass and webhooks.",
        discussion: """
            Prints them as JSON. With --set it reads the same from a file (`-` for standard input); what is left out has \
            its default.

            Example:
              penstock terms > terms.json
              penstock terms --set terms.json
            """,
    )

    @Option(help: "Set them from this file.")
    var set: String?

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let new = try set.map { try Self.read($0) }
        let terms: GovernanceTerms = try await connection.withSession { session in
            if let new { return try await session.client.put(Paths.terms, new) }
            return try await session.client.get(Paths.terms)
        }
        try Terminal.say(json: terms)
    }

    private static func read(_ path: String) throws -> GovernanceTerms {
        let data =
            path == "-" ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: path)
        guard let data else { throw CommandFailure("the file `\(path)` cannot be read") }
        do {
            return try JSONDecoder().decode(GovernanceTerms.self, from: data)
        } catch {
            throw CommandFailure("`\(path)` does not hold terms as `penstock terms` prints them: \(error)")
        }
    }
}
