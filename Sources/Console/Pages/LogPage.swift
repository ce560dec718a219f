import ControlPlane
import Domain

/// The log: its latest checkpoint and its events, newest first.
struct LogPage: Sendable {
    struct Checkpoint: Sendable {
        var size: String
        var root: String
        var made: Moment
        var origin: String
        var note: String
    }

    struct Filter: Sendable {
        var kind: Select
        var actor: String
        var subject: String
        var from: String
        var until: String
        var filtered: Bool
    }

    var frame: Frame
    var headline: String
    var checkpoint: Checkpoint?
    var verified: Badge?
    var filter: Filter
    var rows: [EventRow]
    var hasRows: Bool
    var shown: String
    var first: String?
    var next: String?

    /// `verified` is the outcome of a verification that was just made; nil shows that the checkpoint is signed.
    init(
        _ page: Page<LogEntry>,
        checkpoint: CheckpointSummary?,
        verified: Badge?,
        names: [String: String] = [:],
        query: EventQuery,
        frame: Frame,
        now: Instant,
    ) {
        self.frame = frame
        self.verified = verified ?? checkpoint.map { _ in Badge("signed", tone: "good") }
        headline =
            "\(Words.count(page.total, "event"))\(query.isFiltered ? " match" : ", none of which can be changed unseen")"
        self.checkpoint = checkpoint.map {
            Checkpoint(
                size: Words.grouped($0.size),
                root: $0.root,
                made: Moment($0.made, now: now),
                origin: $0.origin,
                note: $0.note,
            )
        }
        filter = Filter(
            kind: Select(
                "kind",
                all: "Any",
                Event.Kind.allCases.map { ($0.rawValue, Words.of($0)) },
                selected: query.filter.kinds.first?.rawValue,
            ),
            actor: query.filter.actor ?? "",
            subject: query.filter.subject ?? "",
            from: query.filter.from?.date ?? "",
            until: query.until ?? "",
            filtered: query.isFiltered,
        )
        rows = page.items.map { EventRow($0, names: names, now: now) }
        hasRows = !rows.isEmpty
        shown = "\(Words.grouped(page.items.count)) of \(Words.grouped(page.total))"
        first = query.cursor == nil ? nil : query.link()
        next = page.next.map { query.link(cursor: $0) }
    }
}

/// What a request asks of the log, and the address that asks the same.
struct EventQuery: Sendable {
    var filter = EventFilter()
    /// The last day wanted, as typed.
    var until: String?
    var cursor: String?

    init(_ query: FormData) {
        filter.kinds = query.choice("kind").map { [$0] } ?? []
        filter.actor = query.text("actor")
        filter.subject = query.text("subject")
        filter.from = query.text("from").flatMap { Instant($0) }
        until = query.text("until")
        filter.until = until.flatMap { Instant($0) }.map { $0 + .days(1) }
        cursor = query.text("cursor")
    }

    var isFiltered: Bool {
        !filter.kinds.isEmpty || filter.actor != nil || filter.subject != nil || filter.from != nil || until != nil
    }

    func link(cursor: String? = nil) -> String {
        Paths.link(
            "/log",
            [
                ("kind", filter.kinds.first?.rawValue), ("actor", filter.actor), ("subject", filter.subject),
                ("from", filter.from?.date), ("until", until), ("cursor", cursor),
            ],
        )
    }
}
