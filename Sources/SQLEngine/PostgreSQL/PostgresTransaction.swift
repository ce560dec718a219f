import Crypto
import Foundation

/// Runs a closure as one transaction on a worker's session, again when it lost a conflict.
struct PostgresTransaction {
    private static let maximumAttempts = 30

    private let address: PostgresAddress
    private let isWriting: Bool
    private var locks: Set<String>

    init(_ address: PostgresAddress, isWriting: Bool, locks: Set<String>) {
        self.address = address
        self.isWriting = isWriting
        self.locks = locks
    }

    /// - Parameters:
    ///   - session: The worker's connection; replaced when it is lost.
    ///   - body: What to run. Locks it asks for are taken before it is run again.
    /// - Returns: What `body` returned when it was committed.
    /// - Throws: What `body` threw; `.busy` after 30 lost conflicts; `.connection` when the connection is lost.
    mutating func run<T>(_ session: inout PostgresSession?, _ body: (any Connection) throws -> T) throws -> T {
        var attempts = 0
        while true {
            let current = try begin(&session)
            let connection = PostgresConnection(current, heldLocks: locks, isWriting: isWriting)
            do {
                let value = try body(connection)
                guard connection.wantedLocks.isEmpty else { throw CancellationError() }
                try connection.health.requireIntact()
                try commit(current)
                return value
            } catch {
                abandon(current, &session)
                if !connection.wantedLocks.isEmpty, session != nil {
                    locks.formUnion(connection.wantedLocks)
                    continue
                }
                attempts += 1
                guard let failure = PostgresFailure(causeOf: error), failure.isConflict || failure.isStaleStatement,
                    attempts < PostgresTransaction.maximumAttempts, let session
                else { throw error }
                if failure.isStaleStatement { try? session.forgetStatements() }
                pause(after: attempts)
            }
        }
    }

    /// Begins on the worker's session, or on a new one when there is none or the server ended it since its last use.
    private func begin(_ session: inout PostgresSession?) throws(DatabaseError) -> PostgresSession {
        if let reused = session {
            do throws(PostgresFailure) {
                try begin(reused)
                return reused
            } catch {
                abandon(reused, &session)
                // Nothing was done yet, so nothing is done twice.
                if session != nil { throw DatabaseError(postgres: error, "begin on \(address)") }
            }
        }
        do throws(PostgresFailure) {
            let opened = try PostgresSession(address)
            session = opened
            try begin(opened)
            return opened
        } catch {
            if let opened = session { abandon(opened, &session) }
            throw DatabaseError(postgres: error, "connect to \(address)")
        }
    }

    private func begin(_ session: PostgresSession) throws(PostgresFailure) {
        // In one order everywhere, so that two transactions never wait for each other.
        for key in locks.map(PostgresTransaction.lockKey).sorted() {
            try session.command("SELECT pg_advisory_lock(\(key))")
        }
        try session.command(
            isWriting ? "BEGIN ISOLATION LEVEL SERIALIZABLE" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        )
    }

    private func commit(_ session: PostgresSession) throws(DatabaseError) {
        do throws(PostgresFailure) {
            try session.command(locks.isEmpty ? "COMMIT" : "COMMIT; \(PostgresTransaction.unlock)")
        } catch {
            throw DatabaseError(postgres: error, "commit on \(address)")
        }
    }

    /// Rolls back and frees the locks; a session on which that fails is ended, which does the same in the server.
    private func abandon(_ session: PostgresSession, _ slot: inout PostgresSession?) {
        do throws(PostgresFailure) {
            if session.isLost { throw PostgresFailure(connection: "lost") }
            if session.isInTransaction { try session.command("ROLLBACK") }
            if !locks.isEmpty { try session.command(PostgresTransaction.unlock) }
        } catch {
            slot = nil
        }
    }

    /// Waits a random time that grows with the attempts, at most 64 ms; blocks the worker's thread only.
    private func pause(after attempts: Int) {
        Thread.sleep(forTimeInterval: Double.random(in: 0...1) * 0.001 * Double(1 << min(attempts, 6)))
    }

    private static let unlock = "SELECT pg_advisory_unlock_all()"

    /// PostgreSQL's locks are numbers: the first eight bytes of the name's SHA-256.
    private static func lockKey(_ name: String) -> Int64 {
        SHA256.hash(data: Array("penstock \(name)".utf8)).prefix(8).reduce(0) { $0 << 8 | Int64($1) }
    }
}

extension PostgresFailure {
    /// The server's answer behind an error of ours; nil when there is none.
    fileprivate init?(causeOf error: any Error) {
        var current: (any Error)? = error
        while let wrapped = current as? DatabaseError { current = wrapped.cause }
        guard let failure = current as? PostgresFailure else { return nil }
        self = failure
    }
}
