import ControlPlane
import Domain

/// The organisation's policies: what is live, and what was proposed.
struct PoliciesPage: Sendable {
    struct Row: Sendable {
        var href: String
        var version: String
        var note: String
        var state: Badge
        var files: String
        var proposed: Moment
        var by: String
        var live: String?
    }

    var frame: Frame
    var headline: String
    var rows: [Row]
    var hasRows: Bool

    init(_ versions: [PolicyVersion], names: [ID<User>: String], frame: Frame, now: Instant) {
        self.frame = frame
        let live = versions.first { $0.state == .live }
        let waiting = versions.count { $0.state == .proposed }
        headline =
            (live.map { "Version \($0.version) is live" } ?? "Only the shipped guardrails are in force")
            + (waiting == 0 ? "" : ", \(Words.count(waiting, "version")) waiting for approval")
        rows = versions.map { version in
            Row(
                href: "/policies/\(version.version)",
                version: "Version \(version.version)",
                note: version.note,
                state: Badge(version.state),
                files: Words.count(version.files.count, "file") + ", " + Words.count(version.tests, "test"),
                proposed: Moment(version.proposed, now: now),
                by: PolicyWords.name(version.proposedBy, names),
                live: version.liveFrom.map { from in
                    "live since \(from.date)" + (version.liveUntil.map { ", until \($0.date)" } ?? "")
                },
            )
        }
        hasRows = !rows.isEmpty
    }
}

/// One version: what it changes, what it would have meant, and what can be done with it.
struct PolicyPage: Sendable {
    struct Line: Sendable {
        /// `add`, `cut` or `same`.
        var kind: String
        var mark: String
        var text: String
    }

    struct File: Sendable {
        var file: String
        var note: String
        var lines: [Line]
    }

    struct Difference: Sendable {
        var name: String
        var href: String
        var action: Badge
        var resource: String
        var before: Badge
        var after: Badge
        var policies: String
        var requests: String
    }

    var frame: Frame
    var title: String
    var path: String
    var note: String
    var state: Badge
    var facts: [Fact]
    var against: String
    var files: [File]
    var hasFiles: Bool
    var effect: String
    var effectTone: String
    var effectNote: String
    var differences: [Difference]
    var hasDifferences: Bool
    var mayDecide: Bool
    var mayGoLive: Bool
    var liveNote: Prose?

    init(
        _ version: PolicyVersion,
        live: PolicyVersion?,
        effect: PolicyEffect?,
        names: [ID<User>: String],
        frame: Frame,
        now: Instant,
    ) {
        self.frame = frame
        title = "Policies, version \(version.version)"
        path = "/policies/\(version.version)"
        note = version.note
        state = Badge(version.state)
        facts = [
            Fact("Proposed by", "\(PolicyWords.name(version.proposedBy, names)), \(version.proposed.date)"),
            Fact(
                "Decided by",
                version.decidedBy.map { PolicyWords.name($0, names) + ", \(version.decided?.date ?? "")" }
            ),
            Fact("Tests", Words.count(version.tests, "test") + " passed before it was proposed"),
            Fact(
                "Live",
                version.liveFrom.map { "from \($0.text)" + (version.liveUntil.map { " to \($0.text)" } ?? "") }
            ),
            Fact("Digest", version.digest),
        ].compactMap(\.self)
        let other = live.flatMap { $0.version == version.version ? nil : $0 }
        against = other.map { "against version \($0.version), which is live" } ?? "all of it"
        files = PolicyDiff.files(from: other?.files ?? [], to: version.files)
        hasFiles = !files.isEmpty
        mayDecide = version.state == .proposed
        mayGoLive = version.state == .approved || version.state == .replaced
        let told: String? =
            switch version.state {
            case .live:
                "It is in force on every node. To take it out of force, put another one live, or: `penstock policy withdraw`"
            case .refused: "It was refused; a changed set is proposed anew."
            case .withdrawn: "It was taken back, or nobody decided in time; it can be proposed anew."
            case .void: "What was live when it was proposed is not live any more; it has to be proposed anew."
            case .proposed, .approved, .replaced: nil
            }
        liveNote = Prose(told)
        differences = (effect?.differences ?? []).prefix(50).map { each in
            Difference(
                name: each.name,
                href: Paths.identity(each.identity.text),
                action: Badge(each.action),
                resource: each.resource.description,
                before: Badge(each.before),
                after: Badge(each.after),
                policies: each.policies.joined(separator: ", "),
                requests: Words.grouped(each.requests),
            )
        }
        hasDifferences = !differences.isEmpty
        (self.effect, effectTone, effectNote) = Self.told(effect)
    }

    private static func told(_ effect: PolicyEffect?) -> (String, String, String) {
        guard let effect else { return ("It cannot be tried just now", "medium", "") }
        guard let first = effect.recordedSince else {
            return ("Nothing can be said of its effect", "medium", "no request was recorded yet")
        }
        let window = "\(Words.count(effect.requests, "request")) recorded since \(max(first, effect.since).date)"
        if effect.wouldRefuse == 0, effect.wouldAllow == 0 {
            return ("It would have changed no answer", "good", window)
        }
        var parts: [String] = []
        if effect.wouldRefuse > 0 { parts.append("denied \(Words.count(effect.wouldRefuse, "request"))") }
        if effect.wouldAllow > 0 { parts.append("allowed \(Words.count(effect.wouldAllow, "refused request"))") }
        let tone = effect.wouldRefuse > 0 ? "critical" : "medium"
        return ("It would have " + parts.joined(separator: " and ") + " of the last 7 days", tone, window)
    }
}

/// How policies are told.
enum PolicyWords {
    static func name(_ id: String, _ names: [ID<User>: String]) -> String {
        if id == "local" { return "the operator at the machine" }
        return ID<User>(id).flatMap { names[$0] } ?? id
    }
}

/// What is another line by line between two sets of files.
enum PolicyDiff {
    /// A longer file is not compared: what is there is shown whole.
    private static let mostLines = 4000

    static func files(from old: [PolicyText], to new: [PolicyText]) -> [PolicyPage.File] {
        let before = Dictionary(old.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(new.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
        return Set(before.keys).union(after.keys).sorted().compactMap { name in
            guard before[name] != after[name] else { return nil }
            let note = before[name] == nil ? "new" : after[name] == nil ? "removed" : "changed"
            return PolicyPage.File(file: name, note: note, lines: lines(before[name] ?? "", after[name] ?? ""))
        }
    }

    /// Changed lines with three around each.
    private static func lines(_ before: String, _ after: String) -> [PolicyPage.Line] {
        let old = split(before)
        let new = split(after)
        guard old.count <= mostLines, new.count <= mostLines else {
            return new.prefix(mostLines).map { PolicyPage.Line(kind: "same", mark: " ", text: $0) }
        }
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var all: [PolicyPage.Line] = []
        var (left, right) = (0, 0)
        while left < old.count || right < new.count {
            if left < old.count, removed.contains(left) {
                all.append(PolicyPage.Line(kind: "cut", mark: "−", text: old[left]))
                left += 1
            } else if right < new.count, inserted.contains(right) {
                all.append(PolicyPage.Line(kind: "add", mark: "+", text: new[right]))
                right += 1
            } else {
                all.append(PolicyPage.Line(kind: "same", mark: " ", text: old[left]))
                left += 1
                right += 1
            }
        }
        let changed = all.indices.filter { all[$0].kind != "same" }
        let near = Set(changed.flatMap { Array(max(0, $0 - 3)...min(all.count - 1, $0 + 3)) })
        var shown: [PolicyPage.Line] = []
        for index in near.sorted() {
            if index > 0, !near.contains(index - 1) { shown.append(PolicyPage.Line(kind: "gap", mark: "", text: "⋯")) }
            shown.append(all[index])
        }
        return shown
    }

    private static func split(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            .reversed().drop { $0.isEmpty }.reversed()
    }
}

extension Badge {
    init(_ state: PolicyVersion.State) {
        let tone =
            switch state {
            case .proposed: "medium"
            case .approved: "low"
            case .refused, .void: "critical"
            case .live: "good"
            case .replaced, .withdrawn: "info"
            }
        self.init(state.rawValue, tone: tone)
    }
}
