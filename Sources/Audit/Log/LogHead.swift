import MerkleLog
import SQLEngine

/// The state that the next append continues from: the tree's right edge and the running hash over all leaves.
struct LogHead {
    var frontier = Frontier()
    /// The hash of the last entry's chain, see `Digest.chained(_:)`.
    var chain = Digest.emptyTree

    /// The state as stored; that of an empty log when nothing was appended yet.
    ///
    /// - Throws: `LogDamage` when the row makes no sense.
    static func load(in connection: some Connection) throws -> LogHead {
        guard let row = try connection.row("SELECT size, frontier, chain FROM log_head") else { return LogHead() }
        let hashes = [Digest](joined: try row.bytes("frontier"))
        guard let hashes, let frontier = Frontier(size: try row.int("size"), hashes: hashes),
            let chain = Digest(try row.bytes("chain"))
        else { throw LogDamage("the head of the log does not fit its size") }
        return LogHead(frontier: frontier, chain: chain)
    }

    func save(in connection: some Connection) throws {
        try connection.execute(
            """
            INSERT INTO log_head (one, size, frontier, chain)
            VALUES (1, \(frontier.size), \(frontier.hashes.flatMap(\.bytes)), \(chain.bytes))
            ON CONFLICT (one) DO UPDATE SET size = excluded.size, frontier = excluded.frontier, chain = excluded.chain
            """
        )
    }
}

extension Digest {
    /// The running hash after one more leaf.
    ///
    /// It names the very entry at which a stored log departs from what was appended, where the tree alone could only
    /// name a stretch between two checkpoints. It is no evidence of its own: that is the tree's.
    func chained(_ leaf: Digest) -> Digest { .node(self, leaf) }
}

extension [Digest] {
    /// Reads digests that stand one after another; nil when the last is broken.
    init?(joined bytes: [UInt8]) {
        guard bytes.count.isMultiple(of: Digest.sizeInBytes) else { return nil }
        self = stride(from: 0, to: bytes.count, by: Digest.sizeInBytes).compactMap { start in
            Digest(bytes[start..<start + Digest.sizeInBytes])
        }
    }
}

/// What is stored of the log contradicts itself; `penstock log verify` says where.
package struct LogDamage: Error, Hashable, CustomStringConvertible {
    private let what: String

    init(_ what: String) {
        self.what = what
    }

    package var description: String { "\(what): run `penstock log verify`, then restore the store from a backup" }
}
