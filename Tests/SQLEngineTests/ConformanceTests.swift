import SQLEngine
import TestSupport
import Testing

/// What every engine must answer in the same way.
struct ConformanceTests {
    @Test("Values of every type come back as they were stored", arguments: TestEngine.available)
    func roundTrip(_ engine: TestEngine) async throws {
        try await engine.withSamples { database in
            let samples = Sample.all
            try await database.write { connection in
                for sample in samples { try connection.execute(sample.insertion) }
            }
            let stored = try await database.samples()
            #expect(stored == samples)
            // String equality is canonical; only the bytes tell composed from decomposed.
            #expect(stored.map { Array(($0.text ?? "").utf8) } == samples.map { Array(($0.text ?? "").utf8) })
        }
    }

    @Test(
        "Values that one engine cannot hold are refused by both",
        arguments: TestEngine.available,
        [Sample(number: 1, text: "a\0b"), Sample(number: 1, real: .nan)],
    )
    func unrepresentable(_ engine: TestEngine, _ sample: Sample) async throws {
        try await engine.withSamples { database in
            let failure = await databaseError { try await database.write { try $0.execute(sample.insertion) } }
            #expect(failure?.kind == .invalid)
            let left = try await database.samples()
            #expect(left == [])
        }
    }

    @Test("Text sorts by its bytes", arguments: TestEngine.available)
    func order(_ engine: TestEngine) async throws {
        let words = [
            "b", "B", "a", "Z", "_", "\u{E4}", "a\u{308}", "-a", "a b", "ab", "\u{1F6B0}", "\u{FFFD}", "10", "9", "",
        ]
        let sorted = words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        try await engine.withSamples { database in
            try await database.write { connection in
                try connection.batch(words.enumerated()) { Sample(number: Int64($0), text: $1).insertion }
            }
            let found = try await database.read { connection in
                try connection.rows("SELECT text FROM samples ORDER BY text").map { try $0.text("text") }
            }
            #expect(found.map { Array($0.utf8) } == sorted.map { Array($0.utf8) })
            let above = try await database.read {
                try $0.scalar("SELECT count(*) FROM samples WHERE text > \("a")", as: Int.self)
            }
            #expect(above == sorted.count - 1 - (sorted.firstIndex(of: "a") ?? 0))
        }
    }

    @Test("LIKE tells upper from lower case and takes wildcards in the text literally", arguments: TestEngine.available)
    func like(_ engine: TestEngine) async throws {
        try await engine.withSamples { database in
            try await database.write { connection in
                try connection.batch(["Abc", "abc", "50% off", "50 off", "a_c", "a\\c"].enumerated()) {
                    Sample(number: Int64($0), text: $1).insertion
                }
            }
            func matches(_ pattern: LikePattern) async throws -> [String] {
                try await database.read { connection in
                    try connection
                        .rows("SELECT text FROM samples WHERE text LIKE \(pattern) ESCAPE '\\' ORDER BY number")
                        .map { try $0.text("text") }
                }
            }
            #expect(try await matches(LikePattern(startingWith: "ab")) == ["abc"])
            #expect(try await matches(LikePattern(containing: "0%")) == ["50% off"])
            #expect(try await matches(LikePattern(containing: "_")) == ["a_c"])
            #expect(try await matches(LikePattern(containing: "\\")) == ["a\\c"])
        }
    }

    @Test(
        "A list matches its members, and an empty list none",
        arguments: TestEngine.available,
        [0, 1, 2, 3, 5, 1_000]
    )
    func lists(_ engine: TestEngine, _ count: Int) async throws {
        try await engine.withSamples { database in
            try await database.write { connection in
                try connection.batch(0..<10) { Sample(number: Int64($0), text: "t\($0)").insertion }
            }
            let (numbers, texts) = (Array(0..<count), (0..<count).map { "t\($0)" })
            let (inside, outside, byText) = try await database.read { connection in
                (
                    try connection.scalar("SELECT count(*) FROM samples WHERE number IN (\(numbers))", as: Int.self),
                    try connection.scalar(
                        "SELECT count(*) FROM samples WHERE number NOT IN (\(numbers))",
                        as: Int.self
                    ),
                    try connection.scalar("SELECT count(*) FROM samples WHERE text IN (\(texts))", as: Int.self)
                )
            }
            #expect(inside == min(count, 10))
            #expect(outside == 10 - min(count, 10))
            #expect(byText == min(count, 10))
        }
    }

    @Test(
        "A value is never read as SQL",
        arguments: TestEngine.available,
        [
            "'; DROP TABLE samples; --", "\"; DROP TABLE samples; --", "x' OR '1'='1", "$1", "?", "\\'; --", "{text}",
            "*/ DROP TABLE samples /*", "%27; DROP TABLE samples", "\u{2019}; DROP TABLE samples; --",
        ],
    )
    func injection(_ engine: TestEngine, _ attack: String) async throws {
        try await engine.withSamples { database in
            try await database.write { connection in
                try connection.execute(Sample(number: 1, text: attack).insertion)
                try connection.execute("UPDATE samples SET text = \(attack) WHERE text = \(attack)")
            }
            let found = try await database.read {
                try $0.rows("SELECT number FROM samples WHERE text IN (\([attack]))")
            }
            #expect(try found.map { try $0.int("number") } == [1])
            #expect(throws: DatabaseError.self) { try Identifier(checking: attack) }
        }
    }

    @Test("The common subset of SQL gives the same answers", arguments: TestEngine.available)
    func commonSQL(_ engine: TestEngine) async throws {
        try await engine.withSamples { database in
            try await database.write { connection in
                #expect(try connection.execute(Sample(number: 1, text: "a", flag: true).insertion) == 1)
                #expect(try connection.execute(Sample(number: 2, text: "b", flag: false).insertion) == 1)
                let returned = try connection.scalar(
                    """
                    INSERT INTO samples (number, text) VALUES (\(1), \("c"))
                    ON CONFLICT (number) DO UPDATE SET text = excluded.text RETURNING text
                    """,
                    as: String.self,
                )
                #expect(returned == "c")
                #expect(try connection.execute("UPDATE samples SET real = \(2.5)") == 2)
                #expect(try connection.execute("UPDATE samples SET real = \(3.5) WHERE number = \(99)") == 0)
                #expect(try connection.execute("DELETE FROM samples WHERE flag = FALSE") == 1)
                #expect(try connection.scalar("SELECT number FROM samples WHERE flag", as: Int.self) == 1)
                let id = try connection.scalar(
                    "INSERT INTO parts (sample, name) VALUES (\(1), \("p")) RETURNING id",
                    as: Int.self
                )
                #expect(id == 1)
                let sum = try connection.scalar(
                    "WITH n AS (SELECT number FROM samples) SELECT SUM(number) FROM n",
                    as: Int.self
                )
                #expect(sum == 1)
                let none = try connection.scalar("SELECT number FROM samples WHERE number = \(5)", as: Int.self)
                #expect(none == nil)
                let column: Identifier = "text"
                let named = try connection.scalar("SELECT \(identifier: column) FROM samples", as: String.self)
                #expect(named == "c")
            }
        }
    }

    @Test(
        "A column that is missing, NULL or of another type is told apart from a value",
        arguments: TestEngine.available
    )
    func columns(_ engine: TestEngine) async throws {
        try await engine.withSamples { database in
            try await database.write { try $0.execute(Sample(number: 300, text: "x").insertion) }
            let row = try #require(try await database.read { try $0.row("SELECT * FROM samples") })
            let real: Double? = try row.get("real")
            #expect(real == nil)
            #expect(try row.isNull("bytes"))
            #expect(throws: DatabaseError.self) { try row.double("real") }
            #expect(throws: DatabaseError.self) { try row.text("number") }
            #expect(throws: DatabaseError.self) { try row.int("text") }
            #expect(throws: DatabaseError.self) { try row.bool("number") }
            #expect(throws: DatabaseError.self) { try row.text("nothing") }
        }
    }
}
