import ControlPlane
import Domain

/// The first screen: how much is known, what is wrong, what was stopped last.
struct OverviewPage: Sendable {
    struct Gauge: Sendable {
        var percent: String
    }

    struct LastStop: Sendable {
        var took: String
        var unit: String
        var name: String
        var href: String
        var when: Moment
        var by: String
        var nodes: String
    }

    struct Checkpoint: Sendable {
        var size: String
        var root: String
        var made: Moment
    }

    struct SourceRow: Sendable {
        var format: String
        var root: String
        var environment: String?
        var seen: Moment
    }

    var frame: Frame
    var today: Today?
    var isEmpty: Bool
    var headline: String
    var visibility: Gauge
    var coverage: [Bar]
    var findingCount: String
    var findingNote: String
    var severities: Stacked
    var lastStop: LastStop?
    var attention: [FindingRow]
    var recent: [EventRow]
    var registered: String
    var registeredNote: String
    var states: Stacked
    var classes: [Bar]
    var checkpoint: Checkpoint?
    var sources: [SourceRow]
    var sourceNote: String

    /// `stopped` is the name of the identity of the last stop; nil shows its id.
    init(_ overview: Overview, today: Today? = nil, frame: Frame, stopped: String?, now: Instant) {
        self.frame = frame
        self.today = today
        let all = overview.identities
        isEmpty = all == 0 && overview.sources.isEmpty
        headline =
            "\(Words.count(all, "identity", "identities")) from \(Words.count(overview.sources.count, "source")), "
            + Words.count(overview.systems, "system")
        let known = Self.coverage(overview)
        // Owner, purpose, reach and end are what every identity has to say; the score is how much of the four is known.
        let score = known.filter { $0.counts }.map { Bar.percent($0.have, of: all) }
        visibility = Gauge(percent: String(score.isEmpty ? 0 : score.reduce(0, +) / score.count))
        coverage = known.map { Bar($0.label, $0.have, of: all, fill: "f-accent", href: $0.href, percent: true) }
        let total = overview.findings.values.reduce(0, +)
        findingCount = Words.grouped(total)
        let urgent = (overview.findings[.critical] ?? 0) + (overview.findings[.high] ?? 0)
        findingNote = total == 0 ? "nothing is open" : "\(Words.grouped(urgent)) high or critical"
        severities = Stacked(
            "Findings by severity",
            Finding.Severity.allCases.reversed().map { severity in
                (
                    severity.rawValue, overview.findings[severity] ?? 0, Tone.of(severity),
                    "/findings?severity=\(severity.rawValue)",
                )
            },
        )
        lastStop = overview.lastStop.map { Self.last($0, name: stopped, now: now) }
        attention = overview.topFindings.enumerated().map { FindingRow($1, open: $0 == 0) }
        recent = overview.recentEvents.prefix(12).map { EventRow($0, now: now) }
        let active = overview.byState[.active] ?? 0
        registered = Words.grouped(active)
        let took = overview.registration.median.map { Words.roughly($0) }
        registeredNote =
            "of \(Words.grouped(all)) active (\(Bar.percent(active, of: all))%)"
            + (took.map { ", half within \($0) of first sight" } ?? "")
        states = Stacked(
            "Identities by state",
            LifecycleState.allCases.map { state in
                (Words.of(state), overview.byState[state] ?? 0, Tone.of(state), "/identities?state=\(state.rawValue)")
            },
        )
        classes = IdentityClass.allCases.reversed().map { identityClass in
            Bar(
                Words.sentence(Words.of(identityClass)),
                overview.byClass[identityClass] ?? 0,
                of: all,
                fill: "f-" + Tone.of(identityClass),
                href: "/identities?class=\(identityClass.rawValue)",
            )
        }
        checkpoint = overview.checkpoint.map {
            Checkpoint(
                size: Words.grouped($0.size),
                root: shortened($0.root, to: 17),
                made: Moment($0.made, now: now),
            )
        }
        sources = overview.sources.sorted { $0.lastImport > $1.lastImport }.prefix(8).map { source in
            SourceRow(
                format: source.description.format,
                root: source.description.root,
                environment: source.description.environment,
                seen: Moment(source.lastImport, now: now),
            )
        }
        sourceNote = overview.sources.count > 8 ? "8 of \(overview.sources.count)" : "last import"
    }

    private struct Known {
        var label: String
        var have: Int
        var href: String
        /// Whether it is part of the score.
        var counts: Bool
    }

    private static func coverage(_ overview: Overview) -> [Known] {
        [
            Known(label: "Owner", have: overview.known["owner"] ?? 0, href: "/identities?unowned=yes", counts: true),
            Known(label: "Purpose", have: overview.known["purpose"] ?? 0, href: "/identities", counts: true),
            Known(label: "Reach", have: overview.known["reach"] ?? 0, href: "/identities", counts: true),
            Known(
                label: "End date",
                have: overview.known["expires"] ?? 0,
                href: "/identities?sort=expires",
                counts: true
            ),
            Known(
                label: "Environment",
                have: overview.known["environment"] ?? 0,
                href: "/identities?sort=environment",
                counts: false,
            ),
        ]
    }

    private static func last(_ stop: Stop, name: String?, now: Instant) -> LastStop {
        let (value, unit) = Words.took(stop.acknowledged - stop.requested)
        return LastStop(
            took: value,
            unit: unit,
            name: name ?? stop.identity.text,
            href: Paths.identity(stop.identity.text),
            when: Moment(stop.requested, now: now),
            by: stop.by,
            nodes: StopWords.nodes(stop),
        )
    }
}

/// How a stop is told.
enum StopWords {
    static func nodes(_ stop: Stop) -> String {
        let leases = Words.count(stop.leasesRevoked, "credential") + " revoked"
        let waited = stop.nodesExpired == 0 ? "" : ", \(Words.count(stop.nodesExpired, "node")) waited out"
        return "\(leases), \(Words.count(stop.nodesConfirmed, "node")) confirmed\(waited)."
    }
}
