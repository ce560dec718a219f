import GRDB
import GRDBSQLite

/// A statement that GRDB prepared and keeps, stepped without GRDB.
///
/// Only for statements that read or change rows: GRDB must see those that begin or end transactions or change the
/// schema. Appending rows of 400 bytes in groups of 100 reaches 0.7 of the rate of the bare C interface this way and
/// 0.45 through GRDB's boxed arguments, measured in one run.
struct SQLiteStatement {
    private let statement: Statement
    private let handle: OpaquePointer
    private let connection: OpaquePointer?

    init(_ statement: Statement, _ database: GRDB.Database) {
        self.statement = statement
        handle = statement.sqliteStatement
        connection = database.sqliteConnection
    }

    var columnNames: [String] { statement.columnNames }

    /// Starts from the beginning with new values, which SQLite copies.
    func bind(_ parameters: [Query.Parameter]) throws(SQLiteFailure) {
        // The result repeats the failure of the last run, which was reported then.
        sqlite3_reset(handle)
        var index: Int32 = 0
        for parameter in parameters {
            index += 1
            let code = bind(parameter.datum, at: index)
            guard code == SQLITE_OK else { throw failure() }
        }
    }

    /// Goes to the next row.
    ///
    /// - Returns: False after the last.
    /// - Throws: What SQLite answered.
    func step() throws(SQLiteFailure) -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw failure()
        }
    }

    /// Frees what reading holds; called when the statement is not run to its end, or its values are large.
    func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    /// The current row's value in a column, counted from 0.
    func value(at column: Int32) -> SQLDatum {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, column))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, column))
        case SQLITE_TEXT:
            // The pointer first: asking for it may change the length.
            let start = sqlite3_column_text(handle, column)
            let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
            return .text(String(decoding: bytes, as: UTF8.self))
        case SQLITE_BLOB:
            let start = sqlite3_column_blob(handle, column)
            let bytes = UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
            return .bytes([UInt8](bytes))
        default: return .null
        }
    }

    private func bind(_ datum: SQLDatum, at index: Int32) -> Int32 {
        switch datum {
        case .null: return sqlite3_bind_null(handle, index)
        case .integer(let value): return sqlite3_bind_int64(handle, index, value)
        case .real(let value): return sqlite3_bind_double(handle, index, value)
        case .bool(let value): return sqlite3_bind_int64(handle, index, value ? 1 : 0)
        case .text(var value):
            return value.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { text in
                    // An empty text has no address, and without an address it would be NULL.
                    guard let start = text.baseAddress else { return sqlite3_bind_text(handle, index, "", 0, nil) }
                    return sqlite3_bind_text64(
                        handle,
                        index,
                        start,
                        UInt64(text.count),
                        SQLiteStatement.copied,
                        UInt8(SQLITE_UTF8)
                    )
                }
            }
        case .bytes(let value):
            return value.withUnsafeBytes { bytes in
                guard let start = bytes.baseAddress, !bytes.isEmpty else {
                    return sqlite3_bind_zeroblob(handle, index, 0)
                }
                return sqlite3_bind_blob64(handle, index, start, UInt64(bytes.count), SQLiteStatement.copied)
            }
        }
    }

    private func failure() -> SQLiteFailure {
        let failure = SQLiteFailure(
            code: sqlite3_extended_errcode(connection),
            message: sqlite3_errmsg(connection).map { String(cString: $0) } ?? "unknown failure",
        )
        sqlite3_reset(handle)
        return failure
    }

    // SAFETY: SQLITE_TRANSIENT of sqlite3.h, a number in the place of a function, which SQLite compares and never calls.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
