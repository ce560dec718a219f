import Audit
import Domain
import SQLEngine
import Synchronization
import TestSupport
import Testing

struct GroupCommitTests {
    /// A database whose writes can be made to fail.
    private final class UnreliableDatabase: Database {
        struct Outage: Error {}

        let isDown = Mutex(false)
        let writes = Mutex(0)
        private let database: any Database

        init(_ database: any Database) {
            self.database = database
        }

        var engine: Engine { database.engine }

        func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
            try await database.read(body)
        }

        func write<T: Sendable>(
            locking names: [String],
            _ body: @escaping @Sendable (any Connection) throws -> T,
        ) async throws -> T {
            writes.withLock { $0 += 1 }
            if isDown.withLock({ $0 }) { throw Outage() }
            return try await database.write(locking: names, body)
        }

        func listen(_ channel: Identifier) -> AsyncStream<Void> { database.listen(channel) }
        func durabilityProblems() async throws -> [String] { try await database.durabilityProblems() }
        func close() async { await database.close() }
    }

    private static func recorder(
        _ database: any Database,
        _ limits: GroupCommit.Limits = GroupCommit.Limits(),
        companion: GroupCommit.Companion? = nil,
    ) -> GroupCommit {
        GroupCommit(database: database, limits: limits, now: { .start }, companion: companion, failed: { _ in })
    }

    private static func kinds(in log: some Database) async throws -> [Event.Kind] {
        try await log.read { connection in
            try AuditLog.entries(page: PageRequest(limit: 1_000), in: connection).items.reversed().map(\.event.kind)
        }
    }

    @Test("A durable event is in the log when its caller goes on", arguments: TestEngine.available)
    func durable(on engine: TestEngine) async throws {
        try await engine.withLog { log in
            let recorder = Self.recorder(log)
            async let running: Void = recorder.run()
            let event = Event.sample(1)
            #expect(await recorder.record(event))
            let recorded = try await log.read { try AuditLog.entry(at: 0, in: $0) }
            #expect(recorded?.event == event)
            recorder.close()
            await running
        }
    }

    @Test("Many durable events at once share transactions and keep a sound log", arguments: TestEngine.available)
    func groups(on engine: TestEngine) async throws {
        try await engine.withLog { log in
            let database = UnreliableDatabase(log)
            let recorder = Self.recorder(database)
            async let running: Void = recorder.run()
            let answers = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<200 { group.addTask { await recorder.record(.sample(number)) } }
                return await group.reduce(into: []) { $0.append($1) }
            }
            recorder.close()
            await running
            #expect(answers == Array(repeating: true, count: 200))
            let writes = database.writes.withLock { $0 }
            #expect(writes < 200)
            let report = try await log.verify(with: try TestKey())
            #expect(report.isIntact && report.entries == 200)
        }
    }

    @Test("What is noted is recorded without anybody waiting for it", arguments: TestEngine.available)
    func noted(on engine: TestEngine) async throws {
        try await engine.withLog { log in
            var limits = GroupCommit.Limits()
            limits.delay = .milliseconds(5)
            let recorder = Self.recorder(log, limits)
            async let running: Void = recorder.run()
            for number in 0..<10 { recorder.note(.sample(number)) }
            while try await log.read({ try AuditLog.size(in: $0) }) < 10 { try await Task.sleep(for: .milliseconds(2)) }
            recorder.close()
            await running
            #expect(try await log.read { try AuditLog.size(in: $0) } == 10)
        }
    }

    @Test("What was noted is written when the recorder is closed or cancelled", arguments: [false, true])
    func end(byCancelling: Bool) async throws {
        try await TestEngine.sqliteInMemory.withLog { log in
            var limits = GroupCommit.Limits()
            limits.delay = .seconds(3600)
            let recorder = Self.recorder(log, limits)
            let running = Task { await recorder.run() }
            for number in 0..<10 { recorder.note(.sample(number)) }
            if byCancelling { running.cancel() } else { recorder.close() }
            await running.value
            let size = try await log.read { try AuditLog.size(in: $0) }
            #expect(size == 10)
            #expect(await recorder.record(.sample(11)) == false)
        }
    }

    @Test("A store that cannot be written refuses durable events and counts the others")
    func outage() async throws {
        try await TestEngine.sqliteInMemory.withLog { log in
            let database = UnreliableDatabase(log)
            database.isDown.withLock { $0 = true }
            let recorder = Self.recorder(database)
            async let running: Void = recorder.run()
            recorder.note(.sample(0))
            recorder.note(.sample(2))
            #expect(await recorder.record(.sample(1)) == false)
            #expect(recorder.lost == 2)
            database.isDown.withLock { $0 = false }
            #expect(await recorder.record(.sample(3)))
            recorder.close()
            await running
            #expect(try await Self.kinds(in: log) == [.tokenIssued, .requestsLost])
            let told = try await log.read { try AuditLog.entry(at: 1, in: $0) }
            #expect(told?.event.detail == ["count": "2"])
            #expect(recorder.lost == 0)
        }
    }

    @Test("What exceeds the backlog is counted, not hidden")
    func overflow() async throws {
        try await TestEngine.sqliteInMemory.withLog { log in
            var limits = GroupCommit.Limits()
            limits.backlog = 2
            limits.durableBacklog = 1
            let recorder = Self.recorder(log, limits)
            for number in 0..<5 { recorder.note(.sample(number * 2)) }
            #expect(recorder.lost == 3)
            let answers = Mutex<[Bool]>([])
            for number in 0..<3 {
                recorder.record(.sample(number * 2 + 1)) { answer in answers.withLock { $0.append(answer) } }
            }
            recorder.close()
            await recorder.run()
            let given = answers.withLock { $0 }
            #expect(given == [false, false, true])
            let kinds = try await Self.kinds(in: log)
            #expect(kinds == [.requestAllowed, .requestAllowed, .tokenIssued, .requestsLost])
        }
    }

    @Test("Everybody who waits is answered when the recorder ends on a store that is down")
    func endWhileDown() async throws {
        try await TestEngine.sqliteInMemory.withLog { log in
            let database = UnreliableDatabase(log)
            database.isDown.withLock { $0 = true }
            var limits = GroupCommit.Limits()
            limits.group = 2
            let recorder = Self.recorder(database, limits)
            let answers = Mutex<[Bool]>([])
            for number in 0..<7 {
                recorder.record(.sample(number)) { answer in answers.withLock { $0.append(answer) } }
                recorder.note(.sample(number))
            }
            recorder.close()
            await recorder.run()
            let given = answers.withLock { $0 }
            #expect(given == Array(repeating: false, count: 7))
            #expect(recorder.lost == 7)
        }
    }

    @Test("What accompanies a group commits with it or not at all", arguments: TestEngine.available)
    func companion(on engine: TestEngine) async throws {
        struct Refusal: Error {}
        try await engine.withLog { log in
            try await log.tamper("CREATE TABLE uses (id TEXT PRIMARY KEY)")
            let recorder = Self.recorder(log) { events, connection in
                for event in events { try connection.execute("INSERT INTO uses (id) VALUES (\(event.actor.id))") }
            }
            async let running: Void = recorder.run()
            #expect(await recorder.record(.sample(1)))
            #expect(await recorder.record(.sample(6)) == false)
            recorder.close()
            await running
            #expect(try await log.read { try AuditLog.size(in: $0) } == 1)
            #expect(try await log.read { try $0.rows("SELECT id FROM uses") }.count == 1)
        }
    }
}
