import ArgumentParser
import Client
import Domain
import Wire

struct SystemOverlapsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "overlaps",
        abstract: "List what may be one system kept twice, or is acted on from several sources.",
        discussion: """
            As after a merger: two systems with one address or title, one host that workflows of several sources act on, \
            one kind of connector with credentials in each.

            Example:
              penstock system overlaps
            """,
    )

    @Flag(help: "Print JSON: an array.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let overlaps: [SystemOverlap] = try await connection.withSession {
            try await $0.client.get(Paths.systemOverlaps)
        }
        if json { return try Terminal.say(json: overlaps) }
        guard !overlaps.isEmpty else { return Terminal.complain("nothing overlaps") }
        var table = Table("what", "name", "where", "workflows", "credentials", numbers: [3, 4], whole: [0])
        for overlap in overlaps {
            table.add(
                Table.Cell(overlap.kind.rawValue),
                Table.Cell(overlap.name),
                Table.Cell((overlap.systems + overlap.sources).joined(separator: ", ")),
                Table.Cell("\(overlap.workflows)"),
                Table.Cell("\(overlap.credentials)"),
            )
        }
        Terminal.say(table.text())
    }
}
