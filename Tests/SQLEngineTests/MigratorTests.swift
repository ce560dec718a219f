import SQLEngine
import TestSupport
import Testing

struct MigratorTests {
    private static let first = Migration(1, "owners", ["CREATE TABLE owners (id {id} PRIMARY KEY){clustered}"])
    private static let second = Migration(2, "mail", ["ALTER TABLE owners ADD COLUMN mail {text}"])
    private static let third = Migration(3, "teams", ["CREATE TABLE teams (id {id} PRIMARY KEY){strict}"])

    @Test("Migrations are applied once, in order, and recorded", arguments: TestEngine.available)
    func applied(_ engine: TestEngine) async throws {
        try await engine.withDatabase { database in
            let start = Migrator([Self.first])
            #expect(try await start.pending(in: database) == [Self.first])
            #expect(try await start.migrate(database, at: 7) == [Self.first])
            let all = Migrator([Self.first, Self.second, Self.third])
            #expect(try await all.pending(in: database) == [Self.second, Self.third])
            #expect(try await all.migrate(database, at: 8) == [Self.second, Self.third])
            #expect(try await all.migrate(database, at: 9) == [])
            let recorded = try await database.read { connection in
                try connection.rows("SELECT * FROM schema_migrations ORDER BY id").map {
                    "\(try $0.int("id")) \(try $0.text("name")) \(try $0.int("applied")) \(try $0.text("hash"))"
                }
            }
            #expect(
                recorded == [
                    "1 owners 7 \(Self.first.hash)", "2 mail 8 \(Self.second.hash)", "3 teams 8 \(Self.third.hash)",
                ]
            )
        }
    }

    @Test(
        "A database that is newer, older in another way or changed is refused untouched",
        arguments: TestEngine.available
    )
    func refused(_ engine: TestEngine) async throws {
        try await engine.withDatabase { database in
            try await Migrator([Self.first, Self.third]).migrate(database, at: 0)
            func kind(_ migrations: [Migration]) async -> DatabaseError.Kind? {
                await databaseError { try await Migrator(migrations).migrate(database, at: 1) }?.kind
            }
            let edited = Migration(1, "owners", ["CREATE TABLE owners (id {id} PRIMARY KEY, age {int}){clustered}"])
            #expect(await kind([Self.first]) == .newer)
            #expect(await kind([]) == .newer)
            #expect(await kind([edited, Self.third]) == .changedMigration)
            #expect(await kind([Self.first, Self.second, Self.third]) == .changedMigration)
            #expect(await kind([Self.third]) == .changedMigration)
            let count = try await database.read {
                try $0.scalar("SELECT count(*) FROM schema_migrations", as: Int.self)
            }
            #expect(count == 2)
        }
    }

    @Test("A migration that fails leaves nothing of itself and keeps those before it", arguments: TestEngine.available)
    func failing(_ engine: TestEngine) async throws {
        try await engine.withDatabase { database in
            let broken = Migration(2, "broken", ["CREATE TABLE half (id {id})", "CREATE TABLE owners (id {id})"])
            await #expect(throws: DatabaseError.self) {
                try await Migrator([Self.first, broken]).migrate(database, at: 0)
            }
            let tables = try await database.read { [try $0.hasTable("owners"), try $0.hasTable("half")] }
            #expect(tables == [true, false])
            #expect(try await Migrator([Self.first, Self.second]).migrate(database, at: 0) == [Self.second])
        }
    }

    @Test("Programs that migrate at the same time apply each migration once", arguments: TestEngine.available)
    func concurrent(_ engine: TestEngine) async throws {
        try await engine.withDatabase { database in
            let applied = try await withThrowingTaskGroup(of: [Migration].self) { group in
                for _ in 0..<4 {
                    group.addTask { try await Migrator([Self.first, Self.second]).migrate(database, at: 0) }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(applied.sorted { $0.id < $1.id } == [Self.first, Self.second])
        }
    }

    @Test("Tokens are rendered for each engine", arguments: Engine.allCases)
    func rendering(_ engine: Engine) throws {
        let columns = SchemaToken.allCases.filter { ![.strict, .clustered].contains($0) }
            .map { "    \($0)_column {\($0)}" }.joined(separator: ",\n")
        let migration = Migration(
            1,
            "all",
            [
                "CREATE TABLE everything (\n\(columns),\n    json_default {json} DEFAULT '{}'\n){strict};\n",
                "CREATE TABLE pairs (a {id}, b {id}, PRIMARY KEY (a, b)){clustered};\n",
            ],
        )
        try expectGolden(migration.rendered(for: engine).joined(), named: "schema.\(engine).sql")
    }

    @Test("A token that does not exist is refused")
    func unknownToken() {
        #expect(throws: DatabaseError.self) {
            try Migration(1, "typo", ["CREATE TABLE t (id {idd})"]).rendered(for: .sqlite)
        }
    }

    @Test("A hash tells statements apart however they are divided")
    func hashes() {
        #expect(Migration(1, "a", ["x", "y"]).hash != Migration(1, "a", ["xy"]).hash)
        #expect(Migration(1, "a", ["x"]).hash == Migration(2, "b", ["x"]).hash)
        #expect(Migration(1, "a", []).hash == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }
}
