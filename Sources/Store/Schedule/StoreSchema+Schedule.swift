import SQLEngine

extension StoreSchema {
    static let schedule = Migration(
        10,
        "schedule",
        [
            """
            CREATE TABLE jobs (
                kind {text} NOT NULL,
                key {text} NOT NULL,
                due {time} NOT NULL,
                ready {time} NOT NULL,
                attempts {int} NOT NULL,
                last_error {text},
                claimed_by {text},
                claimed_until {time},
                last_run {time},
                PRIMARY KEY (kind, key)
            ){clustered}
            """,
            "CREATE INDEX jobs_by_ready ON jobs (ready)",
            // The primary key is what keeps a job from running twice for the same time.
            """
            CREATE TABLE job_runs (
                kind {text} NOT NULL,
                key {text} NOT NULL,
                due {time} NOT NULL,
                ran {time} NOT NULL,
                node {text} NOT NULL,
                PRIMARY KEY (kind, key, due)
            ){clustered}
            """,
            "CREATE INDEX job_runs_by_time ON job_runs (ran)",
        ],
    )
}
