/// A PostgreSQL database, reached through a pool of connections on threads of their own.
///
/// `read` runs REPEATABLE READ, READ ONLY: one snapshot, as on SQLite. `write` runs SERIALIZABLE, so that code which is
/// right with SQLite's single writer is right here; what loses a conflict is run again. Needs a direct connection or
/// a proxy in session mode, because of prepared statements, LISTEN and locks.
package final class PostgresDatabase: Database {
    package let engine = Engine.postgresql
    package let address: PostgresAddress

    // Apart, so that writers that wait for a lock never keep readers waiting.
    private let readers: PostgresWorkers
    private let writers: PostgresWorkers
    private let listener: PostgresListener

    /// Connects at the first use.
    ///
    /// - Parameters:
    ///   - address: Where the database is.
    ///   - maximumConnections: At least 2: half of them for reading, half for writing. Listening takes one more.
    package init(_ address: PostgresAddress, maximumConnections: Int = 8) {
        self.address = address
        readers = PostgresWorkers(maximumThreads: maximumConnections / 2)
        writers = PostgresWorkers(maximumThreads: maximumConnections - maximumConnections / 2)
        listener = PostgresListener(address)
    }

    package func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await run(on: readers) { [address] session in
            var transaction = PostgresTransaction(address, isWriting: false, locks: [])
            return try transaction.run(&session, body)
        }
    }

    @discardableResult
    package func write<T: Sendable>(
        locking names: [String],
        _ body: @escaping @Sendable (any Connection) throws -> T,
    ) async throws -> T {
        try await run(on: writers) { [address] session in
            var transaction = PostgresTransaction(address, isWriting: true, locks: Set(names))
            return try transaction.run(&session, body)
        }
    }

    /// Runs one statement outside of a transaction, as CREATE DATABASE and VACUUM require.
    package func executeAlone(_ query: Query) async throws {
        try await run(on: writers) { [address] session in
            do {
                try query.validate()
                let opened = try session.flatMap { $0.isLost ? nil : $0 } ?? PostgresSession(address)
                session = opened
                _ = try opened.runOnce(query.text, query.parameters).changedRows
            } catch let failure as PostgresFailure {
                throw DatabaseError(postgres: failure, query.attempt)
            }
        }
    }

    package func listen(_ channel: Identifier) -> AsyncStream<Void> { listener.listen(channel) }

    package func durabilityProblems() async throws -> [String] {
        try await read { connection in
            try ["fsync", "full_page_writes", "synchronous_commit"].compactMap { setting in
                let value = try connection.scalar("SELECT current_setting(\(setting)) AS value", as: String.self)
                guard value == "off" else { return nil }
                return
                    "\(setting) is off: set it to on in postgresql.conf, or for the role or database that turns it off"
            }
        }
    }

    package func close() async {
        listener.close()
        await readers.close()
        await writers.close()
    }

    private func run<T: Sendable>(
        on workers: PostgresWorkers,
        _ job: @escaping @Sendable (inout PostgresSession?) throws -> T,
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            let isQueued = workers.submit { session in
                continuation.resume(with: Result { try job(&session) })
            }
            if !isQueued {
                continuation.resume(
                    throwing: DatabaseError(.connection, "use \(address)", "the database was closed by this program")
                )
            }
        }
    }
}
