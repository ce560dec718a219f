package import Domain
import MerkleLog
package import SQLEngine

/// The append-only log of events, kept as a Merkle tree in the caller's own transactions.
///
/// An event is in the log exactly when the change that it tells of is in the store, since both commit together.
///
/// ```swift
/// try await database.write(locking: [AuditLog.lock]) { connection in
///     try GrantTable.insert(grant, in: connection)
///     try AuditLog.append([event], in: connection)
/// }
/// ```
///
/// Appends of all processes run one after another, because each continues the tree of the one before: on PostgreSQL
/// `append` takes the lock named `lock`, which is held until the commit. A transaction that names it in
/// `write(locking:)` takes it before its snapshot; one that does not is run again from the start the first time. Do
/// reading and computing that needs no transaction before `write`, so that the lock is held for statements only.
package enum AuditLog {
    /// Name of the lock under which entries are appended.
    package static let lock = "penstock_log"

    /// Appends events in their order.
    ///
    /// - Returns: Where each was put. None of it holds before the transaction commits.
    /// - Throws: `DatabaseError`; `LogDamage` when the stored head of the log makes no sense.
    @discardableResult
    package static func append(_ events: [Event], in connection: some Connection) throws -> [LogPosition] {
        guard !events.isEmpty else { return [] }
        try connection.advisoryLock(lock)
        var head = try LogHead.load(in: connection)
        let first = head.frontier.size
        var leaves: [Digest] = []
        var completed: [(node: Node, hash: Digest)] = []
        var positions: [LogPosition] = []
        var insertions: [Query] = []
        for event in events {
            let bytes = event.canonicalBytes
            let leaf = Digest.leaf(bytes)
            let index = head.frontier.size
            leaves.append(leaf)
            head.chain = head.chain.chained(leaf)
            head.frontier.append(leaf) { node, hash in
                if node.level > 0, node.level.isMultiple(of: Tile.height) { completed.append((node, hash)) }
            }
            positions.append(LogPosition(index: index, event: event.id))
            insertions.append(insertion(of: event, bytes, at: index, chain: head.chain))
        }
        try connection.batch(insertions)
        try LogTiles.store(completed, leaves: leaves, from: first, in: connection)
        try head.save(in: connection)
        return positions
    }

    /// Number of entries.
    package static func size(in connection: some Connection) throws -> Int {
        try connection.scalar("SELECT size FROM log_head") ?? 0
    }

    private static func insertion(of event: Event, _ bytes: [UInt8], at index: Int, chain: Digest) -> Query {
        """
        INSERT INTO log_entries (leaf, id, at, kind, actor_id, subject_kind, subject_id, bytes, chain)
        VALUES (\(index), \(event.id.text), \(event.at.microseconds), \(event.kind.rawValue),
            \(event.actor.id.column), \(event.subject?.kind.column), \(event.subject?.id.column), \(bytes),
            \(chain.bytes))
        """
    }
}

extension String {
    /// The text as a column can hold it: with U+FFFD in place of NUL, which PostgreSQL refuses.
    var column: String {
        guard utf8.contains(0) else { return self }
        var text = ""
        text.unicodeScalars.append(contentsOf: unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 })
        return text
    }
}
