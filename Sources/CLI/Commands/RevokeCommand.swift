import ArgumentParser
import Client
import Domain
import Wire

struct RevokeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Take a grant or one token back before its end.",
        discussion: """
            Example:
              penstock revoke grt_01kb3v0qj8e9w4m7c2x5n6z0ta --reason 'the clean-up is done'
              penstock revoke lse_01kb3v0qj8e9w4m7c2x5n6z0ta --reason 'seen in a build log'
            """,
    )

    @Argument(help: "Id of the grant, or of the lease that the token is.")
    var id: String

    @Option(help: "Why; a lease needs it.")
    var reason: String?

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func validate() throws {
        if ID<Lease>(id) != nil {
            try ReasonCheck.check(reason ?? "")
        } else if ID<Grant>(id) == nil {
            throw ValidationError(
                "give the whole id of a grant (grt_…) or a lease (lse_…), as `penstock identity show` lists them"
            )
        }
    }

    func run() async throws {
        if let lease = ID<Lease>(id) { return try await revoke(lease) }
        let query = reason.map { "?reason=\(Paths.escaped($0))" } ?? ""
        let grant: Grant = try await connection.withSession { try await $0.client.delete(Paths.grant(id) + query) }
        if json { return try Terminal.say(json: grant) }
        Terminal.say("revoked \(grant.id): \(grant.action.rawValue) \(grant.resource)".printable)
    }

    private func revoke(_ id: ID<Lease>) async throws {
        let lease: Lease = try await connection.withSession { session in
            try await session.client.post(
                Paths.one(Paths.leases, id.text, "revoke"),
                ReasonRequest(reason: reason ?? "")
            )
        }
        if json { return try Terminal.say(json: lease) }
        Terminal.say("revoked \(lease.id): the token is dead, others of its identity go on")
    }
}
