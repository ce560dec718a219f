import ControlPlane
import Domain

/// Emergency access: who may, what is open now, what waits for its review, and what there was.
struct BreakGlassPage: Sendable {
    struct Row: Sendable {
        var id: String
        var path: String
        var identity: String
        var identityHref: String
        var action: Badge
        var resource: String
        var person: String
        var facts: [Fact]
        var ends: Moment
        /// How much of the time box is over.
        var passed: Bar
        var isOwn: Bool
        var opened: Moment
        var verdict: Badge
        var review: String?
    }

    var frame: Frame
    var headline: String
    var may: String
    var people: [String]
    var hasPeople: Bool
    var isAllowed: Bool
    var formOpen: Bool
    var fields: [Field]
    var actionChoices: [Option]
    var open: [Row]
    var hasOpen: Bool
    var waiting: [Row]
    var hasWaiting: Bool
    var history: [Row]
    var hasHistory: Bool
    var events: [EventRow]
    var hasEvents: Bool
    var resourceList: [String]

    init(
        _ all: [BreakGlass],
        terms: GovernanceTerms.BreakGlassTerms,
        viewer: User?,
        events: [LogEntry],
        resources: [String],
        frame: Frame,
        entered: Refused? = nil,
        now: Instant,
    ) {
        self.frame = frame
        let mine = viewer?.email
        isAllowed = terms.people.contains { $0.lowercased() == mine }
        people = terms.people.sorted()
        hasPeople = !people.isEmpty
        may = "for \(Words.count(terms.longestMinutes, "minute")) at most, never longer"
        open = all.filter { $0.state == .open }.map { Self.row($0, mine, now) }
        waiting = all.filter { $0.state == .closed }.map { Self.row($0, mine, now) }
        history = all.filter { $0.state == .reviewed }.map { Self.row($0, mine, now) }
        hasOpen = !open.isEmpty
        hasWaiting = !waiting.isEmpty
        hasHistory = !history.isEmpty
        headline =
            open.isEmpty && waiting.isEmpty
            ? "Nothing is open, nothing waits for a review"
            : "\(open.count) open, \(waiting.count) waiting for a review"
        self.events = events.map { EventRow($0, now: now) }
        hasEvents = !events.isEmpty
        resourceList = resources
        formOpen = entered != nil
        let chosen = entered?.value("action").flatMap(ActionClass.init) ?? .read
        actionChoices = ActionClass.allCases.map { Option($0.rawValue, $0.rawValue, selected: $0 == chosen) }
        func field(
            _ id: String,
            _ label: String,
            value: String? = nil,
            type: String = "text",
            placeholder: String = "",
            hint: String? = nil,
            list: String? = nil,
            wide: Bool = false,
        ) -> Field {
            Field(
                id,
                label,
                value: entered?.value(id) ?? value,
                type: type,
                placeholder: placeholder,
                hint: hint,
                list: list,
                required: true,
                wide: wide,
                wrong: entered?.wrong(id),
            )
        }
        fields = [
            field("identity", "Through the identity", placeholder: "name or id"),
            field("resource", "On", placeholder: "crm/contacts", list: "resources"),
            field("ticket", "Ticket", placeholder: "INC-7"),
            field(
                "minutes",
                "Minutes",
                value: String(min(30, terms.longestMinutes)),
                type: "number",
                hint: "1 to \(terms.longestMinutes); it cannot be extended",
            ),
            field("reason", "Why it cannot wait", type: "area", wide: true),
            field("rollback", "How it is undone", type: "area", wide: true),
        ]
    }

    private static func row(_ glass: BreakGlass, _ mine: String?, _ now: Instant) -> Row {
        let whole = max(1, (glass.ends - glass.opened).wholeMicroseconds)
        let part = min(max(0, (now - glass.opened).wholeMicroseconds), whole)
        let verdict =
            switch glass.verdict {
            case .justified: Badge("justified", tone: "good")
            case .unjustified: Badge("not justified", tone: "critical")
            case nil: Badge(glass.state == .open ? "open" : "waits for its review", tone: "medium")
            }
        return Row(
            id: glass.id.text,
            path: "/break-glass/\(Percent.encode(glass.id.text))",
            identity: glass.identityName,
            identityHref: Paths.identity(glass.identity.text),
            action: Badge(glass.action),
            resource: glass.resource.description,
            person: glass.personEmail,
            facts: [
                Fact("Why", glass.reason), Fact("Ticket", glass.ticket), Fact("Undone by", glass.rollback),
                Fact("Envelope", glass.envelope == nil ? nil : "opened without the server"),
            ].compactMap(\.self),
            ends: Moment(glass.closed ?? glass.ends, now: now),
            passed: Bar(
                "of its time is over",
                Int(part * 100 / whole),
                of: 100,
                fill: "f-high",
                href: "",
                percent: true
            ),
            isOwn: glass.personEmail == mine,
            opened: Moment(glass.opened, now: now),
            verdict: verdict,
            review: glass.reviewedBy.map { "\($0): \(glass.review ?? "")" },
        )
    }
}
