import ArgumentParser
import Client
import Domain
import Wire

struct SourceListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List sources.",
        discussion: """
            Example:
              penstock sources list --format n8n --sort last-import
            """,
    )

    enum Sort: String, CaseIterable, ExpressibleByArgument {
        case name, format
        case lastImport = "last-import"
    }

    @Option(help: "Only of this format.")
    var format: String?

    @Option(help: "Text in the name.")
    var search: String?

    @Option(help: "Sort by this.")
    var sort = Sort.name

    @Flag(help: "Print JSON: an array.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let all: [SourceRecord] = try await connection.withSession { try await $0.client.get(Paths.sources) }
        let records = all.filter { record in
            let description = record.source.description
            return (format == nil || description.format == format) && description.root.holds(search)
        }.sorted(by: precedes)
        if json { return try Terminal.say(json: records) }
        guard !records.isEmpty else { return Terminal.complain("no sources match") }
        var table = Table(
            "source",
            "format",
            "environment",
            "workflows",
            "accounts",
            "credentials",
            "identities",
            "stage",
            "last import",
            "cannot tell",
            numbers: [3, 4, 5, 6],
            droppable: [9, 2],
        )
        for record in records {
            let description = record.source.description
            let missing = Capability.allCases.filter { description.capabilities.answer($0) == .no }
            table.add(
                Table.Cell(description.root),
                Table.Cell(description.format),
                Table.Cell(description.environment ?? "-"),
                Table.Cell("\(record.parts["workflow"] ?? 0)"),
                Table.Cell("\(record.parts["principal"] ?? 0)"),
                Table.Cell("\(record.parts["credential"] ?? 0)"),
                Table.Cell("\(record.identities)"),
                Table.Cell(record.maturity.reached?.rawValue ?? "none", record.maturity.reached == nil ? .yellow : nil),
                Table.Cell(record.source.lastImport.short, record.isBeingTakenOver ? .yellow : nil),
                Table.Cell(missing.isEmpty ? "-" : missing.map(\.rawValue).joined(separator: ", ")),
            )
        }
        Terminal.say(table.text())
    }

    private func precedes(_ left: SourceRecord, _ right: SourceRecord) -> Bool {
        let (one, two) = (left.source, right.source)
        return switch sort {
        case .name: (one.description.root, one.description.format) < (two.description.root, two.description.format)
        case .format: (one.description.format, one.description.root) < (two.description.format, two.description.root)
        case .lastImport: (two.lastImport, one.description.root) < (one.lastImport, two.description.root)
        }
    }
}
