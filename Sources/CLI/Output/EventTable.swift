import Domain
import Wire

/// Entries of the log as a table.
enum EventTable {
    static func table(_ lines: [LogLine]) -> Table {
        var table = Table("entry", "time", "what", "by", "on", "detail", numbers: [0], whole: [1, 2])
        for line in lines {
            let event = line.event
            table.add(
                Table.Cell("\(line.index)", .faint),
                Table.Cell(event.at.short),
                Table.Cell(event.kind.rawValue, tint(event)),
                Table.Cell(event.actor.name),
                Table.Cell(event.subject.map { "\($0.kind) \($0.name)" } ?? "-"),
                Table.Cell(detail(event)),
            )
        }
        return table
    }

    private static func tint(_ event: Event) -> Tint? {
        switch event.kind {
        case .requestRefused, .tokenRefused, .signInFailed, .requestsLost, .stopped: .red
        default: nil
        }
    }

    private static func detail(_ event: Event) -> String {
        var parts: [String] = []
        if let decision = event.decision { parts.append("\(decision.verdict.rawValue) \(decision.id)") }
        parts += event.changes.map { "\($0.field): \($0.before ?? "-") → \($0.after ?? "-")" }
        parts += event.detail.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        return parts.joined(separator: "; ")
    }
}
