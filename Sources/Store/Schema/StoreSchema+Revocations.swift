import SQLEngine

extension StoreSchema {
    static let revocations = Migration(
        18,
        "revocations",
        [
            """
            CREATE TABLE revocations (
                id {id} PRIMARY KEY,
                identity {id} NOT NULL REFERENCES identities (id),
                kind {text} NOT NULL,
                due {time} NOT NULL,
                closed {time},
                document {json} NOT NULL
            ){strict}
            """,
            "CREATE INDEX revocations_by_identity ON revocations (identity, id)",
            "CREATE INDEX revocations_open ON revocations (due) WHERE closed IS NULL",
        ],
    )
}
