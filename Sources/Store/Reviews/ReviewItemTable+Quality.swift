package import Domain
package import SQLEngine

extension ReviewItemTable {
    /// How far a campaign is and how well it was done, as of `now`.
    package static func quality(
        of campaign: ID<ReviewCampaign>,
        at now: Instant,
        in connection: some Connection,
    ) throws -> ReviewQuality {
        let late = now - .days(1)
        var quality = ReviewQuality()
        func count(_ condition: Query) -> Query { "COUNT(CASE WHEN \(condition) THEN 1 END)" }
        let row = try connection.row(
            """
            SELECT COUNT(*) AS items, \(count("state = 'decided'")) AS decided, \(count("state = 'open'")) AS open_items,
                \(count("state = 'lapsed'")) AS lapsed,
                \(count("reviewer IS NULL AND state <> 'decided'")) AS without_reviewer,
                \(count("self_review AND state = 'decided'")) AS self_reviews,
                \(count("state = 'decided' AND (seen IS NULL OR decided - seen < 3000000)")) AS unread,
                \(count("state = 'decided' AND outcome = 'keep'")) AS unchanged,
                \(count("state = 'decided' AND outcome <> proposed")) AS against_proposal,
                \(count("removal = 'pending' AND decided < \(late)")) AS unremoved
            FROM review_items WHERE campaign = \(campaign)
            """
        )
        guard let row else { return quality }
        quality.items = try row.int("items")
        quality.decided = try row.int("decided")
        quality.open = try row.int("open_items")
        quality.lapsed = try row.int("lapsed")
        quality.withoutReviewer = try row.int("without_reviewer")
        quality.selfReviews = try row.int("self_reviews")
        quality.unread = try row.int("unread")
        quality.unchanged = try row.int("unchanged")
        quality.againstProposal = try row.int("against_proposal")
        quality.unremoved = try row.int("unremoved")
        let looked: Query = "campaign = \(campaign) AND state = 'decided' AND seen IS NOT NULL"
        let number = try connection.scalar("SELECT COUNT(*) AS n FROM review_items WHERE \(looked)", as: Int.self) ?? 0
        if number > 0 {
            let microseconds: Int64? = try connection.scalar(
                """
                SELECT decided - seen AS took FROM review_items WHERE \(looked)
                ORDER BY took LIMIT 1 OFFSET \((number - 1) / 2)
                """
            )
            quality.medianSeconds = microseconds.map { Int($0 / 1_000_000) }
        }
        return quality
    }
}
