import Audit
import Domain
import MerkleLog
import SQLEngine
import TestSupport
import Testing

struct CheckpointTests {
    @Test(
        "A checkpoint is made when the log has grown, and at most one in an interval",
        arguments: TestEngine.available
    )
    func interval(on engine: TestEngine) async throws {
        try await engine.withLog { log in
            let signer = try TestKey().signer
            func make(at second: Int64) async throws -> Int? {
                try await log.write { connection in
                    try AuditLog.makeCheckpoint(
                        signer: signer,
                        at: .start + .seconds(second),
                        unlessYoungerThan: .seconds(10),
                        in: connection,
                    )?.checkpoint.size
                }
            }
            #expect(try await make(at: 0) == nil)
            try await log.append(Event.samples(0..<3))
            #expect(try await make(at: 0) == 3)
            #expect(try await make(at: 100) == 3)
            try await log.append(Event.samples(3..<4))
            #expect(try await make(at: 9) == 3)
            #expect(try await make(at: 10) == 4)
            #expect(try await log.read { try AuditLog.checkpoint(covering: 1, in: $0) }?.checkpoint.size == 3)
            #expect(try await log.read { try AuditLog.checkpoint(covering: 3, in: $0) }?.checkpoint.size == 4)
            #expect(try await log.read { try AuditLog.checkpoint(covering: 4, in: $0) } == nil)
        }
    }

    @Test("A checkpoint opens with the log's key and no other")
    func signature() async throws {
        try await TestEngine.sqliteInMemory.withLog { log in
            let key = try TestKey()
            try await log.append(Event.samples(0..<3))
            let made = try #require(try await log.checkpoint(by: key))
            let note = try SignedNote(made.note.utf8)
            #expect(try Checkpoint(opening: note, with: key.verifier) == made.checkpoint)
            #expect(throws: NoteError.self) { try Checkpoint(opening: note, with: TestKey().verifier) }
        }
    }

    @Test("A history that was rewritten is not signed", arguments: TestEngine.available)
    func rewritten(on engine: TestEngine) async throws {
        try await engine.withLog { log in
            let key = try TestKey()
            try await log.append(Event.samples(0..<3))
            try await log.checkpoint(by: key)
            let other = Event.sample(1, reason: "forged").canonicalBytes
            try await log.tamper("UPDATE log_entries SET bytes = \(other) WHERE leaf = 1")
            try await log.append(Event.samples(3..<4))
            await #expect(throws: LogDamage.self) { try await log.checkpoint(by: key) }
        }
    }

    @Test("The checkpointer signs what is there when it is asked and when it ends", arguments: TestEngine.available)
    func checkpointer(on engine: TestEngine) async throws {
        try await engine.withLog { log in
            let checkpointer = Checkpointer(
                database: log,
                signer: try TestKey().signer,
                interval: .seconds(3600),
                now: { .start },
                failed: { Issue.record($0) },
            )
            #expect(try await checkpointer.makeNow() == nil)
            try await log.append(Event.samples(0..<2))
            #expect(try await checkpointer.makeNow()?.checkpoint.size == 2)
            try await log.append(Event.samples(2..<3))
            let running = Task { await checkpointer.run() }
            running.cancel()
            await running.value
            #expect(try await log.read { try AuditLog.checkpoint(in: $0) }?.checkpoint.size == 3)
        }
    }
}
