import ArgumentParser
import Client
import Domain
import Wire

struct PolicyVersionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "versions",
        abstract: "List the versions of the organisation's policies, or show one.",
        discussion: """
            Example:
              penstock policy versions
              penstock policy versions 3
            """,
    )

    @Argument(help: "Show this version with its files.")
    var version: Int64?

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        if let version {
            let found: PolicyVersion = try await connection.withSession {
                try await $0.client.get(Paths.policies(version))
            }
            if json { return try Terminal.say(json: found) }
            Terminal.say("version \(found.version), \(found.state.rawValue): \(found.note)".printable)
            for file in found.files { Terminal.say("\n// \(file.name)\n\(file.text)") }
            return
        }
        let versions: [PolicyVersion] = try await connection.withSession { try await $0.client.get(Paths.policies) }
        if json { return try Terminal.say(json: versions) }
        guard !versions.isEmpty else {
            return Terminal.complain("no policies of the organisation yet: `penstock policy propose FOLDER --note WHY`")
        }
        var table = Table("version", "state", "proposed", "files", "tests", "live since", "note", numbers: [0, 3, 4])
        for version in versions {
            table.add(
                .init("\(version.version)"),
                .init(version.state.rawValue, version.state == .live ? .green : nil),
                .init(version.proposed.text),
                .init("\(version.files.count)"),
                .init("\(version.tests)"),
                .init(version.liveFrom?.text ?? "-"),
                .init(version.note),
            )
        }
        Terminal.say(table.text())
    }
}
