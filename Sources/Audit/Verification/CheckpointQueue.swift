import MerkleLog
import SQLEngine

/// A checkpoint that a log is verified against.
struct ExpectedCheckpoint {
    let size: Int
    /// What to call it in a problem.
    let name: String
    let note: SignedNote
}

/// The checkpoints from outside that a log has to continue, by size.
struct GivenCheckpoints {
    // By falling size: the next one is the last.
    private var rest: [ExpectedCheckpoint]

    init(_ notes: [SignedNote]) {
        rest = notes.map { note in
            let size = (try? Checkpoint(text: note.text))?.size ?? 0
            return ExpectedCheckpoint(size: size, name: "the given checkpoint of \(size) entries", note: note)
        }
        rest.sort { $0.size > $1.size }
    }

    /// Takes the next one of at most `size` entries out; nil when there is none.
    mutating func next(upTo size: Int) -> ExpectedCheckpoint? {
        guard let next = rest.last, next.size <= size else { return nil }
        return rest.removeLast()
    }
}

/// The checkpoints of a store by size, read ahead a few at a time.
struct StoredCheckpoints {
    /// Names of those that are no signed notes.
    private(set) var unreadable: [String] = []

    private var ahead: ArraySlice<ExpectedCheckpoint> = []
    private var read = -1
    private var isAtEnd = false

    /// Takes the next one of at most `size` entries out; nil when there is none.
    mutating func next(upTo size: Int, in connection: some Connection) throws -> ExpectedCheckpoint? {
        while ahead.isEmpty, !isAtEnd { try readAhead(connection) }
        guard let next = ahead.first, next.size <= size else { return nil }
        return ahead.removeFirst()
    }

    private mutating func readAhead(_ connection: some Connection) throws {
        let rows = try connection.rows(
            "SELECT size, note FROM log_checkpoints WHERE size > \(read) ORDER BY size LIMIT 500"
        )
        isAtEnd = rows.count < 500
        for row in rows {
            let size = try row.int("size")
            let name = "the checkpoint of \(size) entries"
            read = size
            if let note = try? SignedNote(try row.text("note").utf8) {
                ahead.append(ExpectedCheckpoint(size: size, name: name, note: note))
            } else {
                unreadable.append(name)
            }
        }
    }
}
