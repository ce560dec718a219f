import GRDB

extension DatabaseError {
    /// Translates an error of GRDB; a `DatabaseError` of ours passes unchanged.
    init(sqlite error: any Error, _ attempt: String) {
        if let error = error as? DatabaseError {
            self = error
            return
        }
        let cause: SQLiteFailure
        switch error {
        case let failure as SQLiteFailure: cause = failure
        case let failure as GRDB.DatabaseError:
            // Not kept itself: it carries the statement's arguments.
            let message = failure.message ?? "\(failure.resultCode)"
            cause = SQLiteFailure(code: failure.extendedResultCode.rawValue, message: message)
        default:
            self.init(.other, attempt, "\(error)", cause: error)
            return
        }
        let message = cause.message
        let code = ResultCode(rawValue: cause.code)
        switch code {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
            let (table, columns) = DatabaseError.uniqueColumns(in: message)
            self.init(.constraintUnique(table: table, columns: columns), attempt, message, cause: cause)
        case .SQLITE_CONSTRAINT_FOREIGNKEY:
            self.init(.constraintForeign, attempt, message, cause: cause)
        default:
            self.init(Kind(code.primaryResultCode), attempt, message, cause: cause)
        }
    }

    /// The names in a message such as "UNIQUE constraint failed: owners.mail, owners.kind".
    private static func uniqueColumns(in message: String) -> (table: String, columns: [String]) {
        guard let list = message.split(separator: ": ").last, list.contains(".") else { return ("", []) }
        let names = list.split(separator: ", ").map { $0.split(separator: ".", maxSplits: 1) }
        guard let table = names.first?.first else { return ("", []) }
        return (String(table), names.compactMap { $0.last.map(String.init) })
    }
}

/// What SQLite answered: an extended result code (https://sqlite.org/rescode.html) and its message.
struct SQLiteFailure: Error {
    let code: Int32
    let message: String
}

extension DatabaseError.Kind {
    fileprivate init(_ code: ResultCode) {
        self =
            switch code {
            case .SQLITE_CONSTRAINT: .constraintCheck
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
            case .SQLITE_CANTOPEN, .SQLITE_NOTADB, .SQLITE_PERM, .SQLITE_MISUSE: .connection
            default: .other
            }
    }
}
