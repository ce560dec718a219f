import Audit
import Domain
import MerkleLog
import SQLEngine
import TestSupport
import Testing

struct VerificationTests {
    // Two full tiles, a part of a third, and checkpoints inside and between them.
    private static let sizes = [100, 256, 300, 600]

    private func fill(_ log: some Database, _ key: TestKey, _ events: [Event], signing: Bool = true) async throws {
        var start = 0
        for size in Self.sizes {
            try await log.append(Array(events[start..<size]))
            if signing { try await log.checkpoint(by: key) }
            start = size
        }
    }

    @Test("An untouched log is intact", arguments: TestEngine.available)
    func intact(on engine: TestEngine) async throws {
        try await engine.withLog { log in
            let key = try TestKey()
            #expect(try await log.verify(with: key).isIntact)
            try await fill(log, key, Event.samples(0..<600))
            try await log.append(Event.samples(600..<610))
            let report = try await log.verify(with: key)
            #expect(report.isIntact, "\(report.problems)")
            #expect([report.entries, report.checkpoints, report.sealed] == [610, 4, 600])
        }
    }

    struct Case: Sendable, CustomStringConvertible {
        let name: String
        let kind: LogProblem.Kind
        /// The first entry the report has to name; nil for none.
        let index: Int?
        let statements: [Query]

        init(_ name: String, _ kind: LogProblem.Kind, _ index: Int?, _ statements: Query...) {
            (self.name, self.kind, self.index, self.statements) = (name, kind, index, statements)
        }

        var description: String { name }
    }

    private static let other = Event.sample(7, reason: "forged").canonicalBytes
    private static let zeros = [UInt8](repeating: 0, count: 32)

    private static let cases: [Case] = [
        Case("bytes in a full tile", .entryChanged, 5, "UPDATE log_entries SET bytes = \(other) WHERE leaf = 5"),
        Case("bytes in the tail", .entryChanged, 590, "UPDATE log_entries SET bytes = \(other) WHERE leaf = 590"),
        Case("bytes cut", .entryChanged, 0, "UPDATE log_entries SET bytes = \([UInt8]()) WHERE leaf = 0"),
        Case(
            "two entries changed",
            .entryChanged,
            7,
            "UPDATE log_entries SET bytes = \(other) WHERE leaf IN (\([300, 7]))",
        ),
        Case("id", .columnChanged, 8, "UPDATE log_entries SET id = 'evt_x' WHERE leaf = 8"),
        Case("time", .columnChanged, 8, "UPDATE log_entries SET at = at + 1 WHERE leaf = 8"),
        Case("kind", .columnChanged, 8, "UPDATE log_entries SET kind = 'stopped' WHERE leaf = 8"),
        Case("actor", .columnChanged, 8, "UPDATE log_entries SET actor_id = 'idn_9' WHERE leaf = 8"),
        Case("subject", .columnChanged, 8, "UPDATE log_entries SET subject_id = NULL WHERE leaf = 8"),
        Case("kind of subject", .columnChanged, 8, "UPDATE log_entries SET subject_kind = 'user' WHERE leaf = 8"),
        Case("chain", .treeChanged, 9, "UPDATE log_entries SET chain = \(zeros) WHERE leaf = 9"),
        Case("an entry removed", .entriesMissing, 7, "DELETE FROM log_entries WHERE leaf = 7"),
        Case("the first entry removed", .entriesMissing, 0, "DELETE FROM log_entries WHERE leaf = 0"),
        Case("a stretch removed", .entriesMissing, 90, "DELETE FROM log_entries WHERE leaf >= 90 AND leaf < 400"),
        Case("the last entry removed", .entriesMissing, 599, "DELETE FROM log_entries WHERE leaf = 599"),
        Case("all entries removed", .entriesMissing, 0, "DELETE FROM log_entries"),
        Case(
            "an entry removed and those behind moved up",
            .entryChanged,
            7,
            "DELETE FROM log_entries WHERE leaf = 7",
            "UPDATE log_entries SET leaf = -leaf WHERE leaf > 7",
            "UPDATE log_entries SET leaf = -leaf - 1 WHERE leaf < 0",
        ),
        Case(
            "two entries swapped",
            .entryChanged,
            10,
            "UPDATE log_entries SET leaf = -1 WHERE leaf = 10",
            "UPDATE log_entries SET leaf = 10 WHERE leaf = 550",
            "UPDATE log_entries SET leaf = 550 WHERE leaf = -1",
        ),
        Case(
            "an entry put in at the end",
            .entryChanged,
            600,
            """
            INSERT INTO log_entries (leaf, id, at, kind, actor_id, subject_kind, subject_id, bytes, chain)
            SELECT 600, id, at, kind, actor_id, subject_kind, subject_id, bytes, chain FROM log_entries WHERE leaf = 3
            """,
        ),
        Case("an entry before the first", .entriesMissing, 0, "UPDATE log_entries SET leaf = -1 WHERE leaf = 0"),
        Case("hashes of a tile", .treeChanged, 256, "UPDATE log_tiles SET hashes = \(zeros) WHERE tile = 1"),
        Case("root of a tile", .treeChanged, nil, "UPDATE log_tiles SET root = \(zeros) WHERE tile = 1"),
        Case("a tile removed", .treeChanged, nil, "DELETE FROM log_tiles WHERE tile = 0"),
        Case(
            "a tile put in",
            .treeChanged,
            nil,
            "INSERT INTO log_tiles (level, tile, root, hashes) VALUES (1, 0, \(zeros), \(zeros))",
        ),
        Case("frontier", .treeChanged, nil, "UPDATE log_head SET frontier = \(zeros + zeros + zeros + zeros)"),
        Case("a frontier that fits no size", .treeChanged, nil, "UPDATE log_head SET frontier = \(zeros)"),
        Case("chain of the head", .treeChanged, nil, "UPDATE log_head SET chain = \(zeros)"),
        Case("head removed", .treeChanged, nil, "DELETE FROM log_head"),
        Case(
            "a checkpoint's size",
            .checkpointInvalid,
            nil,
            "UPDATE log_checkpoints SET size = 299 WHERE size = 300",
        ),
        Case(
            "a checkpoint put beyond the end",
            .checkpointInvalid,
            nil,
            "UPDATE log_checkpoints SET size = 9000 WHERE size = 300",
        ),
        Case(
            "a checkpoint's text",
            .checkpointInvalid,
            nil,
            "UPDATE log_checkpoints SET note = REPLACE(note, '300', '301') WHERE size = 300",
        ),
        Case("a checkpoint no more", .checkpointInvalid, nil, "UPDATE log_checkpoints SET note = 'x' WHERE size = 300"),
    ]

    @Test("What was changed in the store is named", arguments: TestEngine.available.filter { $0 != .sqliteFile })
    func tampering(on engine: TestEngine) async throws {
        for tampering in Self.cases {
            try await engine.withLog { log in
                let key = try TestKey()
                let events = Event.samples(0..<600)
                try await fill(log, key, events)
                try await log.write { for statement in tampering.statements { try $0.execute(statement) } }
                let report = try await log.verify(with: key)
                let first = try #require(report.first, "\(tampering)")
                #expect(first.kind == tampering.kind, "\(tampering): \(report.problems)")
                #expect(first.index == tampering.index, "\(tampering): \(report.problems)")
                if let index = tampering.index, [.entryChanged, .columnChanged].contains(tampering.kind), index < 600 {
                    let moved = ["an entry removed and those behind moved up": 8, "two entries swapped": 550]
                    let named = events[moved[tampering.name] ?? index].id.text
                    #expect(first.event == named, "\(tampering)")
                }
            }
        }
    }

    @Test("A history rewritten with all that hangs on it contradicts its checkpoints", arguments: TestEngine.available)
    func rewritten(on engine: TestEngine) async throws {
        try await engine.withLog { log in
            let key = try TestKey()
            let events = Event.samples(0..<600)
            var notes: [(Int, String)] = []
            try await TestEngine.sqliteInMemory.withLog { original in
                try await fill(original, key, events)
                notes = try await original.read { connection in
                    try connection.rows("SELECT size, note FROM log_checkpoints").map {
                        (try $0.int("size"), try $0.text("note"))
                    }
                }
            }
            var forged = events
            forged[150] = .sample(150, reason: "forged")
            try await fill(log, key, forged, signing: false)
            let stolen = notes
            try await log.write { connection in
                try connection.batch(stolen) {
                    "INSERT INTO log_checkpoints (size, at, note) VALUES (\($0.0), 0, \($0.1))"
                }
            }
            let report = try await log.verify(with: key)
            #expect(report.first?.kind == .stretchChanged)
            #expect(report.first?.index == 100)
            #expect(report.sealed == 100)
        }
    }

    @Test("A tail cut off with its head is missed by its checkpoint", arguments: TestEngine.available)
    func cutTail(on engine: TestEngine) async throws {
        try await engine.withLog { log in
            let key = try TestKey()
            let events = Event.samples(0..<300)
            try await log.append(Array(events[..<200]))
            let head = try #require(try await log.read { try $0.row("SELECT * FROM log_head") })
            try await log.append(Array(events[200...]))
            let kept = try SignedNote(try #require(try await log.checkpoint(by: key)).note.utf8)
            try await log.tamper(
                "DELETE FROM log_entries WHERE leaf >= 200",
                "DELETE FROM log_tiles",
                "UPDATE log_head SET size = 200, frontier = \(head.bytes("frontier")), chain = \(head.bytes("chain"))",
            )
            let report = try await log.verify(with: key)
            #expect(report.first?.kind == .entriesMissing)
            #expect(report.first?.index == 200)
            // Without its checkpoint nothing in the store tells of it; a checkpoint kept elsewhere does.
            try await log.tamper("DELETE FROM log_checkpoints")
            #expect(try await log.verify(with: key).isIntact)
            let judged = try await log.verify(with: key, trusted: [kept])
            #expect(judged.first?.kind == .entriesMissing)
            #expect(judged.first?.index == 200)
        }
    }

    @Test("A log signed by another key is not believed")
    func otherKey() async throws {
        try await TestEngine.sqliteInMemory.withLog { log in
            try await fill(log, try TestKey(), Event.samples(0..<600))
            let report = try await log.verify(with: try TestKey())
            #expect(report.first?.kind == .checkpointInvalid)
            #expect(report.sealed == 0)
        }
    }
}
