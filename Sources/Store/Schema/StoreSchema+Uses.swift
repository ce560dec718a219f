import SQLEngine

extension StoreSchema {
    static let uses = Migration(
        15,
        "recorded use",
        [
            """
            CREATE TABLE uses (
                identity {id} NOT NULL,
                day {time} NOT NULL,
                action {text} NOT NULL,
                resource {text} NOT NULL,
                verdict {text} NOT NULL,
                address {text} NOT NULL,
                caller {text} NOT NULL,
                count {int} NOT NULL,
                keep_alives {int} NOT NULL,
                last {time} NOT NULL,
                PRIMARY KEY (identity, day, action, resource, verdict, address, caller)
            ){clustered}
            """,
            "CREATE INDEX uses_by_day ON uses (day)",
        ],
    )
}
