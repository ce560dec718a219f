package import Domain
package import SQLEngine

extension ReviewCampaign.Kind: SQLValue {}
extension ReviewCampaign.Cause: SQLValue {}

/// The rounds of recertification.
package enum ReviewCampaignTable {
    package static func insert(_ campaign: ReviewCampaign, in connection: some Connection) throws {
        try connection.execute(
            """
            INSERT INTO review_campaigns (id, kind, cause, title, opened, opened_by, due, closed)
            VALUES (\(campaign.id), \(campaign.kind), \(campaign.cause), \(campaign.title.storable),
                \(campaign.opened), \(campaign.openedBy), \(campaign.due), \(campaign.closed))
            """
        )
    }

    package static func close(
        _ id: ID<ReviewCampaign>,
        at now: Instant,
        in connection: some Connection,
    ) throws {
        try connection.execute("UPDATE review_campaigns SET closed = \(now) WHERE id = \(id) AND closed IS NULL")
    }

    package static func find(_ id: ID<ReviewCampaign>, in connection: some Connection) throws -> ReviewCampaign? {
        try connection.row("SELECT * FROM review_campaigns WHERE id = \(id)").map(decode)
    }

    /// Newest first.
    package static func list(
        openOnly: Bool = false,
        page: PageRequest = PageRequest(),
        in connection: some Connection,
    ) throws -> Page<ReviewCampaign> {
        try Listing(
            columns: "review_campaigns.*",
            from: "review_campaigns",
            conditions: openOnly ? ["closed IS NULL"] : [],
            order: Listing.Order(name: "reviews", key: "id", kind: .text, id: "id", descending: true),
        ).page(page, in: connection, decode: decode)
    }

    private static func decode(_ row: Row) throws -> ReviewCampaign {
        ReviewCampaign(
            id: try row.get("id"),
            kind: try row.get("kind"),
            cause: try row.get("cause"),
            title: try row.text("title"),
            opened: try row.get("opened"),
            openedBy: try row.text("opened_by"),
            due: try row.get("due"),
            closed: try row.get("closed"),
        )
    }
}
