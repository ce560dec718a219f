import Audit
import Domain
import MerkleLog
import SQLEngine

/// Proofs that anyone can check offline who has the log's public key or an old checkpoint.
extension ControlPlane {
    /// The file that proves an entry to be in the log, with the entry's bytes and a signed checkpoint.
    ///
    /// - Parameters:
    ///   - index: Zero-based place of the entry.
    ///   - caller: Who asks.
    /// - Returns: A proof as C2SP tlog-proof writes it.
    /// - Throws: `Failure.notFound` when there is no such entry.
    package func entryProof(of index: Int, by caller: Caller) async throws -> [UInt8] {
        try require(.view, by: caller)
        let (signer, moment) = (keys.log, now())
        _ = try await database.write(locking: [AuditLog.checkpointLock]) { connection in
            try AuditLog.makeCheckpoint(signer: signer, at: moment, in: connection)
        }
        let proof = try await database.read { try AuditLog.transparencyProof(of: index, in: $0) }
        guard let proof else {
            throw Failure(.notFound, "the log has no entry \(index)", remedy: "entries are counted from 0")
        }
        return proof.bytes
    }

    /// The hashes, in Base64, that prove that the log of `new` entries begins with that of `old`.
    ///
    /// - Parameters:
    ///   - old: At least 1.
    ///   - new: At most the number of entries.
    ///   - caller: Who asks.
    /// - Returns: The hashes, from the older tree's end upwards.
    /// - Throws: `Failure.invalid` for sizes that the log does not have.
    ///
    /// Source: RFC 9162, section 2.1.4.
    package func growthProof(from old: Int, to new: Int, by caller: Caller) async throws -> [String] {
        try require(.view, by: caller)
        do {
            return try await database.read { connection in
                try AuditLog.consistencyProof(from: old, to: new, in: connection).hashes.map(\.description)
            }
        } catch ProofError.outOfRange {
            throw Failure(
                .invalid,
                "the log never had \(old) and then \(new) entries",
                remedy: "take both sizes from checkpoints of this log, the older first",
            )
        }
    }
}
