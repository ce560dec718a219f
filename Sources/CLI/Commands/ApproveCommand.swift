import ArgumentParser
import Client
import Domain
import Wire

struct ApproveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Approve a request, whole or for a shorter time.",
        discussion: """
            The approval is bound to what the request says when this command reads it. --until ends everything it gives \
            earlier, which needs a reason.

            Example:
              penstock approve req_01kb3v0qj8e9w4m7c2x5n6z0ta
              penstock approve req_01kb3v0qj8e9w4m7c2x5n6z0ta --until 7d --reason 'a week will do'
            """,
    )

    @Argument(help: "The request's id, req_….")
    var id: String

    @Option(help: .end("End everything it gives by then"), transform: Moment.ahead)
    var until: Moment?

    @Option(help: "Why, for those who read it later; needed to approve less.")
    var reason: String?

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let record: RequestRecord = try await connection.withSession { session in
            let seen: RequestRecord = try await session.client.get(Paths.request(id))
            let order = DecisionOrder(.approved, reason: reason, until: until?.instant, digest: seen.digest)
            return try await session.client.post(Paths.request(id, "decision"), order)
        }
        if json { return try Terminal.say(json: record) }
        let waiting = record.waitingFor.map(\.rawValue).joined(separator: ", ")
        Terminal.say("\(record.id) is \(record.state.rawValue)\(waiting.isEmpty ? "" : ", waits for \(waiting)")")
    }
}

struct DenyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deny",
        abstract: "Refuse a request, with a reason.",
        discussion: """
            Example:
              penstock deny req_01kb3v0qj8e9w4m7c2x5n6z0ta --reason 'reading would do'
            """,
    )

    @Argument(help: "The request's id, req_….")
    var id: String

    @Option(help: "Why not.")
    var reason: String

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let record: RequestRecord = try await connection.withSession { session in
            let seen: RequestRecord = try await session.client.get(Paths.request(id))
            let order = DecisionOrder(.refused, reason: reason, digest: seen.digest)
            return try await session.client.post(Paths.request(id, "decision"), order)
        }
        Terminal.say("\(record.id) is \(record.state.rawValue)")
    }
}
