import SQLEngine

extension StoreSchema {
    static let notifications = Migration(
        11,
        "notifications",
        [
            """
            CREATE TABLE notices (
                id {id} PRIMARY KEY,
                user_id {id} NOT NULL REFERENCES users (id),
                at {time} NOT NULL,
                kind {text} NOT NULL,
                subject {json},
                text {text} NOT NULL,
                read_at {time}
            ){strict}
            """,
            "CREATE INDEX notices_by_user ON notices (user_id, id)",
            """
            CREATE TABLE webhooks (
                id {id} PRIMARY KEY,
                url {text} NOT NULL,
                kinds {json} NOT NULL,
                created {time} NOT NULL,
                created_by {text} NOT NULL,
                disabled {time},
                last_delivered {time}
            ){strict}
            """,
            """
            CREATE TABLE deliveries (
                id {id} PRIMARY KEY,
                webhook {id} NOT NULL REFERENCES webhooks (id),
                kind {text} NOT NULL,
                body {text} NOT NULL,
                state {text} NOT NULL,
                attempts {int} NOT NULL,
                created {time} NOT NULL,
                updated {time} NOT NULL,
                status {int},
                error {text}
            ){strict}
            """,
            "CREATE INDEX deliveries_by_state ON deliveries (state, id)",
            "CREATE INDEX deliveries_by_webhook ON deliveries (webhook, id)",
        ],
    )
}
