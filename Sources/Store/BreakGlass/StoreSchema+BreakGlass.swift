import SQLEngine

extension StoreSchema {
    static let breakGlass = Migration(
        13,
        "break-glass",
        [
            """
            CREATE TABLE break_glass (
                id {id} PRIMARY KEY,
                identity {id} NOT NULL REFERENCES identities (id),
                person {id} NOT NULL REFERENCES users (id),
                opened {time} NOT NULL,
                state {text} NOT NULL,
                document {json} NOT NULL
            ){strict}
            """,
            "CREATE INDEX break_glass_by_identity ON break_glass (identity, opened)",
            "CREATE INDEX break_glass_by_state ON break_glass (state, id)",
            """
            CREATE TABLE envelopes (
                id {id} PRIMARY KEY,
                identity {id} NOT NULL REFERENCES identities (id),
                person {id} NOT NULL REFERENCES users (id),
                state {text} NOT NULL,
                document {json} NOT NULL
            ){strict}
            """,
        ],
    )
}
