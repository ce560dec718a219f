package import SQLEngine

/// The tables of the log; ids are drawn from one sequence with those of `StoreSchema`.
package enum AuditSchema {
    package static let migrations: [Migration] = [log]

    private static let log = Migration(
        2,
        "log",
        [
            // `bytes` is what counts and what is hashed; the columns before it repeat parts of it for filters.
            """
            CREATE TABLE log_entries (
                leaf {int} PRIMARY KEY,
                id {text} NOT NULL,
                at {time} NOT NULL,
                kind {text} NOT NULL,
                actor_id {text} NOT NULL,
                subject_kind {text},
                subject_id {text},
                bytes {bytes} NOT NULL,
                chain {bytes} NOT NULL
            ){strict}
            """,
            "CREATE INDEX log_entries_by_subject ON log_entries (subject_id, leaf)",
            "CREATE INDEX log_entries_by_actor ON log_entries (actor_id, leaf)",
            // Full tiles only; what is not full yet is computed from entries and from the roots of lower tiles.
            """
            CREATE TABLE log_tiles (
                level {int} NOT NULL,
                tile {int} NOT NULL,
                root {bytes} NOT NULL,
                hashes {bytes} NOT NULL,
                PRIMARY KEY (level, tile)
            ){strict}
            """,
            """
            CREATE TABLE log_head (
                one {int} PRIMARY KEY CHECK (one = 1),
                size {int} NOT NULL,
                frontier {bytes} NOT NULL,
                chain {bytes} NOT NULL
            ){strict}
            """,
            "CREATE TABLE log_checkpoints (size {int} PRIMARY KEY, at {time} NOT NULL, note {text} NOT NULL){strict}",
        ],
    )
}
