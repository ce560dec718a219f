package import MerkleLog
package import SQLEngine

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A whole log in one file, to be checked without any store: `penstock-log/1`, described in docs/log.md.
package enum LogBundle {
    static let format = "penstock-log/1"

    /// The first line of a file.
    struct Header: Codable {
        let format: String
        let key: String
        let origin: String
        let size: Int
    }

    /// Writes the log up to its newest checkpoint, in constant memory.
    ///
    /// - Parameters:
    ///   - key: The log's public key.
    ///   - connection: A snapshot; nothing is written to it.
    ///   - write: Takes one or more whole lines.
    /// - Returns: The number of entries written.
    /// - Throws: `LogDamage` when there is no checkpoint to end with; `DatabaseError`; what `write` throws.
    @discardableResult
    package static func export(
        key: NoteVerifier,
        from connection: some Connection,
        write: ([UInt8]) throws -> Void,
    ) throws -> Int {
        guard let last = try AuditLog.checkpoint(in: connection) else {
            throw LogDamage("the log has no checkpoint to end the file with")
        }
        let size = last.checkpoint.size
        try write(header(Header(format: format, key: key.description, origin: key.name, size: size)))
        var checkpoints = StoredCheckpoints()
        var leaves: [UInt8] = []
        var index = 0
        try connection.forEachRow("SELECT bytes FROM log_entries WHERE leaf < \(size) ORDER BY leaf") { row in
            let bytes = try row.bytes("bytes")
            try write(bytes + [newline])
            leaves += Digest.leaf(bytes).bytes
            index += 1
            if index.isMultiple(of: Tile.fullWidth) || index == size {
                try write(line("leaves", Data(leaves).base64EncodedString()))
                leaves.removeAll(keepingCapacity: true)
            }
            while let next = try checkpoints.next(upTo: index, in: connection) {
                try write(line("checkpoint", next.note.description))
            }
        }
        return index
    }

    private static func header(_ header: Header) -> [UInt8] {
        var json = CanonicalJSON()
        json.object { json in
            json.member("format", header.format)
            json.member("key", header.key)
            json.member("origin", header.origin)
            json.member("size") { $0.integer(Int64(header.size)) }
        }
        return json.bytes + [newline]
    }

    private static func line(_ name: String, _ value: String) -> [UInt8] {
        var json = CanonicalJSON()
        json.object { $0.member(name, value) }
        return json.bytes + [newline]
    }
}

let newline = UInt8(ascii: "\n")
