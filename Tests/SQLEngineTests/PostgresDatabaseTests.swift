import SQLEngine
import TestSupport
import Testing

@Suite(.enabled(if: PostgresServer.shared != nil, "PostgreSQL is not installed"), .timeLimit(.minutes(2)))
struct PostgresDatabaseTests {
    private func withDatabase(_ body: (PostgresDatabase, PostgresServer) async throws -> Void) async throws {
        try await TestEngine.postgresql.withSamples { database in
            try await body(try #require(database as? PostgresDatabase), try #require(PostgresServer.shared))
        }
    }

    @Test("Connections that the server ended between uses are replaced unseen")
    func reconnects() async throws {
        try await withDatabase { database, server in
            try await database.write { try $0.execute(Sample(number: 1).insertion) }
            try await server.endConnections(to: database.address)
            try await database.write { try $0.execute(Sample(number: 2).insertion) }
            #expect(try await database.samples().count == 2)
        }
    }

    @Test("A connection lost in a transaction is an error with its cause, and the next use connects again")
    func lostConnection() async throws {
        try await withDatabase { database, _ in
            let failure = await databaseError {
                try await database.write { connection in
                    try connection.execute(Sample(number: 1).insertion)
                    _ = try connection.rows("SELECT pg_terminate_backend(pg_backend_pid()) AS ended")
                }
            }
            #expect(failure?.kind == .connection)
            #expect(failure?.cause != nil)
            let left = try await database.samples()
            #expect(left == [])
        }
    }

    @Test("A listener whose connection is lost is woken again and hears what follows")
    func listenerReconnects() async throws {
        try await withDatabase { database, server in
            var changes = database.listen("changes").makeAsyncIterator()
            #expect(await changes.next() != nil)
            try await server.endConnections(to: database.address)
            #expect(await changes.next() != nil)
            try await database.write { try $0.notify("changes") }
            #expect(await changes.next() != nil)
        }
    }

    @Test("A notification of another program is heard")
    func otherProgram() async throws {
        try await withDatabase { database, _ in
            let other = PostgresDatabase(database.address)
            var changes = database.listen("changes").makeAsyncIterator()
            #expect(await changes.next() != nil)
            try await other.write { try $0.notify("changes") }
            #expect(await changes.next() != nil)
            await other.close()
        }
    }

    @Test("A statement prepared before the schema changed is prepared anew")
    func staleStatement() async throws {
        try await withDatabase { database, _ in
            let before = try await database.samples()
            #expect(before == [])
            let other = PostgresDatabase(database.address)
            try await other.write { connection in
                try connection.execute("ALTER TABLE samples ADD COLUMN added BIGINT")
            }
            await other.close()
            let after = try await database.samples()
            #expect(after == [])
        }
    }

    @Test("More statements are used than are kept prepared")
    func manyStatements() async throws {
        try await withDatabase { database, _ in
            let sum = try await database.read { connection in
                try (0..<600).reduce(0) { sum, number in
                    let column = try Identifier(checking: "c\(number)")
                    return sum + (try connection.scalar("SELECT \(number) AS \(identifier: column)", as: Int.self) ?? 0)
                }
            }
            #expect(sum == 179_700)
        }
    }

    @Test("A statement that takes too long is ended and may be repeated")
    func timeout() async throws {
        try await withDatabase { database, server in
            let address = try server.address(of: database.address, options: "options=-c%20statement_timeout%3D50")
            let impatient = PostgresDatabase(address)
            let failure = await databaseError { _ = try await impatient.read { try $0.rows("SELECT pg_sleep(60)") } }
            #expect(failure?.kind == .busy)
            await impatient.close()
        }
    }

    @Test("Settings that could lose a commit are reported")
    func durability() async throws {
        try await withDatabase { database, _ in
            // The server for tests runs without fsync.
            let problems = try await database.durabilityProblems()
            #expect(problems.contains { $0.hasPrefix("fsync is off") })
            #expect(!problems.contains { $0.hasPrefix("synchronous_commit") })
        }
    }

    @Test("A server that is away, or refuses the password, is named without the password")
    func unreachable() async throws {
        let server = try #require(PostgresServer.shared)
        let good = try await server.createDatabase()
        let wrong = try server.address(of: good, password: "hunter2")
        for address in [wrong, try PostgresAddress("postgres://penstock:hunter2@127.0.0.1:1/penstock")] {
            let database = PostgresDatabase(address)
            let failure = await databaseError { _ = try await database.read { try $0.rows("SELECT 1 AS one") } }
            #expect(failure?.kind == .connection)
            #expect(failure.map { "\($0) \(String(reflecting: $0.cause))" }?.contains("hunter2") == false)
            #expect(failure?.attempt.contains("penstock@127.0.0.1") == true)
            await database.close()
        }
        try await server.drop(good)
    }

    @Test(
        "Numbers of any precision are read as integers where they are, else as reals",
        arguments: [
            ("0", SQLDatum.integer(0)), ("1", .integer(1)), ("-1", .integer(-1)), ("10000", .integer(10_000)),
            ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
            ("100000000", .integer(100_000_000)), ("1.5", .real(1.5)), ("-0.00001", .real(-0.00001)),
            ("12345.000678", .real(12_345.000_678)), ("9223372036854775808", .real(9_223_372_036_854_775_808)),
            ("3.00", .integer(3)),
        ],
    )
    func numeric(_ text: String, _ expected: SQLDatum) async throws {
        try await withDatabase { database, _ in
            let row = try await database.read { try $0.row("SELECT CAST(\(text) AS numeric) AS value") }
            #expect(row?.values == [expected])
        }
    }

    @Test("Types of foreign tables are read, and those that are not say how to")
    func foreignTypes() async throws {
        try await withDatabase { database, _ in
            let row = try await database.read { connection in
                try connection.row(
                    """
                    SELECT CAST(1 AS smallint) AS a, CAST(2 AS integer) AS b, CAST('name' AS name) AS c,
                        CAST(1.5 AS real) AS d, CAST('2000-01-01T00:00:01Z' AS timestamptz) AS e,
                        CAST('{"k": 1}' AS jsonb) AS f, CAST('00112233-4455-6677-8899-aabbccddeeff' AS uuid) AS g,
                        CAST('x' AS varchar(9)) AS h, CAST(4294967295 AS oid) AS i
                    """
                )
            }
            #expect(
                row?.values == [
                    .integer(1), .integer(2), .text("name"), .real(1.5), .integer(946_684_801_000_000),
                    .text("{\"k\": 1}"), .text("00112233-4455-6677-8899-aabbccddeeff"), .text("x"),
                    .integer(4_294_967_295),
                ]
            )
            let failure = await databaseError { _ = try await database.read { try $0.rows("SELECT ARRAY[1] AS list") } }
            #expect(failure?.kind == .decoding)
        }
    }
}
