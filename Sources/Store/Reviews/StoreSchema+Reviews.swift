import SQLEngine

extension StoreSchema {
    static let reviews = Migration(
        14,
        "reviews",
        [
            """
            CREATE TABLE review_campaigns (
                id {id} PRIMARY KEY,
                kind {text} NOT NULL,
                cause {text} NOT NULL,
                title {text} NOT NULL,
                opened {time} NOT NULL,
                opened_by {text} NOT NULL,
                due {time} NOT NULL,
                closed {time}
            ){strict}
            """,
            """
            CREATE TABLE review_items (
                id {id} PRIMARY KEY,
                campaign {id} NOT NULL REFERENCES review_campaigns (id),
                identity {id},
                user_id {id},
                name {text} NOT NULL,
                name_key {text} NOT NULL,
                reviewer {id},
                state {text} NOT NULL,
                proposal {json} NOT NULL,
                proposed {text} NOT NULL,
                outcome {text},
                note {text},
                decided_by {text},
                decided {time},
                seen {time},
                self_review {bool} NOT NULL,
                removal {text} NOT NULL,
                verified {time},
                evidence {json} NOT NULL
            ){strict}
            """,
            "CREATE INDEX review_items_by_campaign ON review_items (campaign, state, name_key, id)",
            "CREATE INDEX review_items_by_name ON review_items (campaign, name_key, id)",
            "CREATE INDEX review_items_by_identity ON review_items (identity, state)",
            "CREATE INDEX review_items_by_reviewer ON review_items (reviewer, state)",
            """
            CREATE TABLE vendors (
                name {text} PRIMARY KEY,
                runtime_owner {id},
                data_owner {id},
                contract_begins {time},
                contract_ends {time},
                stop_contact {text},
                updated {time} NOT NULL
            ){strict}
            """,
        ],
    )
}
