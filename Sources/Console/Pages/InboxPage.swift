import Domain

/// What a person was told.
struct InboxPage: Sendable {
    struct Row: Sendable {
        var at: Moment
        var text: String
        var href: String?
        var about: String?
        var unread: Bool
    }

    var frame: Frame
    var headline: String
    var rows: [Row]
    var hasRows: Bool
    var hasUnread: Bool
    var shown: String
    var next: String?

    init(_ entries: Page<InboxEntry>, unread: Int, frame: Frame, now: Instant) {
        self.frame = frame
        headline = unread == 0 ? "Everything was read" : "\(Words.count(unread, "notice")) unread"
        rows = entries.items.map { entry in
            Row(
                at: Moment(entry.at, now: now),
                // A time is told by its day: the log has it exactly.
                text: Console.sentence(entry.text.replacing(#/(\d{4}-\d\d-\d\d)T[0-9:.]+Z/#) { $0.output.1 }),
                href: entry.subject.flatMap { $0.kind == "identity" ? Paths.identity($0.id) : nil },
                about: entry.subject?.name,
                unread: entry.read == nil,
            )
        }
        hasRows = !rows.isEmpty
        hasUnread = unread > 0
        shown = "\(Words.grouped(rows.count)) of \(Words.grouped(entries.total))"
        next = entries.next.map { Paths.link("/inbox", [("cursor", $0)]) }
    }
}
