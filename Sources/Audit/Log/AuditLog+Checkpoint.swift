package import Domain
package import MerkleLog
package import SQLEngine

/// A signed statement of the log's size and root, as it was made.
package struct StoredCheckpoint: Sendable, Hashable {
    package let checkpoint: Checkpoint
    package let made: Instant
    /// The signed note, whole.
    package let note: String
}

extension AuditLog {
    /// Name of the lock under which checkpoints are made; appends need not wait for it.
    package static let checkpointLock = "penstock_checkpoint"

    /// Signs the log as it is now, unless the last checkpoint says the same or is younger than `interval`.
    ///
    /// Call it in a transaction of its own. Before it signs it checks that the tree is a continuation of the last
    /// checkpoint, so that no signature is given to a history that was rewritten.
    ///
    /// - Returns: The new checkpoint, or the last one when none was made; nil for an empty log.
    /// - Throws: `LogDamage` when the log does not continue its last checkpoint; what the signer throws.
    @discardableResult
    package static func makeCheckpoint(
        signer: LogSigner,
        at now: Instant,
        unlessYoungerThan interval: Duration = .zero,
        in connection: some Connection,
    ) throws -> StoredCheckpoint? {
        try connection.advisoryLock(checkpointLock)
        let last = try checkpoint(in: connection)
        let head = try LogHead.load(in: connection)
        guard head.frontier.size > 0 else { return nil }
        if let last {
            if last.checkpoint.size == head.frontier.size, last.checkpoint.root == head.frontier.root { return last }
            if last.made <= now, now - last.made < interval { return last }
            try requireContinuation(of: last.checkpoint, in: head, connection)
        }
        let checkpoint = try Checkpoint(
            origin: signer.verifier.name,
            size: head.frontier.size,
            root: head.frontier.root,
        )
        let note = try SignedNote(text: checkpoint.text, signatures: [try signer.sign(checkpoint.text)]).description
        try connection.execute(
            "INSERT INTO log_checkpoints (size, at, note) VALUES (\(checkpoint.size), \(now.microseconds), \(note))"
        )
        return StoredCheckpoint(checkpoint: checkpoint, made: now, note: note)
    }

    /// The newest checkpoint, its signature not checked; nil before the first.
    package static func checkpoint(in connection: some Connection) throws -> StoredCheckpoint? {
        try connection.row("SELECT size, at, note FROM log_checkpoints ORDER BY size DESC LIMIT 1").map(decode)
    }

    /// The oldest checkpoint that covers the entry at `index`; nil when none does yet.
    package static func checkpoint(covering index: Int, in connection: some Connection) throws -> StoredCheckpoint? {
        try connection.row(
            "SELECT size, at, note FROM log_checkpoints WHERE size > \(index) ORDER BY size LIMIT 1"
        ).map(decode)
    }

    private static func requireContinuation(
        of last: Checkpoint,
        in head: LogHead,
        _ connection: some Connection,
    ) throws {
        guard last.size <= head.frontier.size else {
            throw LogDamage("the log has \(head.frontier.size) entries, its last checkpoint \(last.size)")
        }
        do {
            let proof = try consistencyProof(from: last.size, to: head.frontier.size, in: connection)
            try proof.verify(old: last.root, new: head.frontier.root)
        } catch is ProofError {
            throw LogDamage("the log does not continue its checkpoint of \(last.size) entries")
        }
    }

    private static func decode(_ row: Row) throws -> StoredCheckpoint {
        let note = try row.text("note")
        do {
            return StoredCheckpoint(
                checkpoint: try Checkpoint(text: try SignedNote(note.utf8).text),
                made: Instant(microseconds: try row.int64("at")),
                note: note,
            )
        } catch let error as NoteError {
            throw LogDamage("the checkpoint of \(try row.int("size")) entries cannot be read (\(error))")
        }
    }
}
