import SQLEngine
import Synchronization
import TestSupport
import Testing

/// Several writers and listeners at once, on every engine.
@Suite(.timeLimit(.minutes(2)))
struct ConcurrencyTests {
    @Test("Eight writers that read before they write lose no update", arguments: TestEngine.available)
    func counter(_ engine: TestEngine) async throws {
        try await engine.withSamples { database in
            try await database.write { try $0.execute(Sample(number: 0, real: 0).insertion) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        for _ in 0..<10 {
                            try await database.write { connection in
                                let value = try connection.scalar("SELECT real FROM samples", as: Double.self) ?? 0
                                try connection.execute("UPDATE samples SET real = \(value + 1)")
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await database.samples().first?.real == 80)
        }
    }

    @Test("A rule over several rows holds although each writer changes another row", arguments: TestEngine.available)
    func writeSkew(_ engine: TestEngine) async throws {
        try await engine.withSamples { database in
            try await database.write { connection in
                try connection.batch(0..<8) { Sample(number: Int64($0), flag: true).insertion }
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        try await database.write { connection in
                            let query: Query = "SELECT count(*) FROM samples WHERE flag = TRUE"
                            guard let onCall = try connection.scalar(query, as: Int.self), onCall > 1 else { return }
                            try connection.execute("UPDATE samples SET flag = FALSE WHERE number = \(number)")
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await database.samples().filter { $0.flag == true }.count == 1)
        }
    }

    @Test("Writers under one lock run once each", arguments: TestEngine.available)
    func locked(_ engine: TestEngine) async throws {
        try await engine.withSamples { database in
            let runs = Mutex(0)
            let append: @Sendable (any Connection) throws -> Void = { connection in
                runs.withLock { $0 += 1 }
                let next = try connection.scalar("SELECT count(*) FROM samples", as: Int64.self) ?? 0
                try connection.execute(Sample(number: next).insertion)
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<40 { group.addTask { try await database.write(locking: ["log"], append) } }
                try await group.waitForAll()
            }
            #expect(runs.withLock { $0 } == 40)
            #expect(try await database.samples().map(\.number) == Array(0..<40))
        }
    }

    @Test("A lock taken late shows what its last holder wrote", arguments: TestEngine.available)
    func lateLock(_ engine: TestEngine) async throws {
        try await engine.withSamples { database in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        try await database.write { connection in
                            _ = try connection.rows("SELECT 1 AS one")
                            try connection.advisoryLock("log")
                            try connection.advisoryLock("log")
                            let next = try connection.scalar("SELECT count(*) FROM samples", as: Int64.self) ?? 0
                            try connection.execute(Sample(number: next).insertion)
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await database.samples().map(\.number) == Array(0..<20))
        }
    }

    @Test("A read sees one state although a write commits meanwhile", arguments: [TestEngine.sqliteFile, .postgresql])
    func snapshot(_ engine: TestEngine) async throws {
        guard TestEngine.available.contains(engine) else { return }
        try await engine.withSamples { database in
            let (begun, hasBegun) = AsyncStream.makeStream(of: Void.self)
            let mayGoOn = Mutex(false)
            async let counts = database.read { connection in
                let query: Query = "SELECT count(*) FROM samples"
                let before = try connection.scalar(query, as: Int.self)
                hasBegun.finish()
                while !mayGoOn.withLock({ $0 }) { _ = try connection.scalar("SELECT 1 AS one", as: Int.self) }
                return [before, try connection.scalar(query, as: Int.self)]
            }
            for await _ in begun {}
            try await database.write { try $0.execute(Sample(number: 1).insertion) }
            mayGoOn.withLock { $0 = true }
            #expect(try await counts == [0, 0])
            #expect(try await database.samples().count == 1)
        }
    }

    @Test("A listener is woken when it begins and after each commit", arguments: TestEngine.available)
    func listen(_ engine: TestEngine) async throws {
        try await engine.withSamples { database in
            var changes = database.listen("changes").makeAsyncIterator()
            var others = database.listen("others").makeAsyncIterator()
            #expect(await changes.next() != nil)
            #expect(await others.next() != nil)
            try await database.write { connection in
                try connection.notify("changes")
                try connection.execute(Sample(number: 1).insertion)
            }
            #expect(await changes.next() != nil)
            #expect(try await database.samples().count == 1)
            _ = try? await database.write { connection in
                try connection.notify("changes")
                throw TransactionTests.Refusal()
            }
            try await database.write { connection in
                _ = try? connection.savepoint {
                    try connection.notify("changes")
                    throw TransactionTests.Refusal()
                }
                try connection.notify("others")
            }
            #expect(await others.next() != nil)
            // Were one of the undone notifications delivered, it would be in the stream's buffer before the end is.
            await database.close()
            #expect(await changes.next() == nil)
        }
    }

    @Test("A closed database refuses to be used", arguments: TestEngine.available)
    func closed(_ engine: TestEngine) async throws {
        try await engine.withSamples { database in
            await database.close()
            let reading = await databaseError { _ = try await database.samples() }
            let writing = await databaseError {
                try await database.write { try $0.execute(Sample(number: 1).insertion) }
            }
            #expect(reading?.kind == .connection)
            #expect(writing?.kind == .connection)
            var stream = database.listen("changes").makeAsyncIterator()
            #expect(await stream.next() == nil)
        }
    }
}
