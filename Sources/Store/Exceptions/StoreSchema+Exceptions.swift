import SQLEngine

extension StoreSchema {
    static let riskExceptions = Migration(
        12,
        "exceptions",
        [
            """
            CREATE TABLE risk_exceptions (
                id {id} PRIMARY KEY,
                state {text} NOT NULL,
                ends {time} NOT NULL,
                document {json} NOT NULL
            ){strict}
            """,
            "CREATE INDEX risk_exceptions_by_state ON risk_exceptions (state, id)",
        ],
    )
}
