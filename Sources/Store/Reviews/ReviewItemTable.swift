package import Domain
package import SQLEngine

extension ReviewItem.State: SQLValue {}
extension ReviewItem.Outcome: SQLValue {}
extension ReviewItem.Removal: SQLValue {}

/// What is and was decided in reviews.
package enum ReviewItemTable {
    package static func insert(_ items: [ReviewItem], in connection: some Connection) throws {
        try connection.batch(
            try items.map { item -> Query in
                """
                INSERT INTO review_items (id, campaign, identity, user_id, name, name_key, reviewer, state, proposal,
                    proposed, outcome, note, decided_by, decided, seen, self_review, removal, verified, evidence)
                VALUES (\(item.id), \(item.campaign), \(item.identity), \(item.user), \(item.name.storable),
                    \(item.name.sortKey), \(item.reviewer), \(item.state), \(try JSONColumn(item.proposal)),
                    \(item.proposal.outcome), \(item.outcome), \(item.note?.storable), \(item.decidedBy),
                    \(item.decided), \(item.seen), \(item.selfReview), \(item.removal), \(item.verified),
                    \(try JSONColumn(item.evidence)))
                """
            }
        )
    }

    /// Writes what can change: who decides, what was decided, what became of it, and the evidence.
    package static func update(_ item: ReviewItem, in connection: some Connection) throws {
        try connection.execute(
            """
            UPDATE review_items SET reviewer = \(item.reviewer), state = \(item.state), outcome = \(item.outcome),
                note = \(item.note?.storable), decided_by = \(item.decidedBy), decided = \(item.decided),
                seen = \(item.seen), self_review = \(item.selfReview), removal = \(item.removal),
                verified = \(item.verified), evidence = \(try JSONColumn(item.evidence))
            WHERE id = \(item.id)
            """
        )
    }

    package static func find(_ id: ID<ReviewItem>, in connection: some Connection) throws -> ReviewItem? {
        try connection.row("SELECT * FROM review_items WHERE id = \(id)").map(decode)
    }

    /// By name; of one campaign, in one state, for one reviewer, where given.
    package static func list(
        of campaign: ID<ReviewCampaign>? = nil,
        state: ReviewItem.State? = nil,
        reviewer: ID<User>? = nil,
        page: PageRequest = PageRequest(),
        in connection: some Connection,
    ) throws -> Page<ReviewItem> {
        var conditions: [Query] = []
        if let campaign { conditions.append("campaign = \(campaign)") }
        if let state { conditions.append("state = \(state)") }
        if let reviewer { conditions.append("reviewer = \(reviewer)") }
        return try Listing(
            columns: "review_items.*",
            from: "review_items",
            conditions: conditions,
            order: Listing.Order(name: "review items", key: "name_key", kind: .text, id: "id", descending: false),
        ).page(page, in: connection, decode: decode)
    }

    /// All items of a campaign that nobody decided.
    package static func undecided(
        of campaign: ID<ReviewCampaign>,
        in connection: some Connection,
    ) throws -> [ReviewItem] {
        try connection.rows("SELECT * FROM review_items WHERE campaign = \(campaign) AND state = 'open' ORDER BY id")
            .map(decode)
    }

    /// The open items about identities, by identity.
    package static func open(
        about identities: [ID<Identity>],
        in connection: some Connection,
    ) throws -> [ID<Identity>: ReviewItem] {
        var found: [ID<Identity>: ReviewItem] = [:]
        for start in stride(from: 0, to: identities.count, by: 500) {
            let part = Array(identities[start..<min(start + 500, identities.count)])
            for row in try connection.rows("SELECT * FROM review_items WHERE identity IN (\(part)) AND state = 'open'")
            {
                let item = try decode(row)
                if let identity = item.identity { found[identity] = item }
            }
        }
        return found
    }

    /// When each identity and person was last decided on, by id.
    package static func lastDecided(in connection: some Connection) throws -> [String: Instant] {
        var last: [String: Instant] = [:]
        try connection.forEachRow(
            """
            SELECT COALESCE(identity, user_id) AS subject, MAX(decided) AS decided FROM review_items
            WHERE state = 'decided' GROUP BY COALESCE(identity, user_id)
            """
        ) { last[try $0.text("subject")] = try $0.get("decided") }
        return last
    }

    /// Whether an identity was ever decided on.
    package static func wasDecided(_ identity: ID<Identity>, in connection: some Connection) throws -> Bool {
        try connection.row(
            "SELECT id FROM review_items WHERE identity = \(identity) AND state = 'decided' LIMIT 1"
        ) != nil
    }

    /// Ids of everything that has an open item.
    package static func withOpenItem(in connection: some Connection) throws -> Set<String> {
        Set(
            try connection.rows("SELECT COALESCE(identity, user_id) AS subject FROM review_items WHERE state = 'open'")
                .map { try $0.text("subject") }
        )
    }

    private static func decode(_ row: Row) throws -> ReviewItem {
        var item = ReviewItem(
            id: try row.get("id"),
            campaign: try row.get("campaign"),
            identity: try row.get("identity"),
            user: try row.get("user_id"),
            name: try row.text("name"),
            reviewer: try row.get("reviewer"),
            evidence: try row.json("evidence"),
            proposal: try row.json("proposal"),
        )
        item.state = try row.get("state")
        item.outcome = try row.get("outcome")
        item.note = try row.get("note")
        item.decidedBy = try row.get("decided_by")
        item.decided = try row.get("decided")
        item.seen = try row.get("seen")
        item.selfReview = try row.bool("self_review")
        item.removal = try row.get("removal")
        item.verified = try row.get("verified")
        return item
    }
}
