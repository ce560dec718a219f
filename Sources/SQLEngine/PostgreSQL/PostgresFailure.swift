import CLibPQ

/// What PostgreSQL, or libpq for it, answered.
struct PostgresFailure: Error {
    /// Five characters (https://www.postgresql.org/docs/current/errcodes-appendix.html); empty when libpq failed itself.
    let state: String
    let message: String
    let table: String
    /// The columns of a violated constraint, as far as the answer tells them.
    let columns: [String]
    /// The function of the server that refused.
    let origin: String

    init(connection message: String) {
        state = ""
        self.message = message
        table = ""
        columns = []
        origin = ""
    }

    /// Keeps the primary message only: the detail quotes values of rows.
    init(_ result: OpaquePointer, fallback: String) {
        state = PostgresFailure.field("C", of: result) ?? ""
        message = PostgresFailure.field("M", of: result) ?? fallback
        table = PostgresFailure.field("t", of: result) ?? ""
        columns = PostgresFailure.columns(in: PostgresFailure.field("D", of: result) ?? "")
        origin = PostgresFailure.field("R", of: result) ?? ""
    }

    /// The transaction lost against another and can be run again.
    var isConflict: Bool { state == "40001" || state == "40P01" }

    /// A prepared statement is gone or outdated: a migration ran, or a proxy gave us another session.
    var isStaleStatement: Bool {
        state == "26000" || state == "0A000" && origin == "RevalidateCachedQuery"
    }

    /// A field of an error, named by a `PG_DIAG_…` code of libpq-fe.h; nil when the server did not send it.
    private static func field(_ code: Unicode.Scalar, of result: OpaquePointer) -> String? {
        PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) }
    }

    /// The names in a detail such as "Key (mail, kind)=(…) already exists".
    private static func columns(in detail: String) -> [String] {
        guard let open = detail.firstIndex(of: "("), let end = detail.range(of: ")=(") else { return [] }
        return detail[detail.index(after: open)..<end].split(separator: ", ").map(String.init)
    }
}

extension DatabaseError {
    init(postgres failure: PostgresFailure, _ attempt: String) {
        let kind: Kind =
            switch failure.state {
            case "23505": .constraintUnique(table: failure.table, columns: failure.columns)
            case "23503": .constraintForeign
            case let state where state.hasPrefix("23"): .constraintCheck
            case "40001", "40P01", "55P03", "57014": .busy
            case "", "53300", "3D000", "57P01", "57P02", "57P03": .connection
            case let state where state.hasPrefix("08") || state.hasPrefix("28"): .connection
            default: .other
            }
        let remedy =
            failure.state == "57014" ? "; the limit is `statement_timeout`, set in `options` of the address" : ""
        self.init(kind, attempt, failure.message + remedy, cause: failure)
    }
}

extension String {
    /// Where `part` begins, or nil.
    fileprivate func range(of part: String) -> String.Index? {
        indices.first { self[$0...].hasPrefix(part) }
    }
}
