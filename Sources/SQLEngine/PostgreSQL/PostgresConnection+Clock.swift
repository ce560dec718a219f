extension PostgresConnection {
    func now() throws -> Int64 {
        // Not `now()`, which stands still within a transaction.
        let query: Query = "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS BIGINT) AS now"
        return try scalar(query, as: Int64.self) ?? 0
    }
}
