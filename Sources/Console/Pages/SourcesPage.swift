import ControlPlane
import Domain

/// The places estates were read from, and what each cannot tell.
struct SourcesPage: Sendable {
    struct Row: Sendable {
        var rootName: String
        var format: String
        var live: String
        var environment: String?
        var workflows: String
        var accounts: String
        var credentials: String
        var identities: String
        var identitiesHref: String
        var last: Moment
        var lastBy: String?
        var outcome: String?
        var underway: Badge?
        var missing: Badge
        var abilities: [Ability]
        var level: LevelForm
        var stage: Badge
        var stages: [Stage]
        var lacks: [String]
        var nextStage: String?
        var rejected: [String]
        var hasRejected: Bool
    }

    /// One step of the way, from knowing what there is to credentials that last minutes.
    struct Stage: Sendable {
        var stageName: String
        var isReached: Bool
    }

    struct Ability: Sendable {
        var ability: String
        var can: Badge
        var note: String?
    }

    var frame: Frame
    var headline: String
    var rows: [Row]
    var hasRows: Bool

    init(_ sources: [SourceSummary], levels: [LevelSummary] = [], frame: Frame, now: Instant) {
        self.frame = frame
        let live = sources.count { $0.source.description.kind == .live }
        headline = "\(Words.count(sources.count, "source")), \(live) of them running systems"
        rows = sources.map { Self.row($0, levels, now) }
        hasRows = !rows.isEmpty
    }

    private static func row(_ summary: SourceSummary, _ levels: [LevelSummary], _ now: Instant) -> Row {
        let description = summary.source.description
        let abilities = Capability.allCases.map { capability in
            let answer = description.capabilities.answer(capability)
            return Ability(
                ability: Words.sentence(capability.phrase),
                can: Badge(answer.rawValue, tone: answer == .yes ? "good" : answer == .partly ? "medium" : "high"),
                note: description.capabilities.notes[capability],
            )
        }
        let missing = Capability.allCases.count { description.capabilities.answer($0) == .no }
        let run = summary.lastRun
        let maturity = summary.maturity
        let ways = SourceMaturity.Stage.allCases
        let reached = maturity.reached.flatMap { ways.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
        return Row(
            rootName: description.root,
            format: description.format,
            live: description.kind == .live ? "running system" : "files",
            environment: description.environment,
            workflows: Words.grouped(summary.parts["workflow"] ?? 0),
            accounts: Words.grouped(summary.parts["principal"] ?? 0),
            credentials: Words.grouped(summary.parts["credential"] ?? 0),
            identities: Words.grouped(summary.identities),
            identitiesHref: Paths.link("/identities", [("source", summary.source.id.text)]),
            last: Moment(summary.source.lastImport, now: now),
            lastBy: run.map { "by \($0.actor)" },
            outcome: run.map { "\($0.added) new, \($0.changed) changed, \($0.vanished) gone" },
            underway: summary.isBeingTakenOver ? Badge("being taken over", tone: "medium") : nil,
            missing: missing == 0
                ? Badge("tells all", tone: "good")
                : Badge(
                    "cannot tell \(missing) of \(Capability.allCases.count)",
                    tone: missing > 4 ? "high" : "medium"
                ),
            abilities: abilities,
            level: LevelForm(
                LevelSetting.Subject(.source, summary.source.id.text),
                name: description.root,
                of: levels,
                now: now,
            ),
            stage: Badge(
                maturity.reached?.rawValue ?? "begins",
                tone: reached == ways.count ? "good" : reached > 1 ? "low" : "medium",
            ),
            stages: ways.enumerated().map { Stage(stageName: Words.sentence($1.rawValue), isReached: $0 < reached) },
            lacks: maturity.missing,
            nextStage: maturity.next.map { "To \($0.rawValue):" },
            rejected: (run?.rejected ?? []).prefix(20).map { "\($0.path): \($0.reason)" },
            hasRejected: !(run?.rejected.isEmpty ?? true),
        )
    }
}
