import ControlPlane
import Domain

/// The list of identities with its filter.
struct IdentitiesPage: Sendable {
    struct Filter: Sendable {
        var text: String
        var state: Select
        var identityClass: Select
        var environment: String
        var sort: Select
        var unowned: Bool
        var touches: Bool
        var hidden: [Hidden]
        var filtered: Bool
    }

    struct Hidden: Sendable {
        var name: String
        var value: String
    }

    struct Column: Sendable {
        var label: String
        var href: String?
        /// `ascending` or `descending` on the column that sorts.
        var sorted: String?
        var arrow: String
    }

    struct Row: Sendable {
        var href: String
        var name: String
        var kind: String
        var state: Badge
        var identityClass: Badge
        var owner: String?
        var environment: String?
        var ends: Moment?
        var used: Moment?
        var findings: Badge?
    }

    var frame: Frame
    var headline: String
    var filter: Filter
    var columns: [Column]
    var rows: [Row]
    var hasRows: Bool
    var shown: String
    var first: String?
    var next: String?

    init(_ page: Page<IdentitySummary>, query: IdentityQuery, frame: Frame, now: Instant) {
        self.frame = frame
        headline = Words.count(page.total, "identity", "identities") + (query.isFiltered ? " match" : "")
        filter = Filter(
            text: query.filter.text ?? "",
            state: Select(
                "state",
                all: "Any",
                LifecycleState.allCases.map { ($0.rawValue, Words.sentence(Words.of($0))) },
                selected: query.filter.states.first?.rawValue,
            ),
            identityClass: Select(
                "class",
                all: "Any",
                IdentityClass.allCases.map { ($0.rawValue, Words.sentence(Words.of($0))) },
                selected: query.filter.classes.first?.rawValue,
            ),
            environment: query.filter.environment ?? "",
            sort: Select(
                "sort",
                all: nil,
                IdentityFilter.Sort.allCases.map { ($0.rawValue, Words.sentence($0.rawValue)) },
                selected: query.filter.sort.rawValue,
            ),
            unowned: query.filter.unowned,
            touches: query.filter.touches == .identity,
            hidden: (query.filter.descending ? [Hidden(name: "order", value: "descending")] : [])
                + (query.filter.source.map { [Hidden(name: "source", value: $0.text)] } ?? [])
                + (query.filter.vendor.map { [Hidden(name: "vendor", value: $0)] } ?? []),
            filtered: query.isFiltered,
        )
        columns = Self.columns(query)
        rows = page.items.map { Self.row($0, now) }
        hasRows = !page.items.isEmpty
        shown = "\(Words.grouped(page.items.count)) of \(Words.grouped(page.total))"
        first = query.cursor == nil ? nil : query.link()
        next = page.next.map { query.link(cursor: $0) }
    }

    private static func columns(_ query: IdentityQuery) -> [Column] {
        let sorts: [(String, IdentityFilter.Sort?)] = [
            ("Identity", .name), ("State", .state), ("Class", .identityClass), ("Owner", nil),
            ("Environment", .environment), ("Ends", .expires), ("Last used", .lastUsed), ("Findings", nil),
        ]
        return sorts.map { label, sort in
            guard let sort else { return Column(label: label, arrow: "") }
            let isCurrent = query.filter.sort == sort
            let turn = isCurrent && !query.filter.descending
            return Column(
                label: label,
                href: query.link(sort: sort, descending: turn),
                sorted: isCurrent ? (query.filter.descending ? "descending" : "ascending") : nil,
                arrow: isCurrent ? (query.filter.descending ? " ↓" : " ↑") : "",
            )
        }
    }

    private static func row(_ summary: IdentitySummary, _ now: Instant) -> Row {
        let identity = summary.identity
        let gone = identity.vanished == nil ? "" : ", vanished from its source"
        return Row(
            href: Paths.identity(identity.id.text),
            name: identity.name,
            kind: Words.of(identity.kind) + gone,
            state: Badge(identity.state),
            identityClass: Badge(identity.classification.identityClass),
            owner: summary.ownerEmail,
            environment: identity.environment,
            ends: Moment(identity.expires, now: now),
            used: Moment(identity.lastUsed, now: now),
            findings: summary.worst.map { worst in
                Badge("\(Words.grouped(summary.findings)) \(worst.rawValue)", tone: Tone.of(worst))
            },
        )
    }
}

/// What a request asks of the list of identities, and the address that asks the same.
struct IdentityQuery: Sendable {
    var filter = IdentityFilter()
    var cursor: String?

    init(_ query: FormData) {
        filter.text = query.text("q")
        filter.states = query.choice("state").map { [$0] } ?? []
        filter.classes = query.choice("class").map { [$0] } ?? []
        filter.environment = query.text("environment")
        filter.unowned = query.text("unowned") != nil
        filter.source = query.text("source").flatMap { ID<Source>($0) }
        filter.vendor = query.text("vendor")
        filter.touches = query.choice("touches")
        filter.sort = query.choice("sort") ?? .name
        filter.descending = query.text("order") == "descending"
        cursor = query.text("cursor")
    }

    var isFiltered: Bool {
        filter.text != nil || !filter.states.isEmpty || !filter.classes.isEmpty || filter.environment != nil
            || filter.unowned || filter.source != nil || filter.touches != nil
            || filter.vendor != nil
    }

    func link(sort: IdentityFilter.Sort? = nil, descending: Bool? = nil, cursor: String? = nil) -> String {
        let chosen = sort ?? filter.sort
        return Paths.link(
            "/identities",
            [
                ("q", filter.text),
                ("state", filter.states.first?.rawValue),
                ("class", filter.classes.first?.rawValue),
                ("environment", filter.environment),
                ("unowned", filter.unowned ? "yes" : nil),
                ("source", filter.source?.text),
                ("vendor", filter.vendor),
                ("touches", filter.touches?.rawValue),
                ("sort", chosen == .name ? nil : chosen.rawValue),
                ("order", descending ?? filter.descending ? "descending" : nil),
                ("cursor", cursor),
            ],
        )
    }
}
