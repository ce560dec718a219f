/// One row of a result, read by column name.
///
///     let name = try row.text("name")
///     let count = try row.get("n", as: Int.self)
///     let ended: Int64? = try row.get("ended")
package struct Row: Sendable {
    /// The columns of a result, shared by its rows.
    final class Columns: Sendable {
        let names: [String]
        private let positions: [String: Int]

        init(_ names: [String]) {
            self.names = names
            positions = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
        }

        func position(of name: String) -> Int? { positions[name] }
    }

    let columns: Columns
    /// The values in the order of the columns.
    package let values: [SQLDatum]

    init(_ columns: Columns, _ values: [SQLDatum]) {
        self.columns = columns
        self.values = values
    }

    package var columnNames: [String] { columns.names }

    /// The value of a column.
    ///
    /// - Throws: `.decoding` when there is no such column, when it is NULL and `Value` is not optional, or when it
    ///   holds another type.
    package func get<Value: SQLValue>(_ name: String, as: Value.Type = Value.self) throws(DatabaseError) -> Value {
        guard let position = columns.position(of: name) else {
            throw failure(name, "there is no such column in `\(columns.names.joined(separator: "`, `"))`")
        }
        let datum = values[position]
        if let value = Value(datum: datum) { return value }
        throw failure(name, datum == .null ? "it is NULL" : "it holds \(datum.kindName) that is not a `\(Value.self)`")
    }

    package func text(_ name: String) throws(DatabaseError) -> String { try get(name) }

    package func int(_ name: String) throws(DatabaseError) -> Int { try get(name) }

    package func int64(_ name: String) throws(DatabaseError) -> Int64 { try get(name) }

    package func double(_ name: String) throws(DatabaseError) -> Double { try get(name) }

    package func bool(_ name: String) throws(DatabaseError) -> Bool { try get(name) }

    package func bytes(_ name: String) throws(DatabaseError) -> [UInt8] { try get(name) }

    package func isNull(_ name: String) throws(DatabaseError) -> Bool {
        guard let position = columns.position(of: name) else { throw failure(name, "there is no such column") }
        return values[position] == .null
    }

    private func failure(_ column: String, _ message: String) -> DatabaseError {
        DatabaseError(.decoding, "read column `\(column)`", message)
    }
}

extension SQLDatum {
    fileprivate var kindName: String {
        switch self {
        case .null: "NULL"
        case .integer: "an integer"
        case .real: "a real"
        case .text: "text"
        case .bytes: "bytes"
        case .bool: "a boolean"
        }
    }
}
