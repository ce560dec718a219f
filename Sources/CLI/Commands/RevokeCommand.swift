import ArgumentParser
import Client
import Domain
import Wire

struct RevokeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Take a grant back before its end.",
        discussion: """
            Example:
              penstock revoke grt_01kb3v0qj8e9w4m7c2x5n6z0ta
            """,
    )

    @Argument(help: "The grant's id; `penstock identity show` lists them.", transform: RevokeCommand.grant)
    var id: ID<Grant>

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let grant: Grant = try await connection.withSession { try await $0.client.delete(Paths.grant(id.text)) }
        if json { return try Terminal.say(json: grant) }
        Terminal.say("revoked \(grant.id): \(grant.action.rawValue) \(grant.resource)".printable)
    }

    private static func grant(_ text: String) throws -> ID<Grant> {
        guard let id = ID<Grant>(text) else {
            throw ValidationError("give the whole id of a grant, grt_…, as `penstock identity show` lists it")
        }
        return id
    }
}
