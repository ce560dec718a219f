import ArgumentParser
import Client
import Domain
import Wire

struct PolicyApproveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Approve a version that somebody else proposed.",
        discussion: """
            Example:
              penstock policy diff --version 4 && penstock policy approve 4
            """,
    )

    @Argument(help: "The version.")
    var version: Int64

    @Option(help: "Why.")
    var reason: String?

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let answer: PolicyVersion = try await connection.withSession {
            try await $0.client.post(Paths.policies(version, "decision"), PolicyDecision(.approve, reason: reason))
        }
        Terminal.say(
            answer.state == .proposed
                ? "version \(answer.version) waits for another approval; `penstock requests --kind policyChange` says whose"
                : "version \(answer.version) is \(answer.state.rawValue); `penstock policy live \(answer.version)` puts "
                    + "it into force"
        )
    }
}

struct PolicyRefuseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refuse",
        abstract: "Refuse a version that somebody else proposed.",
        discussion: """
            Example:
              penstock policy refuse 4 --reason "the freeze must spare payroll"
            """,
    )

    @Argument(help: "The version.")
    var version: Int64

    @Option(help: "What whoever proposed it should change.")
    var reason: String

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let answer: PolicyVersion = try await connection.withSession {
            try await $0.client.post(Paths.policies(version, "decision"), PolicyDecision(.refuse, reason: reason))
        }
        Terminal.say("version \(answer.version) is refused")
    }
}
