import ControlPlane
import Domain

/// The reviews that are open, and what waits for a decision, page by page.
struct ReviewsPage: Sendable {
    struct Campaign: Sendable {
        var title: String
        var href: String
        var due: Moment
        var closed: Bool
        var progress: String
        var blocked: Badge?
        var quality: String
    }

    struct Row: Sendable {
        var name: String
        var href: String?
        var state: Badge
        var proposal: Badge
        var because: String
        var changes: [String]
        var held: [String]
        var lastUse: String
        var noReviewer: Bool
        /// What was decided; nil while it is open.
        var outcome: String?
        var removal: Badge?
        var path: String?
        var field: String
        var options: [Option]
    }

    var frame: Frame
    var headline: String
    var campaigns: [Campaign]
    var hasCampaigns: Bool
    var rows: [Row]
    var hasRows: Bool
    var shown: String
    var next: String?

    init(
        _ reviews: Page<ReviewSummary>,
        items: Page<ReviewItem>,
        review: ID<ReviewCampaign>?,
        frame: Frame,
        now: Instant,
    ) {
        self.frame = frame
        let open = reviews.items.filter { $0.campaign.closed == nil }
        headline = open.isEmpty ? "Nothing is under review" : "\(Words.count(open.count, "review")) open"
        campaigns = reviews.items.map { summary in
            let (campaign, quality) = (summary.campaign, summary.quality)
            return Campaign(
                title: campaign.title,
                href: Paths.link("/reviews", [("review", campaign.id.text)]),
                due: Moment(campaign.closed ?? campaign.due, now: now),
                closed: campaign.closed != nil,
                progress: "\(Words.grouped(quality.decided)) of \(Words.grouped(quality.items)) decided",
                blocked: quality.withoutReviewer == 0
                    ? nil : Badge("\(quality.withoutReviewer) without a reviewer", tone: "critical"),
                quality: [
                    "\(quality.unchanged) unchanged", "\(quality.selfReviews) by their owner",
                    "\(quality.unread) unread", "\(quality.unremoved) not removed",
                ].joined(separator: ", "),
            )
        }
        hasCampaigns = !campaigns.isEmpty
        rows = items.items.map { Self.row($0) }
        hasRows = !rows.isEmpty
        shown = "\(Words.grouped(rows.count)) of \(Words.grouped(items.total))"
        next = items.next.map { Paths.link("/reviews", [("review", review?.text), ("cursor", $0)]) }
    }

    private static func row(_ item: ReviewItem) -> Row {
        let evidence = item.evidence
        let outcomes: [ReviewItem.Outcome] =
            item.identity == nil ? [.keep, .revoke, .cannotJustify] : ReviewItem.Outcome.allCases
        return Row(
            name: item.name,
            href: item.identity.map { Paths.identity($0.text) },
            state: Badge(item.state.rawValue, tone: item.state == .open ? "medium" : "plain"),
            proposal: Badge(item.proposal.outcome.rawValue, tone: item.proposal.outcome == .keep ? "good" : "high"),
            because: item.proposal.because,
            changes: evidence.changes,
            held: evidence.held.map { "\($0.what): \(Words.count($0.uses, "use")) in \(evidence.windowDays) days" }
                + evidence.roles.map(\.rawValue),
            lastUse: evidence.lastUse.map { "last used \($0.date)" }
                ?? "no use seen since \(evidence.watchedSince.date)",
            noReviewer: item.reviewer == nil && item.state != .decided,
            outcome: item.outcome.map {
                [$0.rawValue, item.decidedBy, item.note].compactMap(\.self).joined(separator: " · ")
            },
            removal: item.removal == .none
                ? nil : Badge("removal \(item.removal.rawValue)", tone: item.removal == .verified ? "good" : "high"),
            path: item.state == .decided ? nil : "/review-items/\(Percent.encode(item.id.text))",
            field: "note-\(item.id.text)",
            options: outcomes.map { Option($0.rawValue, $0.rawValue, selected: $0 == item.proposal.outcome) },
        )
    }
}
