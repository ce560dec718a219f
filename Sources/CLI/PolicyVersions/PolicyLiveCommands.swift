import ArgumentParser
import Client
import Domain
import Wire

struct PolicyLiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "live",
        abstract: "Put an approved version into force, or one that was in force before.",
        discussion: """
            Policies that would leave no administrator are refused; --lock-out confirms them. The operator at the machine \
            always finds the way back with `penstock policy withdraw`.

            Example:
              penstock policy live 4
            """,
    )

    @Argument(help: "The version.")
    var version: Int64

    @Flag(help: "Even when no administrator could administer any more.")
    var lockOut = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let order = PolicyLiveOrder(version: version, lockOut: lockOut, reason: nil)
        let answer: PolicyLiveAnswer = try await connection.withSession {
            try await $0.client.put(Paths.policyLive, order)
        }
        let before = answer.before.map { " instead of version \($0)" } ?? ""
        Terminal.say("version \(version) is in force\(before)")
    }
}

struct PolicyWithdrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Take the organisation's policies out of force; the shipped ones stay.",
        discussion: """
            For the operator at the machine alone: the way back when policies lock everybody out.

            Example:
              penstock policy withdraw --reason "version 4 locked us out" --store sqlite:penstock-data/penstock.db
            """,
    )

    @Option(help: "Why.")
    var reason: String

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let order = PolicyLiveOrder(version: nil, lockOut: nil, reason: reason)
        let answer: PolicyLiveAnswer = try await connection.withSession {
            try await $0.client.put(Paths.policyLive, order)
        }
        Terminal.say(answer.before.map { "version \($0) is out of force" } ?? "none was in force")
    }
}
