import ArgumentParser
import Client
import Domain
import Wire

struct RequestsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "requests",
        abstract: "What was asked for, and what waits for you.",
        discussion: """
            Example:
              penstock requests --mine
              penstock requests --state open,refused --identity 'Sync invoices'
            """,
    )

    @Flag(help: "Only what waits for your decision.")
    var mine = false

    @Option(help: "States, with commas: open, approved, refused, withdrawn, void, closed, expired.")
    var state: String?

    @Option(help: "Kinds, with commas: register, grant, expand, renew, clone, exception, rotate …")
    var kind: String?

    @Option(help: "Only for this identity: id, beginning of an id, or name.")
    var identity: String?

    @OptionGroup(title: "List")
    var list: ListOptions

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let page: ListOf<RequestRecord> = try await connection.withSession { session in
            if mine {
                let inbox: [RequestRecord] = try await session.client.get(Paths.requests + "/inbox")
                return ListOf(items: inbox, next: nil, total: inbox.count)
            }
            var query: [(String, String)] = []
            if let state { query.append(("state", state)) }
            if let kind { query.append(("kind", kind)) }
            if let identity {
                let record: IdentityRecord = try await session.client.get(Paths.identity(identity))
                query.append(("identity", record.identity.id.text))
            }
            return try await list.pages(session, Paths.requests, query: query)
        }
        try list.show(page, noun: "requests") { items in
            var table = Table("id", "kind", "state", "for", "asked by", "needs", "due", whole: [0])
            for item in items {
                table.add(
                    Table.Cell(item.id.text),
                    Table.Cell(item.kind.rawValue),
                    Table.Cell(item.state.rawValue, item.state == .open ? .yellow : nil),
                    Table.Cell(item.subject ?? "-"),
                    Table.Cell(item.requester.name),
                    Table.Cell(item.seats.isEmpty ? "nobody" : item.seats.map(\.rawValue).joined(separator: ", ")),
                    Table.Cell(item.due.short),
                )
            }
            return table
        }
    }
}
