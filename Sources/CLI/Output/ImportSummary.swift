import Domain
import Wire

/// An import as a person reads it: a line a source, what changed, what was rejected.
struct ImportSummary {
    private let outcome: ImportOutcome

    /// More than these are counted, not named.
    private static let mostNamed = 20

    init(_ outcome: ImportOutcome) {
        self.outcome = outcome
    }

    var text: String {
        var parts: [String] = []
        if outcome.dryRun { parts.append("dry run: nothing was changed") }
        if !outcome.sources.isEmpty { parts.append(sources.text()) }
        parts += outcome.sources.compactMap(changes)
        if !outcome.rejected.isEmpty { parts.append(rejected) }
        return parts.joined(separator: "\n\n")
    }

    private var sources: Table {
        var table = Table(
            "source",
            "files",
            "imported",
            "unchanged",
            "changed",
            "vanished",
            "rejected",
            "steps",
            "credentials",
            numbers: [1, 2, 3, 4, 5, 6, 7, 8],
        )
        for source in outcome.sources { table.rows.append(row(source.root, [source], source.counts)) }
        if outcome.sources.count > 1 { table.rows.append(row("all", outcome.sources, outcome.totals)) }
        return table
    }

    private func row(_ name: String, _ sources: [ImportOutcome.SourceOutcome], _ counts: [String: Int]) -> [Table.Cell]
    {
        func sum(_ part: (ImportOutcome.SourceOutcome) -> Int) -> Int { sources.map(part).reduce(0, +) }
        func count(_ name: String) -> Table.Cell { "\(counts[name] ?? 0)" }
        let rejected = counts["rejected"] ?? 0
        return [
            Table.Cell(name), count("files"), "\(sum(\.newCount))", "\(sum(\.unchanged))",
            "\(sum { $0.changed.count })",
            "\(sum { $0.vanished.count })", Table.Cell("\(rejected)", rejected > 0 ? .red : nil), count("steps"),
            count("credentials"),
        ]
    }

    private func changes(_ source: ImportOutcome.SourceOutcome) -> String? {
        var lines: [String] = []
        // Of a first import everything is new, and its list would say nothing.
        if source.newCount < (source.counts["workflows"] ?? 0) {
            lines += named(source.new, of: source.newCount) { "  new       \($0.printable)".shown(in: .green) }
        }
        lines += named(source.changed, of: source.changed.count) { change in
            "  changed   \(change.name.printable) (\(change.path.printable))".shown(in: .yellow)
                + change.changes.map { "\n              \($0.printable)" }.joined()
        }
        lines += named(source.vanished, of: source.vanished.count) { "  vanished  \($0.printable)".shown(in: .red) }
        return lines.isEmpty ? nil : "\(source.root.printable):\n" + lines.joined(separator: "\n")
    }

    private var rejected: String {
        let lines = outcome.rejected.map { file in
            let place = [file.line, file.column].compactMap { $0.map { ":\($0)" } }.joined()
            return "  \((file.path + place).printable): \(file.reason.printable)"
        }
        return "rejected:".shown(in: .red) + "\n" + lines.joined(separator: "\n")
    }

    private func named<Item>(_ items: [Item], of total: Int, line: (Item) -> String) -> [String] {
        let shown = items.prefix(Self.mostNamed).map(line)
        return total > shown.count ? shown + ["  … and \(total - shown.count) more; --json names them"] : shown
    }
}

extension ImportOutcome.SourceOutcome {
    /// Of new ones only the first thousand are named; the rest is what is neither unchanged nor changed.
    fileprivate var newCount: Int {
        max(new.count, (counts["workflows"] ?? 0) - unchanged - changed.count)
    }
}
