import SQLEngine

extension StoreSchema {
    /// Hand-overs have a cause, and those that are disputed need no owner who was there before.
    static let handoverCauses = Migration(
        21,
        "causes of hand-overs",
        [
            "ALTER TABLE handovers RENAME TO departures",
            """
            CREATE TABLE handovers (
                identity {id} PRIMARY KEY REFERENCES identities (id),
                cause {text} NOT NULL,
                departed {id},
                reason {text},
                began {time} NOT NULL,
                escalated {time}
            ){strict}
            """,
            """
            INSERT INTO handovers (identity, cause, departed, reason, began, escalated)
            SELECT identity, 'departed', departed, NULL, began, escalated FROM departures
            """,
            "DROP TABLE departures",
            "ALTER TABLE grants ADD COLUMN occasion {text}",
        ],
    )
}
