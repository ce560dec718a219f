import Domain
import Wire

/// An import as a person reads it: a line a source, what was found, what changed, what was rejected, what is not known.
struct ImportSummary {
    private let answer: ImportAnswer
    private var outcomes: [ImportOutcome.SourceOutcome] { answer.sources.map(\.outcome) }

    /// More than these are counted, not named.
    private static let mostNamed = 20

    init(_ answer: ImportAnswer) {
        self.answer = answer
    }

    var text: String {
        var parts: [String] = []
        if answer.dryRun { parts.append("dry run: nothing was changed") }
        if !answer.sources.isEmpty { parts.append(sources.text()) }
        if let found { parts.append(found) }
        parts += outcomes.compactMap(changes)
        if !answer.rejected.isEmpty { parts.append(rejected) }
        if !answer.remarks.isEmpty { parts.append(remarked) }
        if let unknown { parts.append(unknown) }
        return parts.joined(separator: "\n\n")
    }

    private var sources: Table {
        var table = Table(
            "source",
            "format",
            "files",
            "imported",
            "unchanged",
            "changed",
            "vanished",
            "rejected",
            numbers: [2, 3, 4, 5, 6, 7],
        )
        for source in outcomes { table.rows.append(row(source.root, source.format, [source], source.counts)) }
        if outcomes.count > 1 { table.rows.append(row("all", "", outcomes, answer.totals)) }
        return table
    }

    private func row(
        _ name: String,
        _ format: String,
        _ sources: [ImportOutcome.SourceOutcome],
        _ counts: [String: Int],
    ) -> [Table.Cell] {
        func sum(_ part: (ImportOutcome.SourceOutcome) -> Int) -> Int { sources.map(part).reduce(0, +) }
        let rejected = counts["rejected"] ?? 0
        return [
            Table.Cell(name), Table.Cell(format), "\(counts["files"] ?? 0)", "\(sum(\.added))",
            "\(sum(\.unchanged))", "\(sum { $0.changed.count })", "\(sum { $0.vanished.count })",
            Table.Cell("\(rejected)", rejected > 0 ? .red : nil),
        ]
    }

    /// What was found, a line a format.
    private var found: String? {
        let formats = Dictionary(grouping: outcomes, by: \.format).sorted { $0.key < $1.key }
        let lines = formats.compactMap { format, sources -> String? in
            let counts = sources.reduce(into: [String: Int]()) { $0.merge($1.counts, uniquingKeysWith: +) }
            let words = CountWords.text(counts)
            return words.isEmpty ? nil : "  \(format.printable): \(words)"
        }
        return lines.isEmpty ? nil : "found:\n" + lines.joined(separator: "\n")
    }

    /// What the sources cannot tell, so that nobody takes silence for absence; a line for those that say the same.
    private var unknown: String? {
        let described = answer.sources.compactMap(\.description)
        let groups = Dictionary(grouping: described) { source in
            [source.format] + Capability.allCases.map { source.capabilities.answer($0).rawValue }
        }
        let lines = groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.compactMap { _, sources -> String? in
            guard let first = sources.first else { return nil }
            func names(_ answer: SourceDescription.Capabilities.Answer) -> [String] {
                Capability.allCases.filter { first.capabilities.answer($0) == answer }.map(\.words)
            }
            let none = names(.no)
            let some = names(.partly)
            guard !none.isEmpty || !some.isEmpty else { return nil }
            let of = sources.count == 1 ? first.root.printable : counted(sources.count, "source")
            let parts = [none.joined(separator: ", "), some.isEmpty ? "" : "in part " + some.joined(separator: ", ")]
            return "  \(first.format.printable) (\(of)): \(parts.filter { !$0.isEmpty }.joined(separator: "; "))"
        }
        return lines.isEmpty ? nil : "not told by the source:\n" + lines.joined(separator: "\n")
    }

    private func changes(_ source: ImportOutcome.SourceOutcome) -> String? {
        var lines: [String] = []
        // Of a first import everything is new, and its list would say nothing.
        if !source.isFirst {
            lines += named(source.new, of: source.added) { "  new       \($0.printable)".shown(in: .green) }
        }
        lines += named(source.changed, of: source.changed.count) { change in
            ("  changed   \(change.name.printable)" + Self.place(change)).shown(in: .yellow)
                + change.changes.map { "\n              \($0.printable)" }.joined()
        }
        lines += named(source.vanished, of: source.vanished.count) { "  vanished  \($0.printable)".shown(in: .red) }
        return lines.isEmpty ? nil : "\(source.root.printable):\n" + lines.joined(separator: "\n")
    }

    private static func place(_ change: ImportOutcome.Changed) -> String {
        let parts = [change.kind == "workflow" ? "" : change.kind, change.path.printable].filter { !$0.isEmpty }
        return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
    }

    private var rejected: String {
        "rejected:".shown(in: .red) + "\n" + answer.rejected.map(\.line).joined(separator: "\n")
    }

    private var remarked: String {
        let lines = named(answer.remarks, of: answer.remarks.count, line: \.line)
        return "remarked:\n" + lines.joined(separator: "\n")
    }

    private func named<Item>(_ items: [Item], of total: Int, line: (Item) -> String) -> [String] {
        let shown = items.prefix(Self.mostNamed).map(line)
        return total > shown.count ? shown + ["  … and \(total - shown.count) more; --json names them"] : shown
    }
}

extension ImportOutcome.SourceOutcome {
    /// Whether all of it is new.
    fileprivate var isFirst: Bool { unchanged == 0 && changed.isEmpty && vanished.isEmpty }
}

extension ImportAnswer.Place {
    fileprivate var line: String {
        let place = [rejection.line, rejection.column].compactMap { $0.map { ":\($0)" } }.joined()
        return "  \((rejection.path + place).printable): \(rejection.reason.printable)"
    }
}

extension Capability {
    fileprivate var words: String {
        switch self {
        case .owners: "owners"
        case .activeFlag: "what is switched on"
        case .lastUse: "last use"
        case .secretValues: "whether secrets are equal"
        case .auditEvents: "who did what"
        case .scopes: "what credentials may do"
        case .creation: "when things were made"
        case .expiry: "when things end"
        case .trusts: "who may act as whom"
        }
    }
}
