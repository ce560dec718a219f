package import Audit
import Domain
import MerkleLog
import SQLEngine

extension ControlPlane {
    /// The newest signed checkpoint, made anew when the log has grown since.
    package func checkpoint(by caller: Caller) async throws -> CheckpointSummary {
        try require(.view, by: caller)
        let (signer, moment) = (keys.log, now())
        let made = try await database.write(locking: [AuditLog.checkpointLock]) { connection in
            try AuditLog.makeCheckpoint(signer: signer, at: moment, in: connection)
        }
        guard let made else { throw Failure(.notFound, "the log is empty") }
        return CheckpointSummary(made)
    }

    /// Recomputes the whole log and compares it with what is stored and signed.
    package func verifyLog(by caller: Caller) async throws -> VerificationReport {
        try require(.verifyLog, by: caller)
        let key = keys.log.verifier
        return try await database.read { try AuditLog.verify(key: key, in: $0) }
    }

    /// Throws unless the caller may export the log.
    package func mayExportLog(by caller: Caller) throws {
        try require(.verifyLog, by: caller)
    }

    /// The log in one file, part by part; ask `mayExportLog` first.
    package func logBundle() -> AsyncThrowingStream<[UInt8], any Error> {
        let (database, keys, moment) = (database, keys, now())
        let (stream, parts) = AsyncThrowingStream<[UInt8], any Error>.makeStream()
        let work = Task {
            do {
                _ = try await database.write(locking: [AuditLog.checkpointLock]) { connection in
                    try AuditLog.makeCheckpoint(signer: keys.log, at: moment, in: connection)
                }
                try await database.read { connection in
                    var part: [UInt8] = []
                    try LogBundle.export(key: keys.log.verifier, from: connection) { line in
                        part += line
                        if part.count >= 65_536 {
                            parts.yield(part)
                            part.removeAll(keepingCapacity: true)
                        }
                    }
                    parts.yield(part)
                }
                parts.finish()
            } catch {
                parts.finish(throwing: error)
            }
        }
        parts.onTermination = { _ in work.cancel() }
        return stream
    }
}

extension CheckpointSummary {
    init(_ stored: StoredCheckpoint) {
        self.init(
            origin: stored.checkpoint.origin,
            size: stored.checkpoint.size,
            root: "\(stored.checkpoint.root)",
            made: stored.made,
            note: stored.note,
        )
    }
}
