import Audit
import Domain
import MerkleLog
import SQLEngine
import TestSupport
import Testing

struct AuditLogTests {
    @Test("Appended events stand in their order, from zero on", arguments: TestEngine.available)
    func append(on engine: TestEngine) async throws {
        try await engine.withLog { log in
            let events = Event.samples(0..<5)
            let positions = try await log.write { connection in
                try AuditLog.append(Array(events[..<2]), in: connection)
                    + AuditLog.append([], in: connection)
                    + AuditLog.append(Array(events[2...]), in: connection)
            }
            #expect(positions == events.indices.map { LogPosition(index: $0, event: events[$0].id) })
            #expect(try await log.read { try AuditLog.size(in: $0) } == 5)
            #expect(try await log.read { try AuditLog.entry(at: 3, in: $0) }?.event == events[3])
            #expect(try await log.read { try AuditLog.entry(at: 5, in: $0) } == nil)
        }
    }

    @Test("A transaction that is rolled back leaves no entry", arguments: TestEngine.available)
    func rollback(on engine: TestEngine) async throws {
        struct Refusal: Error {}
        try await engine.withLog { log in
            let key = try TestKey()
            try await log.append(Event.samples(0..<3))
            await #expect(throws: Refusal.self) {
                try await log.write { connection in
                    try AuditLog.append(Event.samples(3..<300), in: connection)
                    throw Refusal()
                }
            }
            try await log.write { connection in
                try? connection.savepoint {
                    try AuditLog.append(Event.samples(3..<4), in: connection)
                    throw Refusal()
                }
                try AuditLog.append(Event.samples(4..<5), in: connection)
            }
            let report = try await log.verify(with: key)
            #expect(report.isIntact, "\(report.problems)")
            #expect(report.entries == 4)
        }
    }

    @Test("Eight writers at once make one log without gaps", arguments: TestEngine.available)
    func writers(on engine: TestEngine) async throws {
        try await engine.withLog { log in
            let indices = try await withThrowingTaskGroup(of: [Int].self) { group in
                for writer in 0..<8 {
                    group.addTask {
                        var indices: [Int] = []
                        for round in 0..<15 {
                            let events = (0..<3).map { Event.sample(writer * 1_000 + round * 10 + $0) }
                            // Half of them do not name the lock beforehand.
                            let locks = writer.isMultiple(of: 2) ? [AuditLog.lock] : []
                            indices += try await log.write(locking: locks) {
                                try AuditLog.append(events, in: $0).map(\.index)
                            }
                        }
                        return indices
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(indices.sorted() == Array(0..<360))
            let report = try await log.verify(with: try TestKey())
            #expect(report.isIntact, "\(report.problems)")
        }
    }

    @Test("Each filter takes those it names, newest first", arguments: TestEngine.available)
    func filters(on engine: TestEngine) async throws {
        try await engine.withLog { log in
            try await log.append(Event.samples(0..<10))
            let cases: [(String, (inout EventFilter) -> Void, [Int])] = [
                ("all", { _ in }, Array((0..<10).reversed())),
                ("kinds", { $0.kinds = [.tokenIssued] }, [9, 7, 5, 3, 1]),
                ("actor", { $0.actor = "idn_2" }, [7, 2]),
                (
                    "subject",
                    {
                        $0.subject = "crm"
                        $0.actor = "idn_0"
                    }, [5, 0]
                ),
                ("another subject", { $0.subject = "erp" }, []),
                ("kind of subject", { $0.subjectKind = "identity" }, []),
                ("from", { $0.from = .start + .seconds(8) }, [9, 8]),
                ("until", { $0.until = .start + .seconds(2) }, [1, 0]),
            ]
            for (name, change, expected) in cases {
                var filter = EventFilter()
                change(&filter)
                let wanted = filter
                let page = try await log.read { try AuditLog.entries(wanted, in: $0) }
                #expect(page.items.map(\.index) == expected, "\(name)")
                #expect(page.total == expected.count, "\(name)")
            }
            let recent = try await log.read { try AuditLog.recent(about: "idn_3", limit: 5, in: $0) }
            #expect(recent.map(\.index) == [8, 3])
            let latest = try await log.read { try AuditLog.recent(about: "crm", limit: 3, in: $0) }
            #expect(latest.map(\.index) == [9, 8, 7])
        }
    }

    @Test("Pages go on where the last ended, whatever is appended meanwhile", arguments: TestEngine.available)
    func pages(on engine: TestEngine) async throws {
        try await engine.withLog { log in
            try await log.append(Event.samples(0..<5))
            let first = try await log.read { try AuditLog.entries(page: PageRequest(limit: 3), in: $0) }
            try await log.append(Event.samples(5..<6))
            let second = try await log.read { [first] in
                try AuditLog.entries(page: PageRequest(limit: 3, cursor: first.next), in: $0)
            }
            #expect(first.items.map(\.index) == [4, 3, 2])
            #expect(second.items.map(\.index) == [1, 0])
            #expect(second.next == nil)
            await #expect(throws: DatabaseError.self) {
                try await log.read { try AuditLog.entries(page: PageRequest(cursor: "x"), in: $0) }
            }
        }
    }

    @Test("Every entry is proved against every checkpoint that covers it", arguments: TestEngine.available)
    func proofs(on engine: TestEngine) async throws {
        try await engine.withLog { log in
            let key = try TestKey()
            var roots: [(size: Int, root: Digest)] = []
            var events: [Event] = []
            for size in [1, 2, 255, 256, 257, 520, 700] {
                let more = Event.samples(events.count..<size)
                events += more
                try await log.append(more)
                let checkpoint = try #require(try await log.checkpoint(by: key)?.checkpoint)
                roots.append((size, checkpoint.root))
            }
            let (all, made) = (events, roots)
            try await log.read { connection in
                for (size, root) in made {
                    for index in [0, 1, 128, 254, 255, 256, 300, 511, 512, 519, 699] where index < size {
                        let proof = try AuditLog.inclusionProof(of: index, in: size, connection)
                        try proof.verify(leaf: .leaf(all[index].canonicalBytes), root: root)
                    }
                    for (old, oldRoot) in made where old <= size {
                        let proof = try AuditLog.consistencyProof(from: old, to: size, in: connection)
                        try proof.verify(old: oldRoot, new: root)
                    }
                }
                #expect(throws: ProofError.outOfRange) {
                    try AuditLog.inclusionProof(of: 700, in: 701, connection)
                }
            }
        }
    }

    @Test("A proof file holds for whoever has the public key and nothing else", arguments: TestEngine.available)
    func transparencyProof(on engine: TestEngine) async throws {
        try await engine.withLog { log in
            let key = try TestKey()
            let events = Event.samples(0..<300)
            try await log.append(events)
            #expect(try await log.read { try AuditLog.transparencyProof(of: 7, in: $0) } == nil)
            try await log.checkpoint(by: key)
            try await log.append(Event.samples(300..<310))
            let made = try await log.read { try AuditLog.transparencyProof(of: 7, in: $0) }
            let file = try #require(made).bytes
            let proof = try TransparencyProof(file)
            #expect(proof.extra == events[7].canonicalBytes)
            try proof.verify(leaf: .leaf(events[7].canonicalBytes), key: key.verifier)
            #expect(throws: NoteError.self) {
                try proof.verify(leaf: .leaf(events[8].canonicalBytes), key: key.verifier)
            }
        }
    }

    @Test("A tree of three levels of tiles proves its entries")
    func manyEntries() async throws {
        try await TestEngine.sqliteInMemory.withLog { log in
            let size = 65_536 + 300
            for start in stride(from: 0, to: size, by: 10_000) {
                try await log.append(Event.samples(start..<min(start + 10_000, size)))
            }
            try await log.read { connection in
                let head = try #require(try connection.row("SELECT frontier FROM log_head"))
                let tiles = try connection.rows("SELECT level, tile FROM log_tiles WHERE level > 0")
                #expect(tiles.count == 1)
                // 65,836 has six bits set, so the right edge has six hashes.
                #expect(try head.bytes("frontier").count == size.nonzeroBitCount * Digest.sizeInBytes)
                let leaf = try #require(try connection.row("SELECT bytes FROM log_entries WHERE leaf = 40000"))
                let proof = try AuditLog.inclusionProof(of: 40_000, in: size, connection)
                let root = try proof.root(from: .leaf(try leaf.bytes("bytes")))
                let last = try #require(try connection.row("SELECT bytes FROM log_entries WHERE leaf = \(size - 1)"))
                let other = try AuditLog.inclusionProof(of: size - 1, in: size, connection)
                try other.verify(leaf: .leaf(try last.bytes("bytes")), root: root)
            }
        }
    }
}
