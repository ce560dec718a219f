import CLibPQ

/// An answer of the server, freed with this value.
struct PostgresResult: ~Copyable {
    private let result: OpaquePointer

    init(_ result: OpaquePointer) {
        self.result = result
    }

    deinit { PQclear(result) }

    /// Rows inserted, updated or deleted; 0 for a statement that only reads.
    var changedRows: Int {
        let tag = String(cString: PQcmdStatus(result))
        return tag.hasPrefix("SELECT") || tag.hasPrefix("FETCH") ? 0 : Int(String(cString: PQcmdTuples(result))) ?? 0
    }

    /// All rows.
    ///
    /// - Throws: `.decoding` when a column has a type that is not read here.
    func rows(_ attempt: @autoclosure () -> String) throws(DatabaseError) -> [Row] {
        let width = PQnfields(result)
        let names = (0..<width).map { String(cString: PQfname(result, $0)) }
        let types = (0..<width).map { PQftype(result, $0) }
        let columns = Row.Columns(names)
        var rows: [Row] = []
        rows.reserveCapacity(Int(PQntuples(result)))
        for line in 0..<PQntuples(result) {
            var values: [SQLDatum] = []
            values.reserveCapacity(Int(width))
            for column in 0..<width {
                if PQgetisnull(result, line, column) == 1 {
                    values.append(.null)
                    continue
                }
                let bytes = UnsafeRawBufferPointer(
                    start: PQgetvalue(result, line, column),
                    count: Int(PQgetlength(result, line, column)),
                )
                guard let value = PostgresFormat.decode(bytes, type: types[Int(column)]) else {
                    throw DatabaseError(
                        .decoding,
                        attempt(),
                        "column `\(names[Int(column)])` has type number \(types[Int(column)]), which is not read: "
                            + "cast it to text or bigint in the statement",
                    )
                }
                values.append(value)
            }
            rows.append(Row(columns, values))
        }
        return rows
    }
}
