package import Domain
package import SQLEngine

/// The addresses that are told of events; their secrets are in `SealedTable`.
package enum WebhookTable {
    package static func insert(_ webhook: Webhook, in connection: some Connection) throws {
        try connection.execute(
            """
            INSERT INTO webhooks (id, url, kinds, created, created_by, disabled, last_delivered, request)
            VALUES (\(webhook.id), \(webhook.url), \(try JSONColumn(webhook.kinds)), \(webhook.created),
                \(webhook.createdBy), \(webhook.disabled), \(webhook.lastDelivered), \(webhook.request))
            """
        )
    }

    package static func find(_ id: ID<Webhook>, in connection: some Connection) throws -> Webhook? {
        try connection.row("SELECT * FROM webhooks WHERE id = \(id)").map(decode)
    }

    /// Those that are told of events.
    package static func all(in connection: some Connection) throws -> [Webhook] {
        try connection.rows("SELECT * FROM webhooks WHERE request IS NULL ORDER BY id").map(decode)
    }

    /// The one that is told what becomes of a request.
    package static func find(of request: ID<ChangeRequest>, in connection: some Connection) throws -> Webhook? {
        try connection.row("SELECT * FROM webhooks WHERE request = \(request)").map(decode)
    }

    package static func disable(_ id: ID<Webhook>, at now: Instant, in connection: some Connection) throws {
        try connection.execute("UPDATE webhooks SET disabled = \(now) WHERE id = \(id) AND disabled IS NULL")
    }

    package static func delivered(_ id: ID<Webhook>, at now: Instant, in connection: some Connection) throws {
        try connection.execute("UPDATE webhooks SET last_delivered = \(now) WHERE id = \(id)")
    }

    private static func decode(_ row: Row) throws -> Webhook {
        Webhook(
            id: try row.get("id"),
            url: try row.text("url"),
            kinds: try row.json("kinds"),
            created: try row.get("created"),
            createdBy: try row.text("created_by"),
            disabled: try row.get("disabled"),
            lastDelivered: try row.get("last_delivered"),
            request: try row.get("request"),
        )
    }
}
