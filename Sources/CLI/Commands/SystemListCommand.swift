import ArgumentParser
import Client
import Domain
import Wire

struct SystemListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List systems.",
        discussion: """
            Example:
              penstock system list --environment production
            """,
    )

    enum Sort: String, CaseIterable, ExpressibleByArgument {
        case name, environment, grants
    }

    @Option(help: "Only of this environment.")
    var environment: String?

    @Option(help: "Text in the name, title or vendor.")
    var search: String?

    @Option(help: "Sort by this.")
    var sort = Sort.name

    @Flag(help: "Print JSON: an array.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let all: [SystemRecord] = try await connection.withSession { try await $0.client.get(Paths.systems) }
        let systems = all.filter { system in
            (environment == nil || system.environment == environment)
                && [system.name, system.title ?? "", system.vendor ?? ""].contains { $0.holds(search) }
        }.sorted(by: precedes)
        if json { return try Terminal.say(json: systems) }
        guard !systems.isEmpty else { return Terminal.complain("no systems match") }
        var table = Table(
            "name",
            "environment",
            "upstream",
            "injects",
            "credential",
            "grants",
            "data",
            "vendor",
            numbers: [5],
        )
        for system in systems {
            let sealed = system.hasCredential ?? false
            let lacks = !sealed && (system.injection ?? "none") != "none"
            table.add(
                Table.Cell(system.name),
                Table.Cell(system.environment),
                Table.Cell(system.upstream ?? "-"),
                Table.Cell(system.injection ?? "none"),
                Table.Cell(sealed ? "sealed" : "none", lacks ? .red : nil),
                Table.Cell("\(system.openGrants ?? 0)"),
                Table.Cell(system.dataClasses?.joined(separator: ", ") ?? "-"),
                Table.Cell(system.vendor ?? "-"),
            )
        }
        Terminal.say(table.text())
    }

    private func precedes(_ left: SystemRecord, _ right: SystemRecord) -> Bool {
        switch sort {
        case .name: left.name < right.name
        case .environment: (left.environment, left.name) < (right.environment, right.name)
        case .grants: (right.openGrants ?? 0, left.name) < (left.openGrants ?? 0, right.name)
        }
    }
}

extension String {
    /// Whether `text` stands in it, letters of either case; nil stands in everything.
    func holds(_ text: String?) -> Bool {
        guard let text else { return true }
        return lowercased().contains(text.lowercased())
    }
}
