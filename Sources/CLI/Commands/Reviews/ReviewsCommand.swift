import ArgumentParser
import Client
import Domain
import Wire

struct ReviewsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reviews",
        abstract: "Recertify what integrations hold and what people may do.",
        discussion: """
            Example:
              penstock reviews
              penstock reviews items --mine
              penstock reviews decide rvi_01kb3 reduce
            """,
        subcommands: [
            ReviewsListCommand.self, ReviewsOpenCommand.self, ReviewItemsCommand.self, ReviewShowCommand.self,
            ReviewDecideCommand.self, ReviewAssignCommand.self, ReviewEventCommand.self,
        ],
        defaultSubcommand: ReviewsListCommand.self,
    )
}

struct ReviewsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List reviews with how far and how well they are done.",
        discussion: "Example:\n  penstock reviews list --open",
    )

    @Flag(help: "Only open ones.")
    var open = false

    @OptionGroup(title: "List")
    var list: ListOptions

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let page: ListOf<ReviewRecord> = try await connection.withSession { session in
            try await list.pages(session, Paths.reviews, query: open ? [("open", "true")] : [])
        }
        try list.show(page, noun: "reviews") { records in
            var table = Table(
                "id",
                "review",
                "due",
                "decided",
                "blocked",
                "unchanged",
                "self",
                "unremoved",
                numbers: [3, 4, 5, 6, 7],
                whole: [0, 2],
                droppable: [6, 5]
            )
            for record in records {
                let quality = record.quality
                table.add(
                    Table.Cell(record.review.id.text),
                    Table.Cell(record.review.title),
                    Table.Cell(record.review.closed == nil ? record.review.due.short : "done"),
                    Table.Cell("\(quality.decided)/\(quality.items)"),
                    Table.Cell("\(quality.withoutReviewer)", quality.withoutReviewer > 0 ? .red : nil),
                    Table.Cell("\(quality.unchanged)"),
                    Table.Cell("\(quality.selfReviews)"),
                    Table.Cell("\(quality.unremoved)", quality.unremoved > 0 ? .red : nil),
                )
            }
            return table
        }
    }
}

struct ReviewsOpenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Open a review now.",
        discussion: """
            Example:
              penstock reviews open 'Before the audit'
              penstock reviews open 'People' --roles
            """,
    )

    @Argument(help: "What it is called.")
    var title: String

    @Option(help: "An identity, given again for more; all that are active when left out.")
    var identity: [String] = []

    @Flag(help: "Of people's roles instead of integrations.")
    var roles = false

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let order = ReviewOrder(title: title, kind: roles ? .roles : .connectors, identities: identity)
        let review: ReviewCampaign = try await connection.withSession { session in
            try await session.client.post(Paths.reviews, order)
        }
        if json { return try Terminal.say(json: review) }
        Terminal.say("\(review.id): \(review.title), due \(review.due.short)".printable)
    }
}

struct ReviewItemsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "items",
        abstract: "List what is to be decided, with what the evidence speaks for.",
        discussion: "Example:\n  penstock reviews items --mine --state open",
    )

    @Option(help: "Only of this review.")
    var review: String?

    @Option(help: "Only in this state.")
    var state: ReviewItem.State?

    @Flag(help: "Only what waits for you.")
    var mine = false

    @OptionGroup(title: "List")
    var list: ListOptions

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        var query: [(String, String)] = []
        if let review { query.append(("review", review)) }
        if let state { query.append(("state", state.rawValue)) }
        if mine { query.append(("mine", "true")) }
        let page: ListOf<ReviewItem> = try await connection.withSession { [query] session in
            try await list.pages(session, Paths.reviewItems, query: query)
        }
        try list.show(page, noun: "items") { items in
            var table = Table("id", "name", "state", "proposed", "because", "outcome", "removed", whole: [0])
            for item in items {
                table.add(
                    Table.Cell(item.id.text),
                    Table.Cell(item.name),
                    Table.Cell(item.state.rawValue),
                    Table.Cell(item.proposal.outcome.rawValue),
                    Table.Cell(item.proposal.because),
                    Table.Cell(item.outcome?.rawValue ?? "-"),
                    Table.Cell(item.removal == .none ? "-" : item.removal.rawValue),
                )
            }
            return table
        }
    }
}

struct ReviewShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one item: evidence, and what changed since the last review.",
        discussion: "Example:\n  penstock reviews show rvi_01kb3",
    )

    @Argument(help: "Id of the item.")
    var id: String

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let record: ReviewItemRecord = try await connection.withSession { session in
            try await session.client.get(Paths.one(Paths.reviewItems, id))
        }
        if json { return try Terminal.say(json: record) }
        let (item, evidence) = (record.item, record.item.evidence)
        var sheet = Sheet()
        sheet.title(item.name)
        if !evidence.changes.isEmpty { sheet.entry("changed", evidence.changes) }
        sheet.entry("proposed", "\(item.proposal.outcome.rawValue): \(item.proposal.because)")
        sheet.entry("reviewer", record.reviewer ?? "nobody", record.reviewer == nil ? .red : nil)
        sheet.entry("state", [item.state.rawValue, item.outcome?.rawValue, item.note].compactMap(\.self))
        sheet.entry("class", evidence.identityClass?.rawValue ?? evidence.roles.map(\.rawValue).joined(separator: ", "))
        sheet.entry("last use", evidence.lastUse?.short ?? "none seen since \(evidence.watchedSince.short)")
        if !evidence.findings.isEmpty { sheet.entry("findings", evidence.findings) }
        if !evidence.held.isEmpty {
            sheet.section("Held, and used in \(evidence.windowDays) days")
            var table = Table("what", "ends", "uses", "last used", numbers: [2])
            for held in evidence.held {
                table.add(
                    Table.Cell(held.what),
                    Table.Cell(held.ends.short),
                    Table.Cell("\(held.uses)"),
                    Table.Cell(held.lastUsed?.short ?? "not seen", held.lastUsed == nil ? .yellow : nil),
                )
            }
            sheet.table(table)
        }
        if !record.events.isEmpty {
            sheet.section("Since the last review")
            for line in record.events {
                sheet.line("  \(line.event.at.short)  \(line.event.kind.rawValue)  \(line.event.actor.name)")
            }
        }
        Terminal.say(sheet.text)
    }
}

struct ReviewDecideCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Decide an item; it is carried out at once.",
        discussion: """
            keep, reduce (to what was used), rotate, revoke, or cannotJustify, which revokes. Keeping against the evidence \
            needs a note.

            Example:
              penstock reviews decide rvi_01kb3 keep --note 'runs at the end of the quarter'
            """,
    )

    @Argument(help: "Id of the item.")
    var id: String

    @Argument(help: "keep, reduce, rotate, revoke or cannotJustify.")
    var outcome: ReviewItem.Outcome

    @Option(help: "Why.")
    var note: String?

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let item: ReviewItem = try await connection.withSession { session in
            try await session.client.post(
                Paths.one(Paths.reviewItems, id, "decision"),
                ReviewDecision(outcome: outcome, note: note),
            )
        }
        if json { return try Terminal.say(json: item) }
        let removal = item.removal == .pending ? "; done when it was seen gone" : ""
        Terminal.say("\(item.name): \(outcome.rawValue)\(removal)".printable)
    }
}

struct ReviewAssignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign",
        abstract: "Name who decides an item.",
        discussion: "Example:\n  penstock reviews assign rvi_01kb3 ada@example.com",
    )

    @Argument(help: "Id of the item.")
    var id: String

    @Argument(help: "Mail address or id of the person.")
    var person: String

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let item: ReviewItem = try await connection.withSession { session in
            try await session.client.put(
                Paths.one(Paths.reviewItems, id, "reviewer"),
                ReviewerOrder(reviewer: person),
            )
        }
        Terminal.say("\(item.name) waits for \(person)".printable)
    }
}

struct ReviewEventCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "event",
        abstract: "Tell of something outside that makes a review necessary.",
        discussion: """
            Example:
              penstock reviews event release --system crm --detail 'version 4.2'
              penstock reviews event exposure --identity 'Sync invoices'
            """,
    )

    @Argument(help: "release, vendorChange, newTenant or exposure.")
    var type: OutsideEvent.Kind

    @Option(help: "The system it concerns.")
    var system: String?

    @Option(help: "The application or business function it concerns.")
    var application: String?

    @Option(help: "The vendor it concerns.")
    var vendor: String?

    @Option(help: "The identity it concerns.")
    var identity: String?

    @Option(help: "In words; never a secret.")
    var detail: String?

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup(title: "Store")
    var connection: ConnectionOptions

    func run() async throws {
        let event = OutsideEvent(
            type: type,
            system: system,
            application: application,
            vendor: vendor,
            identity: identity,
            detail: detail,
        )
        let record: OutsideEventRecord = try await connection.withSession { session in
            try await session.client.post(Paths.events, event)
        }
        if json { return try Terminal.say(json: record) }
        Terminal.say(record.review.map { "opened \($0.id): \($0.title)".printable } ?? "it opens no further review")
    }
}

extension ReviewItem.State: ExpressibleByArgument {}
extension ReviewItem.Outcome: ExpressibleByArgument {}
extension OutsideEvent.Kind: ExpressibleByArgument {}
