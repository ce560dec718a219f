import Domain
import MerkleLog
import SQLEngine

/// One pass over a stored log.
struct StoredLogVerification {
    private var checker: LogChecker
    private var given: GivenCheckpoints
    private var stored = StoredCheckpoints()
    private var chain = Digest.emptyTree
    private var tiles = 0
    /// True behind a gap, where nothing can be recomputed any more.
    private var isLost = false

    init(key: NoteVerifier, trusted: [SignedNote]) {
        checker = LogChecker(key: key)
        given = GivenCheckpoints(trusted)
    }

    mutating func run(_ connection: some Connection) throws -> VerificationReport {
        try takeCheckpoints(connection)
        try connection.forEachRow("SELECT * FROM log_entries ORDER BY leaf") { try take($0, connection) }
        if !isLost { try takeHead(connection) }
        try takeUnreached(connection)
        for name in stored.unreadable {
            checker.report(.checkpointInvalid, "\(name) cannot be read")
        }
        return checker.finish()
    }

    private mutating func take(_ row: Row, _ connection: some Connection) throws {
        guard !isLost else { return }
        let index = try row.int("leaf")
        guard index == checker.size else {
            checker.reportMissing(checker.size..<max(index, checker.size + 1), "entry \(index) follows")
            isLost = true
            return
        }
        let (id, bytes) = (try row.text("id"), try row.bytes("bytes"))
        let leaf = Digest.leaf(bytes)
        let recorded = Digest(try row.bytes("chain"))
        let expected = chain.chained(leaf)
        // From the recorded value on, so that one changed entry does not make all later ones look changed.
        chain = recorded ?? expected
        checker.take(leaf: leaf, event: id)
        if recorded == expected {
            try compareColumns(row, index, bytes)
        } else {
            checker.reportChanged(index, id)
        }
        if checker.size.isMultiple(of: Tile.fullWidth) { try takeTiles(connection) }
        try takeCheckpoints(connection)
    }

    /// The columns beside the bytes, by which lists are filtered.
    private mutating func compareColumns(_ row: Row, _ index: Int, _ bytes: [UInt8]) throws {
        guard let event = try? Event(canonicalBytes: bytes) else {
            checker.reportChanged(index, try row.text("id"))
            return
        }
        let subjectKind: String? = try row.get("subject_kind")
        let subject: String? = try row.get("subject_id")
        let columns = [
            ("id", try row.text("id") == event.id.text),
            ("at", try row.int64("at") == event.at.microseconds),
            ("kind", try row.text("kind") == event.kind.rawValue),
            ("actor_id", try row.text("actor_id") == event.actor.id.column),
            ("subject_kind", subjectKind == event.subject?.kind.column),
            ("subject_id", subject == event.subject?.id.column),
        ]
        for (column, isRight) in columns where !isRight {
            let place = "entry \(index)\(LogChecker.named(event.id.text))"
            let message = "column `\(column)` of \(place) says other than the event itself"
            checker.report(.columnChanged, message, at: index, event: event.id.text)
        }
    }

    /// Compares the tiles that the entry just taken has filled with the stored ones.
    private mutating func takeTiles(_ connection: some Connection) throws {
        for tile in checker.takeFullTiles() {
            tiles += 1
            let (level, index) = (tile.coordinate.level, tile.coordinate.index)
            let row = try connection.row(
                "SELECT root, hashes FROM log_tiles WHERE level = \(level) AND tile = \(index)"
            )
            let hashes = try row.flatMap { [Digest](joined: try $0.bytes("hashes")) }
            if level == 0 { checker.take(recorded: hashes ?? tile.hashes) }
            let isRight = try hashes == tile.hashes && row.flatMap { Digest(try $0.bytes("root")) } == tile.root
            if !isRight, checker.isTrue {
                checker.report(
                    .treeChanged,
                    "tile \(index) of level \(level) does not follow from the entries below it"
                )
            }
        }
    }

    private mutating func takeCheckpoints(_ connection: some Connection) throws {
        while let next = try given.next(upTo: checker.size) ?? stored.next(upTo: checker.size, in: connection) {
            checker.take(checkpoint: next.note, next.name)
        }
    }

    /// The checkpoints beyond the last entry: what they were made of is gone.
    private mutating func takeUnreached(_ connection: some Connection) throws {
        while let next = try given.next(upTo: .max) ?? stored.next(upTo: .max, in: connection) {
            if !isLost { checker.take(unreached: next.note, next.name) }
        }
    }

    private mutating func takeHead(_ connection: some Connection) throws {
        let head: LogHead
        do {
            head = try LogHead.load(in: connection)
        } catch let damage as LogDamage {
            checker.report(.treeChanged, damage.description)
            return
        }
        let size = head.frontier.size
        if size > checker.size {
            checker.reportMissing(checker.size..<size, "the head of the log says that there are \(size)")
        } else if size < checker.sealed {
            checker.report(.treeChanged, "the head of the log says that there are \(size) entries, of \(checker.size)")
        } else if size < checker.size {
            checker.reportChanged(size, nil)
        } else if checker.isTrue, head.frontier.root != checker.root || head.chain != chain {
            checker.report(.treeChanged, "the head of the log does not follow from its entries")
        }
        let stored = try connection.scalar("SELECT COUNT(*) AS n FROM log_tiles", as: Int.self) ?? 0
        if stored != tiles, checker.isTrue {
            checker.report(.treeChanged, "there are \(stored) tiles where the entries make \(tiles)")
        }
    }
}

extension Tile {
    /// The hash over all hashes of a full tile; nil when it is not full.
    fileprivate var root: Digest? {
        let level = (coordinate.level + 1) * Tile.height - 1
        guard let left = digest(of: Node(level: level, index: coordinate.index * 2)),
            let right = digest(of: Node(level: level, index: coordinate.index * 2 + 1))
        else { return nil }
        return .node(left, right)
    }
}
