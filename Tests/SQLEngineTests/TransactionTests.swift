import SQLEngine
import Synchronization
import TestSupport
import Testing

/// What transactions promise on every engine.
@Suite(.timeLimit(.minutes(2)))
struct TransactionTests {
    struct Refusal: Error {}

    @Test("A transaction that throws leaves nothing behind", arguments: TestEngine.available)
    func rollback(_ engine: TestEngine) async throws {
        try await engine.withSamples { database in
            await #expect(throws: Refusal.self) {
                try await database.write { connection in
                    try connection.execute(Sample(number: 1).insertion)
                    throw Refusal()
                }
            }
            let left = try await database.samples()
            #expect(left == [])
            try await database.write { try $0.execute(Sample(number: 2).insertion) }
            #expect(try await database.samples() == [Sample(number: 2)])
        }
    }

    @Test("A failed statement that the closure ignores still undoes the transaction", arguments: TestEngine.available)
    func swallowed(_ engine: TestEngine) async throws {
        try await engine.withSamples { database in
            let failure = await databaseError {
                try await database.write { connection in
                    try connection.execute(Sample(number: 1).insertion)
                    _ = try? connection.execute(Sample(number: 1).insertion)
                }
            }
            #expect(failure?.kind == .constraintUnique(table: "samples", columns: ["number"]))
            let left = try await database.samples()
            #expect(left == [])
        }
    }

    @Test("After a failed statement every further one fails", arguments: TestEngine.available)
    func failedTransaction(_ engine: TestEngine) async throws {
        try await engine.withSamples { database in
            await #expect(throws: DatabaseError.self) {
                try await database.write { connection in
                    _ = try? connection.execute("SELECT nothing FROM samples")
                    #expect(throws: DatabaseError.self) { try connection.rows("SELECT 1 AS one") }
                }
            }
        }
    }

    @Test("A savepoint undoes its own changes only", arguments: TestEngine.available)
    func savepoint(_ engine: TestEngine) async throws {
        try await engine.withSamples { database in
            try await database.write { connection in
                try connection.execute(Sample(number: 1).insertion)
                do {
                    try connection.savepoint {
                        try connection.execute(Sample(number: 2).insertion)
                        try connection.execute(Sample(number: 1).insertion)
                    }
                } catch let error as DatabaseError {
                    #expect(error.isUniqueViolation)
                }
                try connection.savepoint {
                    try connection.execute(Sample(number: 3).insertion)
                    do {
                        try connection.savepoint {
                            try connection.execute(Sample(number: 4).insertion)
                            throw Refusal()
                        }
                    } catch is Refusal {
                        try connection.execute(Sample(number: 5).insertion)
                    }
                }
            }
            #expect(try await database.samples().map(\.number) == [1, 3, 5])
        }
    }

    @Test("Violated constraints are told apart", arguments: TestEngine.available)
    func constraints(_ engine: TestEngine) async throws {
        try await engine.withSamples { database in
            try await database.write { connection in
                try connection.execute(Sample(number: 1, text: "a").insertion)
                try connection.execute("INSERT INTO parts (sample, name) VALUES (\(1), \("p"))")
            }
            func kind(_ query: Query) async -> DatabaseError.Kind? {
                await databaseError { try await database.write { try $0.execute(query) } }?.kind
            }
            #expect(await kind(Sample(number: 1).insertion) == .constraintUnique(table: "samples", columns: ["number"]))
            #expect(
                await kind(Sample(number: 2, text: "a").insertion)
                    == .constraintUnique(table: "samples", columns: ["text"])
            )
            #expect(
                await kind("INSERT INTO parts (sample, name) VALUES (\(1), \("p"))")
                    == .constraintUnique(table: "parts", columns: ["sample", "name"])
            )
            #expect(await kind("INSERT INTO parts (sample, name) VALUES (\(9), \("p"))") == .constraintForeign)
            #expect(await kind("DELETE FROM samples WHERE number = \(1)") == .constraintForeign)
            #expect(await kind("INSERT INTO parts (sample, name) VALUES (\(1), \(""))") == .constraintCheck)
            #expect(await kind("INSERT INTO parts (sample, name) VALUES (\(1), \(String?.none))") == .constraintCheck)
        }
    }

    @Test("Reading can neither write, lock nor notify", arguments: TestEngine.available)
    func readOnly(_ engine: TestEngine) async throws {
        try await engine.withSamples { database in
            await #expect(throws: DatabaseError.self) {
                try await database.read { try $0.execute(Sample(number: 1).insertion) }
            }
            await #expect(throws: DatabaseError.self) { try await database.read { try $0.notify("changes") } }
            await #expect(throws: DatabaseError.self) { try await database.read { try $0.advisoryLock("log") } }
            let left = try await database.samples()
            #expect(left == [])
        }
    }

    @Test("Rows are read one after another while the connection is used again", arguments: TestEngine.available)
    func nested(_ engine: TestEngine) async throws {
        try await engine.withSamples { database in
            try await database.write { connection in
                try connection.batch(0..<2_500) { Sample(number: Int64($0)).insertion }
                var visited: [Int] = []
                var inner = 0
                let query: Query = "SELECT number FROM samples WHERE number < \(2_050) ORDER BY number"
                try connection.forEachRow(query) { row in
                    let number = try row.int("number")
                    visited.append(number)
                    guard number.isMultiple(of: 1_000) else { return }
                    try connection.forEachRow(query) { _ in inner += 1 }
                    try connection.execute("UPDATE samples SET real = \(1.5) WHERE number = \(number)")
                }
                #expect(visited == Array(0..<2_050))
                #expect(inner == 3 * 2_050)
                #expect(try connection.scalar("SELECT count(*) FROM samples WHERE real > \(1.0)", as: Int.self) == 3)
            }
        }
    }

    @Test("A hundred thousand rows are inserted in one batch", arguments: TestEngine.available)
    func batch(_ engine: TestEngine) async throws {
        try await engine.withSamples { database in
            let changed = try await database.write { connection in
                try connection.batch(0..<100_000) { Sample(number: Int64($0), text: "row \($0)").insertion }
            }
            #expect(changed == 100_000)
            let sum = try await database.read { try $0.scalar("SELECT SUM(number) FROM samples", as: Int.self) }
            #expect(sum == 4_999_950_000)
        }
    }

    @Test("A batch that fails in the middle leaves nothing and names the constraint", arguments: TestEngine.available)
    func failingBatch(_ engine: TestEngine) async throws {
        try await engine.withSamples { database in
            let failure = await databaseError {
                try await database.write { connection in
                    try connection.batch(0..<2_000) { Sample(number: Int64($0 % 1_500)).insertion }
                }
            }
            #expect(failure?.kind == .constraintUnique(table: "samples", columns: ["number"]))
            let left = try await database.samples()
            #expect(left == [])
            try await database.write { connection in
                let texts: [String?] = ["a", nil, "b"]
                try connection.batch(texts.enumerated()) { Sample(number: Int64($0), text: $1).insertion }
            }
            #expect(try await database.samples().map(\.text) == ["a", nil, "b"])
        }
    }
}
