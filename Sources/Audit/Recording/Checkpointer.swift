package import Domain
import MerkleLog
package import SQLEngine

/// Makes a checkpoint whenever the log has grown, at most one in each interval, all nodes together.
package struct Checkpointer: Sendable {
    private let database: any Database
    private let signer: LogSigner
    private let interval: Duration
    private let now: @Sendable () -> Instant
    private let failed: @Sendable (any Error) -> Void

    /// Takes `now` for the time of day beside a checkpoint, and tells `failed` when one could not be made; it is tried
    /// again after the interval.
    package init(
        database: any Database,
        signer: LogSigner,
        interval: Duration = .seconds(1),
        now: @escaping @Sendable () -> Instant,
        failed: @escaping @Sendable (any Error) -> Void,
    ) {
        self.database = database
        self.signer = signer
        self.interval = interval
        self.now = now
        self.failed = failed
    }

    /// Runs until its task is cancelled, then makes a last checkpoint.
    package func run(on clock: some Clock<Duration> = ContinuousClock()) async {
        while !Task.isCancelled {
            await make(unlessYoungerThan: interval)
            // Sooner than the interval, or a checkpoint a moment too young would delay the next by a whole one.
            try? await clock.sleep(for: interval / 4)
        }
        await make(unlessYoungerThan: .zero)
    }

    /// Makes one now.
    ///
    /// - Returns: The newest checkpoint; nil for an empty log.
    /// - Throws: As `AuditLog.makeCheckpoint`.
    @discardableResult
    package func makeNow() async throws -> StoredCheckpoint? { try await write(.zero) }

    private func make(unlessYoungerThan interval: Duration) async {
        do {
            _ = try await write(interval)
        } catch {
            failed(error)
        }
    }

    private func write(_ interval: Duration) async throws -> StoredCheckpoint? {
        let (signer, time) = (signer, now())
        // Most of the time nothing was appended, which a reader finds out without the writer.
        let last = try await database.read { connection in
            (checkpoint: try AuditLog.checkpoint(in: connection), size: try AuditLog.size(in: connection))
        }
        if last.size == 0 || last.checkpoint?.checkpoint.size == last.size { return last.checkpoint }
        return try await database.write(locking: [AuditLog.checkpointLock]) { connection in
            try AuditLog.makeCheckpoint(signer: signer, at: time, unlessYoungerThan: interval, in: connection)
        }
    }
}
