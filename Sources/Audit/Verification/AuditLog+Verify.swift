package import MerkleLog
package import SQLEngine

extension AuditLog {
    /// Checks the whole log: every entry, tile and checkpoint and the head, in constant memory.
    ///
    /// Found are a changed byte, an entry removed, swapped or put in, a tail cut below a checkpoint, and checkpoints
    /// or tiles that do not follow from the entries; the report names the first entry concerned. What nobody can find
    /// in the store alone is a tail cut together with all its checkpoints: for that give a checkpoint kept elsewhere.
    ///
    /// - Parameters:
    ///   - key: The log's public key.
    ///   - trusted: Signed checkpoints from outside the store that the log has to continue.
    ///   - connection: A snapshot; nothing is written.
    /// - Returns: What was found; problems are no errors.
    /// - Throws: `DatabaseError`.
    package static func verify(
        key: NoteVerifier,
        trusted: [SignedNote] = [],
        in connection: some Connection,
    ) throws -> VerificationReport {
        var verification = StoredLogVerification(key: key, trusted: trusted)
        return try verification.run(connection)
    }
}
