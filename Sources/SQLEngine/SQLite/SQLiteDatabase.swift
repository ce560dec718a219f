import GRDB
import Synchronization

/// An SQLite database: one writer and several readers, each on a queue of GRDB's.
///
/// The file has mode 0600, a write-ahead log that is synced at every commit, and belongs to one process at a time
/// (`FILE.lock`). Foreign keys are enforced and LIKE tells upper from lower case, as on PostgreSQL.
package final class SQLiteDatabase: Database {
    package let engine = Engine.sqlite

    private let store: any DatabaseWriter
    private let lock: FileLock?
    private let label: String
    private let subscribers = Subscribers()
    private let isClosed = Mutex(false)

    /// Opens the file at `path` for reading and writing, creating it when it does not exist.
    ///
    /// - Throws: `.busy` when another process has it open, with the number of that process; `.connection` when it
    ///   cannot be opened or is no SQLite database.
    package convenience init(path: String) throws(DatabaseError) {
        try requireRegularFile(path)
        let lock = try FileLock(for: path)
        // SQLite gives its -wal and -shm files the mode of the database file.
        try ensurePrivateFile(path)
        do {
            let pool = try DatabasePool(path: path, configuration: SQLiteDatabase.configuration)
            // The pool sets NORMAL while it opens, which may lose the last commits when the power fails.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            self.init(store: pool, lock: lock, label: path)
        } catch {
            throw DatabaseError(sqlite: error, "open `\(path)`")
        }
    }

    /// Opens an existing file for reading only, whether or not another process has it open.
    ///
    /// `write` throws on it.
    package convenience init(readingFrom path: String) throws(DatabaseError) {
        var configuration = SQLiteDatabase.configuration
        configuration.readonly = true
        do {
            self.init(store: try DatabaseQueue(path: path, configuration: configuration), lock: nil, label: path)
        } catch {
            throw DatabaseError(sqlite: error, "open `\(path)` for reading")
        }
    }

    /// A new database in memory, gone when it is closed.
    package static func inMemory() throws(DatabaseError) -> SQLiteDatabase {
        do {
            let queue = try DatabaseQueue(configuration: configuration)
            return SQLiteDatabase(store: queue, lock: nil, label: "memory")
        } catch {
            throw DatabaseError(sqlite: error, "open a database in memory")
        }
    }

    private init(store: any DatabaseWriter, lock: FileLock?, label: String) {
        self.store = store
        self.lock = lock
        self.label = label
    }

    package func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            submit(continuation) {
                store.asyncRead { result in
                    continuation.resume(
                        with: Result {
                            let connection = SQLiteConnection(try self.opened(result), isWriting: false)
                            let value = try body(connection)
                            try connection.health.requireIntact()
                            return value
                        }
                    )
                }
            }
        }
    }

    @discardableResult
    package func write<T: Sendable>(
        locking names: [String],
        _ body: @escaping @Sendable (any Connection) throws -> T,
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            submit(continuation) {
                store.asyncWriteWithoutTransaction { database in
                    continuation.resume(with: Result { try self.transaction(database, body) })
                }
            }
        }
    }

    package func listen(_ channel: Identifier) -> AsyncStream<Void> {
        let stream = subscribers.subscribe(to: channel.name).stream
        subscribers.wake(channel.name)
        return stream
    }

    package func durabilityProblems() async throws -> [String] {
        try await withCheckedThrowingContinuation { continuation in
            submit(continuation) {
                store.asyncWriteWithoutTransaction { database in
                    continuation.resume(with: Result { try self.durabilityProblems(of: database) })
                }
            }
        }
    }

    package func close() async {
        subscribers.finish()
        guard
            isClosed.withLock({ isClosed in
                defer { isClosed = true }
                return !isClosed
            })
        else { return }
        await withCheckedContinuation { continuation in
            store.asyncBarrierWriteWithoutTransaction { _ in continuation.resume() }
        }
        // It throws only when statements are still in use; all accesses have ended here.
        try? store.close()
        lock?.release()
    }

    /// Queues an access with GRDB unless the database is closed, which GRDB answers with a failed assertion.
    private func submit<T>(_ continuation: CheckedContinuation<T, any Error>, _ access: () -> Void) {
        let isOpen = isClosed.withLock { isClosed in
            if !isClosed { access() }
            return !isClosed
        }
        guard !isOpen else { return }
        continuation.resume(
            throwing: DatabaseError(.connection, "use `\(label)`", "the database was closed by this program")
        )
    }

    private func transaction<T>(
        _ database: GRDB.Database,
        _ body: (any Connection) throws -> T,
    ) throws -> T {
        let connection = SQLiteConnection(database, isWriting: true)
        var value: T?
        do {
            // IMMEDIATE: a transaction that reads first and then writes could otherwise find its snapshot outdated.
            try database.inTransaction(.immediate) {
                let result = try body(connection)
                try connection.health.requireIntact()
                value = result
                return .commit
            }
        } catch let error as GRDB.DatabaseError {
            throw DatabaseError(sqlite: error, "write to `\(label)`")
        }
        for channel in connection.notified { subscribers.wake(channel) }
        guard let value else { throw DatabaseError(.other, "write to `\(label)`", "the transaction gave no result") }
        return value
    }

    private func opened(_ result: Result<GRDB.Database, any Error>) throws(DatabaseError) -> GRDB.Database {
        do {
            return try result.get()
        } catch {
            throw DatabaseError(sqlite: error, "read from `\(label)`")
        }
    }

    private func durabilityProblems(of database: GRDB.Database) throws -> [String] {
        guard lock != nil else { return [] }
        var problems: [String] = []
        let journal = try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? ""
        if journal != "wal" { problems.append("journal_mode is `\(journal)` instead of `wal`: open the file again") }
        let level = try Int.fetchOne(database, sql: "PRAGMA synchronous") ?? 0
        if level < 2 { problems.append("synchronous is \(level) instead of 2 (FULL): open the file again") }
        return problems
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA case_sensitive_like = ON") }
        return configuration
    }
}
