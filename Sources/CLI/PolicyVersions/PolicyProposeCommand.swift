import ArgumentParser
import Client
import Domain
import Wire

struct PolicyProposeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose",
        abstract: "Propose policies of the organisation as a new version.",
        discussion: """
            Every statement needs an @id of its own; @expires, @reason, @fix and @binding are understood. The tests beside \
            the files are run first, and nothing is proposed when one fails. Somebody else approves the version, and then it \
            goes live.

            Example:
              penstock policy propose policies/ --note "freeze writes over new year"
            """,
    )

    @Argument(help: ArgumentHelp("A folder of *.cedar files, or one.", valueName: "folder"))
    var folder: String

    @Option(help: "What changes and why.")
    var note: String

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let policies = try PolicyFolder(folder)
        let order = PolicyOrder(files: policies.files, note: note, tests: policies.tests)
        let version: PolicyVersion = try await connection.withSession {
            try await $0.client.post(Paths.policies, order)
        }
        if json { return try Terminal.say(json: version) }
        Terminal.say(
            "version \(version.version) is proposed: \(version.files.count) files, \(version.tests) tests passed"
        )
        Terminal.say("somebody else decides: `penstock policy approve \(version.version)`")
    }
}
