extension SQLiteConnection {
    func now() throws -> Int64 {
        // Whole milliseconds; the file is on this machine, so its clock is the machine's.
        let query: Query = "SELECT CAST((julianday('now') - 2440587.5) * 86400000000.0 AS INTEGER) AS now"
        return try scalar(query, as: Int64.self) ?? 0
    }
}
