import ArgumentParser
import Domain
import Wire

struct LogListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List events, newest first.",
        discussion: """
            Example:
              penstock log list --kind stopped,resumed
              penstock log list --subject 'Sync invoices' --from 2026-01-01 --json
            """,
    )

    @Option(
        help: ArgumentHelp(
            "Only events of these kinds, with commas or given again.",
            discussion: Event.Kind.allCases.map(\.rawValue).joined(separator: ", "),
        ),
        transform: Choice<Event.Kind>.init,
    )
    var kind: [Choice<Event.Kind>] = []

    @Option(help: "Only by this actor: id or name.")
    var actor: String?

    @Option(help: "Only on this: an identity, or the id of a system, source, grant, user or lease.")
    var subject: String?

    @Option(help: "Only on things of this kind: identity, system, source, grant, user, lease …")
    var subjectKind: String?

    @Option(help: .past("Not before"), transform: Moment.back)
    var from: Moment?

    @Option(help: .past("Before"), transform: Moment.back)
    var until: Moment?

    @OptionGroup(title: "List")
    var list: ListOptions

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func validate() throws {
        if let from, let until, from.instant >= until.instant {
            throw ValidationError("--from \(from.instant.text) is not before --until \(until.instant.text)")
        }
    }

    func run() async throws {
        let page: ListOf<LogLine> = try await connection.withSession { session in
            var query: [(String, String)] = []
            if !kind.isEmpty { query.append(("kind", Choice.text(kind))) }
            if let actor { query.append(("actor", actor)) }
            if let subjectKind { query.append(("subjectKind", subjectKind)) }
            if let from { query.append(("from", from.instant.text)) }
            if let until { query.append(("until", until.instant.text)) }
            guard let subject else { return try await list.pages(session, Paths.events, query: query) }
            let page: ListOf<LogLine> = try await list.pages(
                session,
                Paths.events,
                query: query + [("subject", subject)],
            )
            guard page.items.isEmpty, list.cursor == nil, let identity = try? await session.identity(subject) else {
                return page
            }
            let id = identity.identity.id.text
            return try await list.pages(session, Paths.events, query: query + [("subject", id)])
        }
        try list.show(page, noun: "events", table: EventTable.table)
    }
}
