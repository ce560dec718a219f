package import MerkleLog
package import SQLEngine

extension AuditLog {
    /// The proof that the entry at `index` is in the tree of the first `size` entries.
    ///
    /// - Throws: `ProofError.outOfRange` unless `index < size` and `size` is at most the log's; `LogDamage`.
    package static func inclusionProof(
        of index: Int,
        in size: Int,
        _ connection: some Connection,
    ) throws -> InclusionProof {
        guard try size <= self.size(in: connection) else { throw ProofError.outOfRange }
        let plan = try ProofPlan.inclusion(of: index, in: size)
        let hashes = try plan.hashes(from: try LogTiles.set(plan, in: connection))
        return InclusionProof(index: index, size: size, hashes: hashes)
    }

    /// The proof that the tree of the first `size` entries begins with that of the first `old`.
    ///
    /// - Throws: `ProofError.outOfRange` unless `0 < old <= size` and `size` is at most the log's; `LogDamage`.
    package static func consistencyProof(
        from old: Int,
        to size: Int,
        in connection: some Connection,
    ) throws -> ConsistencyProof {
        guard try size <= self.size(in: connection) else { throw ProofError.outOfRange }
        let plan = try ProofPlan.consistency(from: old, to: size)
        let hashes = try plan.hashes(from: try LogTiles.set(plan, in: connection))
        return ConsistencyProof(oldSize: old, newSize: size, hashes: hashes)
    }

    /// A file that proves an entry to be in the log, to be checked by anyone who has the log's public key.
    ///
    /// `extra` of the proof holds the entry's bytes, whose leaf hash the proof is about.
    ///
    /// - Returns: nil when there is no such entry or no checkpoint covers it yet.
    package static func transparencyProof(
        of index: Int,
        in connection: some Connection,
    ) throws -> TransparencyProof? {
        let bytes = try connection.scalar("SELECT bytes FROM log_entries WHERE leaf = \(index)", as: [UInt8].self)
        guard let bytes, let checkpoint = try checkpoint(covering: index, in: connection) else { return nil }
        let proof = try inclusionProof(of: index, in: checkpoint.checkpoint.size, connection)
        return TransparencyProof(
            extra: bytes,
            index: index,
            hashes: proof.hashes,
            checkpoint: Array(checkpoint.note.utf8),
        )
    }
}
