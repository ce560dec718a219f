import SQLEngine

extension StoreSchema {
    // What an import writes stays out of sight until its generation is the source's: rows hold from generation `since`
    // to below `until`, and the view `estate` shows those that hold at the source's generation.
    static let estates = Migration(
        4,
        "estates by generation",
        [
            // The generation that is seen, and the last whose changes the identities have followed.
            "ALTER TABLE sources ADD COLUMN generation {int} NOT NULL DEFAULT 1",
            "ALTER TABLE sources ADD COLUMN followed {int} NOT NULL DEFAULT 1",
            // The import that is under way, and when it last wrote.
            "ALTER TABLE sources ADD COLUMN claim {id}",
            "ALTER TABLE sources ADD COLUMN claimed {time}",
            """
            CREATE TABLE estate_parts (
                source {id} NOT NULL REFERENCES sources (id),
                kind {text} NOT NULL,
                key {text} NOT NULL,
                since {int} NOT NULL,
                until {int},
                digest {text} NOT NULL,
                last_use {time},
                first_seen {time} NOT NULL,
                updated {time} NOT NULL,
                vanished {time},
                document {json} NOT NULL,
                PRIMARY KEY (source, kind, key, since)
            ){strict}
            """,
            "CREATE INDEX estate_parts_by_begin ON estate_parts (source, since)",
            "CREATE INDEX estate_parts_by_end ON estate_parts (source, until) WHERE until IS NOT NULL",
            """
            INSERT INTO estate_parts (source, kind, key, since, digest, first_seen, updated, vanished, document)
            SELECT source, 'workflow', key, 1, digest, first_seen, updated, vanished, document FROM workflows
            """,
            // Without a digest a credential counts as changed once, which writes it anew.
            """
            INSERT INTO estate_parts (source, kind, key, since, digest, first_seen, updated, document)
            SELECT source, 'credential', key, 1, '', first_seen, updated, document FROM credentials
            WHERE vanished IS NULL
            """,
            """
            CREATE VIEW estate AS SELECT p.* FROM estate_parts p JOIN sources s ON s.id = p.source
            WHERE p.since <= s.generation AND (p.until IS NULL OR p.until > s.generation)
            """,
            """
            CREATE TABLE credential_uses (
                source {id} NOT NULL,
                credential {text} NOT NULL,
                kind {text} NOT NULL,
                key {text} NOT NULL,
                since {int} NOT NULL,
                PRIMARY KEY (source, credential, kind, key, since)
            ){clustered}
            """,
            """
            INSERT INTO credential_uses (source, credential, kind, key, since)
            SELECT DISTINCT source, credential, 'workflow', workflow, 1 FROM workflow_credentials
            """,
            """
            CREATE TABLE definition_changes (
                source {id} NOT NULL,
                kind {text} NOT NULL,
                key {text} NOT NULL,
                generation {int} NOT NULL,
                at {time} NOT NULL,
                actor {text} NOT NULL,
                digest_before {text} NOT NULL,
                digest_after {text} NOT NULL,
                changes {json} NOT NULL,
                PRIMARY KEY (source, kind, key, generation)
            ){clustered}
            """,
            "DROP TABLE callbacks",
            "DROP TABLE workflow_credentials",
            "DROP TABLE workflows",
            "DROP TABLE credentials",
            // The account, role or app that an identity is.
            "ALTER TABLE identities ADD COLUMN principal {text}",
            "ALTER TABLE identities ADD COLUMN touches_identity {bool} NOT NULL DEFAULT FALSE",
            "CREATE UNIQUE INDEX identities_by_principal ON identities (source, principal)",
        ],
    )
}
