import CLibPQ

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// One connection to a PostgreSQL server with its prepared statements; used by one thread.
///
/// Throws `PostgresFailure`, which callers turn into a `DatabaseError` with what they attempted.
final class PostgresSession {
    /// A statement's text with the types it was prepared for.
    private struct Key: Hashable {
        let text: String
        let types: [SQLType]
    }

    private struct Prepared {
        let name: String
        var lastUse: Int
    }

    private static let maximumStatements = 256

    let connection: OpaquePointer

    private let address: PostgresAddress
    private var statements: [Key: Prepared] = [:]
    private var uses = 0

    /// Connects, within 10 seconds unless the address says otherwise.
    init(_ address: PostgresAddress) throws(PostgresFailure) {
        // What stands before `dbname` can be overridden by the address, what follows it cannot.
        let settings: [(String, String)] = [
            ("connect_timeout", "10"),
            ("keepalives_idle", "30"),
            ("keepalives_interval", "10"),
            ("keepalives_count", "3"),
            ("tcp_user_timeout", "30000"),
            ("options", "-c statement_timeout=30s -c idle_in_transaction_session_timeout=60s"),
            ("fallback_application_name", "penstock"),
            ("dbname", address.text),
            ("client_encoding", "UTF8"),
        ]
        let keywords = settings.map { strdup($0.0) }
        let values = settings.map { strdup($0.1) }
        defer { for text in keywords + values { free(text) } }
        var keywordPointers: [UnsafePointer<CChar>?] = keywords.map { $0.map { UnsafePointer($0) } }
        var valuePointers: [UnsafePointer<CChar>?] = values.map { $0.map { UnsafePointer($0) } }
        keywordPointers.append(nil)
        valuePointers.append(nil)
        let opened = PQconnectdbParams(keywordPointers, valuePointers, 1)
        guard let opened else { throw PostgresFailure(connection: "out of memory") }
        connection = opened
        self.address = address
        guard PQstatus(opened) == CONNECTION_OK else {
            // A throwing initialiser runs `deinit` here, which ends the connection.
            throw PostgresFailure(connection: address.redacted(String(cString: PQerrorMessage(opened))))
        }
        // libpq prints notices to standard error otherwise.
        _ = PQsetNoticeReceiver(opened, { _, _ in }, nil)
    }

    deinit { PQfinish(connection) }

    var isLost: Bool { PQstatus(connection) != CONNECTION_OK }

    var isInTransaction: Bool { PQtransactionStatus(connection) != PQTRANS_IDLE }

    /// Runs commands of our own without values.
    func command(_ text: String) throws(PostgresFailure) {
        _ = try checked(PQexec(connection, text))
    }

    /// Runs a prepared statement and waits for its result.
    func run(_ query: Query) throws(PostgresFailure) -> PostgresResult {
        let name = try prepare(query)
        return try checked(
            PostgresFormat.Parameters(query.parameters).withPointers { count, values, lengths, formats in
                PQexecPrepared(connection, name, count, values, lengths, formats, 1)
            }
        )
    }

    /// Runs a statement once, without keeping it prepared.
    func runOnce(_ text: String, _ parameters: [Query.Parameter]) throws(PostgresFailure) -> PostgresResult {
        let types = parameters.map { PostgresFormat.typeNumber(of: $0.type) }
        return try checked(
            PostgresFormat.Parameters(parameters).withPointers { count, values, lengths, formats in
                PQexecParams(connection, text, count, types, values, lengths, formats, 1)
            }
        )
    }

    /// Runs statements of one text without waiting between them.
    ///
    /// - Returns: The number of rows changed by all.
    func pipeline(_ queries: [Query]) throws(PostgresFailure) -> Int {
        guard let first = queries.first else { return 0 }
        let name = try prepare(first)
        guard PQenterPipelineMode(connection) == 1 else { throw lost() }
        var sent = 0
        for query in queries {
            let accepted = PostgresFormat.Parameters(query.parameters).withPointers { count, values, lengths, formats in
                PQsendQueryPrepared(connection, name, count, values, lengths, formats, 1)
            }
            guard accepted == 1 else { break }
            sent += 1
        }
        guard sent == queries.count, PQpipelineSync(connection) == 1 else { throw lost() }
        return try collect()
    }

    /// Forgets all prepared statements, here and in the server.
    func forgetStatements() throws(PostgresFailure) {
        statements = [:]
        try command("DEALLOCATE ALL")
    }

    /// The result when it is not a failure.
    func checked(_ result: OpaquePointer?) throws(PostgresFailure) -> PostgresResult {
        guard let result else { throw lost() }
        let owned = PostgresResult(result)
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY, PGRES_PIPELINE_SYNC: return owned
        default: throw PostgresFailure(result, fallback: errorMessage)
        }
    }

    /// Reads the results up to the end of the pipeline; the first failure is thrown after that.
    private func collect() throws(PostgresFailure) -> Int {
        var changed = 0
        var failure: PostgresFailure?
        while true {
            // Nil separates the results of two statements.
            guard let result = PQgetResult(connection) else {
                if isLost { throw failure ?? lost() }
                continue
            }
            let status = PQresultStatus(result)
            do {
                changed += try checked(result).changedRows
            } catch {
                failure = failure ?? error
            }
            if status == PGRES_PIPELINE_SYNC { break }
        }
        guard PQexitPipelineMode(connection) == 1 else { throw lost() }
        if let failure { throw failure }
        return changed
    }

    private func prepare(_ query: Query) throws(PostgresFailure) -> String {
        let key = Key(text: query.text, types: query.parameters.map(\.type))
        uses += 1
        if let name = statements[key]?.name {
            statements[key]?.lastUse = uses
            return name
        }
        if statements.count >= PostgresSession.maximumStatements,
            let oldest = statements.min(by: { $0.value.lastUse < $1.value.lastUse })
        {
            statements[oldest.key] = nil
            try command("DEALLOCATE \(oldest.value.name)")
        }
        let name = "penstock_\(uses)"
        let types = key.types.map { PostgresFormat.typeNumber(of: $0) }
        _ = try checked(PQprepare(connection, name, key.text, Int32(types.count), types))
        statements[key] = Prepared(name: name, lastUse: uses)
        return name
    }

    private var errorMessage: String { address.redacted(String(cString: PQerrorMessage(connection))) }

    private func lost() -> PostgresFailure {
        PostgresFailure(connection: errorMessage.isEmpty ? "the connection was lost" : errorMessage)
    }
}
