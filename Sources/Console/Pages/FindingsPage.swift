import ControlPlane
import Domain

/// The list of findings, by rule and severity.
struct FindingsPage: Sendable {
    struct Filter: Sendable {
        var text: String
        var severity: Select
        var rule: String?
        var filtered: Bool
    }

    struct RuleTab: Sendable {
        var href: String
        var label: String
        var count: String
        var current: Bool
    }

    var frame: Frame
    var headline: String
    var rules: [RuleTab]
    var filter: Filter
    var rows: [FindingRow]
    var hasRows: Bool
    var shown: String
    var first: String?
    var next: String?

    /// How many stand on one page.
    static let pageSize = 50

    /// `findings` are those that the query asks for, worst first; `counts` those of every rule, whatever the query's rule.
    init(_ findings: [Finding], counts: [String: Int], query: FindingQuery, frame: Frame) {
        self.frame = frame
        let total = counts.values.reduce(0, +)
        headline =
            query.isFiltered
            ? "\(Words.count(findings.count, "finding")) match"
            : "\(Words.count(total, "finding")) by \(Words.count(counts.count, "rule"))"
        let all = RuleTab(
            href: query.link(rule: .some(nil)),
            label: "All",
            count: Words.grouped(total),
            current: query.rule == nil
        )
        let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        rules =
            [all]
            + sorted.map { rule, count in
                RuleTab(
                    href: query.link(rule: rule),
                    label: Words.sentence(rule),
                    count: Words.grouped(count),
                    current: query.rule == rule,
                )
            }
        filter = Filter(
            text: query.text ?? "",
            severity: Select(
                "severity",
                all: "Any",
                Finding.Severity.allCases.dropFirst().reversed().map { ($0.rawValue, Words.sentence($0.rawValue)) },
                selected: query.severity?.rawValue,
            ),
            rule: query.rule,
            filtered: query.isFiltered,
        )
        let start = min(query.offset, findings.count)
        let page = findings[start..<min(start + Self.pageSize, findings.count)]
        rows = page.enumerated().map { FindingRow($1, open: findings.count <= 3 && $0 == 0) }
        hasRows = !rows.isEmpty
        shown = "\(Words.grouped(start + 1))–\(Words.grouped(start + page.count)) of \(Words.grouped(findings.count))"
        first = start == 0 ? nil : query.link()
        next = page.endIndex < findings.count ? query.link(offset: page.endIndex) : nil
    }
}

/// What a request asks of the list of findings, and the address that asks the same.
struct FindingQuery: Sendable {
    var text: String?
    var severity: Finding.Severity?
    var rule: String?
    var offset = 0

    init(_ query: FormData) {
        text = query.text("q")
        severity = query.choice("severity")
        rule = query.text("rule")
        offset = max(0, query.text("from").flatMap { Int($0) } ?? 0)
    }

    var isFiltered: Bool { text != nil || severity != nil || rule != nil }

    /// The filter without its rule, so that every rule can be counted.
    var filter: FindingFilter {
        var filter = FindingFilter()
        filter.text = text
        filter.atLeast = severity ?? .info
        return filter
    }

    /// The address that asks the same; `rule` with nil inside asks for every rule, left out for the present one.
    func link(rule: String?? = nil, offset: Int = 0) -> String {
        Paths.link(
            "/findings",
            [
                ("q", text), ("severity", severity?.rawValue), ("rule", rule ?? self.rule),
                ("from", offset == 0 ? nil : String(offset)),
            ],
        )
    }
}
