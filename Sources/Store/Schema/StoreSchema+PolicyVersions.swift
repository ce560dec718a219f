import SQLEngine

extension StoreSchema {
    static let policyVersions = Migration(
        16,
        "policy versions",
        [
            """
            CREATE TABLE policy_versions (
                version {int} PRIMARY KEY,
                state {text} NOT NULL,
                digest {text} NOT NULL,
                files {text} NOT NULL,
                note {text} NOT NULL,
                tests {int} NOT NULL,
                proposed {time} NOT NULL,
                proposed_by {text} NOT NULL,
                decided {time},
                decided_by {text},
                live_from {time},
                live_until {time}
            ){strict}
            """,
            "CREATE INDEX policy_versions_by_state ON policy_versions (state)",
        ],
    )
}
