import ControlPlane
import Domain

/// An event as it stands in a list.
struct EventRow: Sendable {
    struct Fact: Sendable {
        var label: String
        var value: String
    }

    struct Subject: Sendable {
        var kind: String
        var name: String
        var href: String?
    }

    var index: String
    var when: Moment
    var what: String
    var who: String
    var forWhom: String?
    var subject: Subject?
    var verdict: Badge?
    /// What changed and what else is known; one line when it is short.
    var details: Prose?
    /// All of it, where it is not short.
    var facts: [Fact]
    var hasFacts: Bool
    var brief: String

    /// `names` tells people by their ids, for those a change names.
    init(_ entry: LogEntry, names: [String: String] = [:], now: Instant) {
        let event = entry.event
        index = String(entry.index)
        when = Moment(event.at, now: now)
        what = Words.of(event.kind)
        who = event.actor.name
        forWhom = event.originalCaller
        subject = event.subject.map { subject in
            Subject(
                kind: Words.sentence(subject.kind),
                name: subject.name.isEmpty ? subject.id : subject.name,
                href: subject.kind == "identity" ? Paths.identity(subject.id) : nil,
            )
        }
        verdict = event.decision.map { Badge($0.verdict) }
        let all = Self.facts(of: event, names)
        let line = all.map { "\($0.label): \($0.value)" }.joined(separator: "; ")
        let isShort = line.count <= 90
        details = isShort && !line.isEmpty ? Prose(line) : nil
        facts = isShort ? [] : all
        hasFacts = !facts.isEmpty
        brief = shortened(line, to: 70)
    }

    private static func facts(of event: Event, _ names: [String: String]) -> [Fact] {
        func told(_ value: String?) -> String {
            guard let value else { return "–" }
            if let name = names[value] { return name }
            // A time is told by its day: the log's own bytes have it exactly.
            return value.contains("T") ? Instant(value)?.date ?? value : value
        }
        let changes = event.changes.map { change in
            Fact(
                label: Words.sentence(change.field),
                value: change.before == nil ? told(change.after) : "\(told(change.before)) → \(told(change.after))",
            )
        }
        let details = event.detail.sorted { $0.key < $1.key }.map {
            Fact(label: Words.sentence($0.key), value: told($0.value))
        }
        let policies = event.decision?.policies ?? []
        return changes + details
            + (policies.isEmpty ? [] : [Fact(label: "By policy", value: policies.joined(separator: ", "))])
    }
}
