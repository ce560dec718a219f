/// One PostgreSQL transaction; used on its worker's thread only.
final class PostgresConnection: Connection {
    let health = TransactionGuard()
    /// Locks that were asked for and must be taken before the transaction begins.
    private(set) var wantedLocks: Set<String> = []

    private let session: PostgresSession
    private let heldLocks: Set<String>
    private let isWriting: Bool
    private var savepoints = 0
    private var cursors = 0

    init(_ session: PostgresSession, heldLocks: Set<String>, isWriting: Bool) {
        self.session = session
        self.heldLocks = heldLocks
        self.isWriting = isWriting
    }

    func execute(_ query: Query) throws -> Int {
        try attempting(query) { try session.run(query).changedRows }
    }

    func rows(_ query: Query) throws -> [Row] {
        try attempting(query) { try session.run(query).rows(query.attempt) }
    }

    /// Reads through a cursor, so that `body` can use the connection; `query` must be a SELECT.
    func forEachRow(_ query: Query, _ body: (Row) throws -> Void) throws {
        cursors += 1
        let name = "penstock_cursor_\(cursors)"
        try attempting(query) {
            _ = try session.runOnce("DECLARE \(name) NO SCROLL CURSOR FOR \(query.text)", query.parameters)
        }
        let size = 1_000
        var rows: [Row]
        repeat {
            rows = try attempting(query) {
                try session.runOnce("FETCH FORWARD \(size) FROM \(name)", []).rows(query.attempt)
            }
            for row in rows { try body(row) }
        } while rows.count == size
        try command("CLOSE \(name)")
    }

    func batch(_ queries: some Sequence<Query>) throws -> Int {
        // Bounded by count and by size: libpq keeps what the server has not taken yet in memory.
        let (maximumCount, maximumBytes) = (512, 1 << 20)
        var window: [Query] = []
        var bytes = 0
        var changed = 0
        for query in queries {
            if let last = window.last,
                window.count == maximumCount || bytes > maximumBytes || last.pieces != query.pieces
                    || last.parameters.map(\.type) != query.parameters.map(\.type)
            {
                changed += try send(window)
                window.removeAll(keepingCapacity: true)
                bytes = 0
            }
            try health.attempting(query.attempt) { try query.validate() }
            window.append(query)
            bytes += query.parameters.reduce(0) { $0 + $1.datum.sizeInBytes }
        }
        return changed + (try send(window))
    }

    func savepoint<T>(_ body: () throws -> T) throws -> T {
        savepoints += 1
        defer { savepoints -= 1 }
        let name = "penstock_savepoint_\(savepoints)"
        try command("SAVEPOINT \(name)")
        do {
            let result = try body()
            try health.requireIntact()
            try command("RELEASE \(name)")
            return result
        } catch {
            health.recover()
            try command("ROLLBACK TO \(name); RELEASE \(name)")
            throw error
        }
    }

    func advisoryLock(_ name: String) throws {
        let attempt = "take the lock `\(name)`"
        try health.attempting(attempt) {
            try requireWriting(attempt)
            guard !heldLocks.contains(name) else { return }
            // A serializable transaction sees the state from before its first statement, and waiting for a lock is a
            // statement: what the holder changes would stay unseen. So the lock must come first.
            wantedLocks.insert(name)
            throw DatabaseError(.busy, attempt, "the transaction must begin again under the lock")
        }
    }

    func notify(_ channel: Identifier) throws {
        try health.attempting("notify `\(channel.name)`") { try requireWriting("notify `\(channel.name)`") }
        _ = try rows("SELECT pg_notify(\(channel.name), '')")
    }

    func hasTable(_ name: Identifier) throws -> Bool {
        try scalar("SELECT to_regclass(\(name.quoted)) IS NOT NULL AS found", as: Bool.self) == true
    }

    private func send(_ window: [Query]) throws -> Int {
        guard let first = window.first else { return 0 }
        return try attempting(first) { try session.pipeline(window) }
    }

    private func command(_ text: String) throws {
        try attempting(Query(stringLiteral: text)) { try session.command(text) }
    }

    private func requireWriting(_ attempt: String) throws(DatabaseError) {
        guard isWriting else { throw DatabaseError(.invalid, attempt, "this transaction only reads: use `write`") }
    }

    private func attempting<T>(_ query: Query, _ body: () throws -> T) throws -> T {
        try health.attempting(query.attempt) {
            try query.validate()
            do {
                return try body()
            } catch let failure as PostgresFailure {
                throw DatabaseError(postgres: failure, query.attempt)
            }
        }
    }
}

extension SQLDatum {
    fileprivate var sizeInBytes: Int {
        switch self {
        case .text(let value): value.utf8.count
        case .bytes(let value): value.count
        default: 8
        }
    }
}
