package import Domain
package import SQLEngine

extension Delivery.State: SQLValue {}

/// What was and will be sent to webhooks.
package enum DeliveryTable {
    package static func insert(_ delivery: Delivery, in connection: some Connection) throws {
        try connection.execute(
            """
            INSERT INTO deliveries (id, webhook, kind, body, state, attempts, created, updated, status, error)
            VALUES (\(delivery.id), \(delivery.webhook), \(delivery.kind), \(delivery.body.storable),
                \(delivery.state), \(delivery.attempts), \(delivery.created), \(delivery.updated),
                \(delivery.status), \(delivery.error))
            """
        )
    }

    package static func update(_ delivery: Delivery, in connection: some Connection) throws {
        try connection.execute(
            """
            UPDATE deliveries SET state = \(delivery.state), attempts = \(delivery.attempts),
                updated = \(delivery.updated), status = \(delivery.status), error = \(delivery.error?.storable)
            WHERE id = \(delivery.id)
            """
        )
    }

    package static func find(_ id: ID<Delivery>, in connection: some Connection) throws -> Delivery? {
        try connection.row("SELECT * FROM deliveries WHERE id = \(id)").map(decode)
    }

    /// Newest first; in one state, to one webhook, where given.
    package static func list(
        state: Delivery.State? = nil,
        to webhook: ID<Webhook>? = nil,
        page: PageRequest = PageRequest(),
        in connection: some Connection,
    ) throws -> Page<Delivery> {
        var conditions: [Query] = []
        if let state { conditions.append("state = \(state)") }
        if let webhook { conditions.append("webhook = \(webhook)") }
        return try Listing(
            columns: "deliveries.*",
            from: "deliveries",
            conditions: conditions,
            order: Listing.Order(name: "deliveries", key: "id", kind: .text, id: "id", descending: true),
        ).page(page, in: connection, decode: decode)
    }

    /// Forgets what was delivered before a time.
    @discardableResult
    package static func removeDelivered(before limit: Instant, in connection: some Connection) throws -> Int {
        try connection.execute("DELETE FROM deliveries WHERE state = 'delivered' AND updated < \(limit)")
    }

    private static func decode(_ row: Row) throws -> Delivery {
        Delivery(
            id: try row.get("id"),
            webhook: try row.get("webhook"),
            kind: try row.get("kind"),
            body: try row.text("body"),
            state: try row.get("state"),
            attempts: try row.int("attempts"),
            created: try row.get("created"),
            updated: try row.get("updated"),
            status: try row.get("status"),
            error: try row.get("error"),
        )
    }
}
