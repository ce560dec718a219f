import ControlPlane
import Domain

/// How an identity stands in its governance: its approval, what changed since, what covers it and what waits.
struct Standing: Sendable {
    struct Item: Sendable {
        var what: String
        var href: String
        var badge: Badge
        var note: String
    }

    /// What the page asks for beside the identity itself; empty parts for whoever may not look.
    struct Facts: Sendable {
        var approved: ChangeRequest?
        var requests: [ChangeRequest] = []
        var exceptions: [RiskException] = []
        var reviews: [ReviewItem] = []
        var level: LevelSummary?
        var size: RightSizeReport?
        var revocations: [Revocation] = []
    }

    var facts: [Fact]
    var drift: Prose?
    var items: [Item]
    var hasItems: Bool

    init(_ known: Facts, of identity: Identity, now: Instant) {
        let approved = known.approved.flatMap { request in
            request.decided.map { "\(Moment($0, now: now).text), by \(RequestWords.of(request.kind).lowercased())" }
        }
        let none = identity.state == .active ? "not by a request of its own" : "not yet"
        facts = [
            Fact("Approved", approved ?? none),
            Fact("Changed since", identity.drift == nil ? "nothing that matters" : "yes"),
            Fact("Stop path", identity.stopPath.map { "`\($0)`" } ?? "not written down"),
            Fact(
                "Policy is",
                known.level.map { said in
                    "\(Badge(said.setting.level).text) until \(said.setting.until?.date ?? "further notice"): \(said.setting.reason)"
                },
            ),
        ].compactMap(\.self)
        drift = Prose(identity.drift.map { "Its approval is void: \($0)" })
        items =
            known.requests.map { request in
                Item(
                    what: RequestWords.of(request.kind),
                    href: Paths.request(request.id.text),
                    badge: Badge(request.state),
                    note: "asked by \(request.requester.name)",
                )
            }
            + known.reviews.map { review in
                Item(
                    what: "Review",
                    href: Paths.link("/reviews", [("review", review.campaign.text)]),
                    badge: Badge(review.state.rawValue, tone: "medium"),
                    note: "proposed: \(review.proposal.outcome.rawValue)",
                )
            }
            + known.exceptions.map { exception in
                Item(
                    what: "Exception",
                    href: Paths.exception(exception.id),
                    badge: Badge(exception.state),
                    note: "\(Words.sentence(exception.rule)), until \(exception.ends.date)",
                )
            }
        hasItems = !items.isEmpty
    }
}

/// What an identity was granted against what it used of it, and the smaller grants that would do.
struct SizePart: Sendable {
    struct Row: Sendable {
        var may: Badge
        var on: String
        var uses: String
        var last: Moment?
        var fate: Badge
        var because: Prose
        var becomes: String?
    }

    var sizes: [Row]
    var window: String
    var isSmaller: Bool
    var dryRun: String
    var mayAsk: Bool

    /// nil when nothing is granted.
    init?(_ report: RightSizeReport, now: Instant) {
        guard !report.size.lines.isEmpty else { return nil }
        let size = report.size
        window =
            size.recordedSince.map { "use recorded since \(max($0, size.since).date)" }
            ?? "nothing is recorded yet, so nothing is called unused"
        sizes = size.lines.map { line in
            let fate =
                switch line.fate {
                case .keep: Badge("keep", tone: "good")
                case .narrow: Badge("narrow", tone: "medium")
                case .drop: Badge("drop", tone: "high")
                }
            let alive = line.keepAlives == 0 ? "" : ", \(Words.grouped(line.keepAlives)) to keep alive"
            return Row(
                may: Badge(line.action),
                on: line.resource.description,
                uses: Words.count(line.requests, "request") + alive,
                last: Moment(line.lastUsed, now: now),
                fate: fate,
                because: Prose(line.because),
                becomes: line.fate == .narrow ? line.becomes.map(\.description).joined(separator: ", ") : nil,
            )
        }
        isSmaller = size.isSmaller
        let refused = report.effect.wouldRefuse
        mayAsk = size.isSmaller && refused == 0
        dryRun =
            refused > 0
            ? "Not proposed: \(Words.count(refused, "recorded request")) would have been refused."
            : "Tried on \(Words.count(report.effect.requests, "recorded request")): none would have been refused."
    }
}
