import Domain
import Foundation
import SQLEngine
import TestSupport
import Testing

@testable import Importers

/// Reading a real PostgreSQL server with a database prepared for it.
@Suite(.enabled(if: PostgresServer.shared != nil))
struct PostgresLiveTests {
    /// A database of its own with roles of its own, both removed afterwards.
    private struct Prepared {
        var server: PostgresServer
        var database: PostgresAddress
        var name: String
        var port: Int
        var password: String
        /// In front of the names of all roles, which are the server's and not the database's.
        var prefix: String

        func source(
            user: String = "penstock",
            password: String? = nil,
            port: Int? = nil,
            database: String? = nil,
        ) throws -> PostgresLiveSource {
            let address = try LiveAddress("postgres://\(user)@127.0.0.1:\(port ?? self.port)/\(database ?? name)")
            let secrets = try LiveSecrets(environment: ["PGPASSWORD": password ?? self.password])
            return try PostgresLiveSource(address, secrets: secrets)
        }

        func role(_ name: String, in estate: Estate) throws -> Principal {
            try #require(estate.principals.first { $0.key == prefix + name })
        }
    }

    private func withPrepared(_ statements: [String], _ body: (Prepared) async throws -> Void) async throws {
        let server = try #require(PostgresServer.shared)
        let address = try await server.createDatabase()
        let text = try LiveAddress(String(server.connectionString(to: address).replacing(/:[^:@\/]*@/, with: "@")))
        let full = server.connectionString(to: address)
        let password = full.split(separator: ":")[2].split(separator: "@")[0]
        let prepared = Prepared(
            server: server,
            database: address,
            name: String(text.path.dropFirst()),
            port: try #require(text.port),
            password: String(password),
            prefix: "t\(UInt32.random(in: 0 ... .max))_",
        )
        let database = PostgresDatabase(address, maximumConnections: 2)
        do {
            for statement in statements {
                let text = statement.replacing("~", with: prepared.prefix).replacing("DB!", with: prepared.name)
                try await database.executeAlone(Query(stringLiteral: text))
            }
            try await body(prepared)
        } catch {
            try await clean(prepared, database)
            throw error
        }
        try await clean(prepared, database)
    }

    private func clean(_ prepared: Prepared, _ database: PostgresDatabase) async throws {
        let roles = try await database.read { [prefix = prepared.prefix] connection in
            try connection.rows("SELECT rolname::text AS name FROM pg_roles WHERE rolname LIKE \(prefix + "%")").map {
                try $0.text("name")
            }
        }
        for role in roles where roles.count < 100 {
            try await database.executeAlone(Query(stringLiteral: "DROP OWNED BY \(role) CASCADE"))
        }
        await database.close()
        try await prepared.server.drop(prepared.database)
        let address = try prepared.server.address(
            of: PostgresAddress(
                prepared.server.connectionString(to: prepared.database).replacing(
                    "/\(prepared.name)",
                    with: "/postgres"
                )
            )
        )
        let main = PostgresDatabase(address, maximumConnections: 2)
        if let first = roles.first, roles.count >= 100 {
            let text =
                "DO $$ DECLARE r text; BEGIN FOR r IN SELECT rolname FROM pg_roles WHERE rolname LIKE '\(prepared.prefix)%' LOOP EXECUTE 'DROP ROLE ' || r; END LOOP; END $$"
            #expect(first.hasPrefix(prepared.prefix))
            try await main.executeAlone(Query(stringLiteral: text))
        } else {
            for role in roles { try await main.executeAlone(Query(stringLiteral: "DROP ROLE \(role)")) }
        }
        await main.close()
    }

    /// A small shop: an owner, a reader, a writer, a leader with rights beyond, and people of little power.
    private static let shop = [
        "CREATE ROLE ~owner LOGIN PASSWORD 'x' VALID UNTIL '2030-01-02T00:00:00Z'",
        "CREATE ROLE ~readers", "CREATE ROLE ~reader LOGIN IN ROLE ~readers",
        "CREATE ROLE ~writer LOGIN PASSWORD 'y' CONNECTION LIMIT 5",
        "CREATE ROLE ~boss LOGIN CREATEROLE CREATEDB", "CREATE ROLE ~shy LOGIN NOINHERIT IN ROLE ~readers",
        "CREATE ROLE ~over LOGIN VALID UNTIL '2001-01-01'", "CREATE ROLE ~files LOGIN IN ROLE pg_write_server_files",
        "CREATE ROLE ~become NOINHERIT LOGIN", "GRANT ~boss TO ~become WITH ADMIN OPTION",
        "COMMENT ON ROLE ~writer IS 'takes orders'",
        "GRANT CREATE ON DATABASE DB! TO ~owner", "CREATE SCHEMA shop AUTHORIZATION ~owner",
        "CREATE TABLE shop.orders (id int, mail text, total int)", "CREATE TABLE shop.secrets (id int)",
        "ALTER TABLE shop.orders OWNER TO ~owner", "ALTER TABLE shop.secrets OWNER TO ~owner",
        "CREATE SEQUENCE shop.numbers", "GRANT USAGE ON SCHEMA shop TO ~readers, ~writer",
        "GRANT SELECT ON ALL TABLES IN SCHEMA shop TO ~readers",
        "GRANT INSERT, UPDATE ON shop.orders TO ~writer", "GRANT SELECT (id, total) ON shop.orders TO ~writer",
        "GRANT USAGE ON SEQUENCE shop.numbers TO ~writer WITH GRANT OPTION",
        "ALTER TABLE shop.orders ENABLE ROW LEVEL SECURITY",
        "CREATE POLICY own ON shop.orders USING (true)",
        "ALTER DEFAULT PRIVILEGES FOR ROLE ~owner IN SCHEMA shop GRANT SELECT ON TABLES TO ~readers",
        "CREATE FUNCTION shop.raise() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
        "REVOKE EXECUTE ON FUNCTION shop.raise() FROM PUBLIC", "GRANT EXECUTE ON FUNCTION shop.raise() TO ~writer",
        "CREATE FUNCTION shop.plain() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "GRANT EXECUTE ON FUNCTION shop.plain() TO ~reader",
        "CREATE PUBLICATION outward FOR TABLE shop.orders",
        "CREATE FUNCTION shop.watch() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'",
        "CREATE EVENT TRIGGER ~watch ON ddl_command_end EXECUTE FUNCTION shop.watch()",
        "ALTER EVENT TRIGGER ~watch DISABLE",
        "CREATE EXTENSION IF NOT EXISTS postgres_fdw",
        "CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'db.example.org', port '5433', dbname 'crm')",
        "CREATE USER MAPPING FOR ~writer SERVER far OPTIONS (user 'crm_app', password 'not-a-real-one')",
        "CREATE SUBSCRIPTION ~inward CONNECTION 'host=up.example.org port=5432 dbname=orders user=rep password=''a b''' "
            + "PUBLICATION outward WITH (connect = false, slot_name = NONE, enabled = false)",
    ]

    @Test("A13: roles, rights, ownership, row security and what reaches out are read from a real database")
    func shop() async throws {
        try await withPrepared(Self.shop + []) { prepared in
            var options = ImportOptions()
            options.fingerprint = { Fingerprint(hex: hex($0.reversed())) }
            let estate = try await prepared.source().estate(options: options, progress: nil)
            try await dropSubscription(prepared)

            #expect(estate.source.root == "postgres://127.0.0.1:\(prepared.port)/\(prepared.name)")
            #expect(estate.source.kind == .live)
            let owner = try prepared.role("owner", in: estate)
            #expect(owner.kind == .serviceAccount)
            #expect(owner.active == true)
            #expect(owner.expires == Instant("2030-01-02T00:00:00Z"))
            #expect(owner.detail["password"] == "scram-sha-256")
            #expect(owner.credentials.count == 1)
            #expect(owner.says("OWNER", "table \(prepared.name).shop.*", .privileged))

            let reader = try prepared.role("reader", in: estate)
            let select = try #require(reader.right("SELECT", "table \(prepared.name).shop.*"))
            #expect(select.effect.identityClass == .readOnly)
            #expect(select.condition == "row security on 1 of 2")
            #expect(select.via == "member of `\(prepared.prefix)readers`")
            #expect(reader.rights.contains { $0.resource.contains("tables that \(prepared.prefix)owner will make") })
            #expect(reader.rights.allSatisfy { $0.effect.identityClass == .readOnly })
            #expect(reader.memberOf == [prepared.prefix + "readers"])

            let shy = try prepared.role("shy", in: estate)
            #expect(shy.right("SELECT", "table \(prepared.name).shop.*") == nil)
            #expect(estate.trusts.contains(Trust(.assumes, from: shy.key, to: prepared.prefix + "readers")))

            let writer = try prepared.role("writer", in: estate)
            #expect(writer.purpose == "takes orders")
            #expect(
                writer.right("INSERT", "table \(prepared.name).shop.orders")?.effect.identityClass == .changeCapable
            )
            #expect(writer.says("SELECT", "column \(prepared.name).shop.orders (id, total)", .readOnly))
            #expect(writer.says("USAGE", "sequence \(prepared.name).shop.*", .privileged))
            let definer = try #require(writer.rights.first { $0.via == "SECURITY DEFINER" })
            #expect(definer.effect.identityClass == .privileged)
            #expect(definer.effect.reason.contains("superuser `penstock`"))
            #expect(definer.effect.reason.contains("search path"))
            #expect(
                estate.trusts.contains {
                    $0.from == writer.key && $0.to == "crm_app@db.example.org:5433/crm" && $0.isExternal
                }
            )

            let boss = try prepared.role("boss", in: estate)
            #expect(boss.says("CREATEROLE", "*", .privileged))
            #expect(boss.says("CREATEDB", "*", .changeCapable))
            let become = try prepared.role("become", in: estate)
            #expect(
                become.rights.contains { $0.via == "SET ROLE `\(boss.key)`" && $0.effect.identityClass == .privileged }
            )
            #expect(become.detail["may hand on"] == boss.key)
            #expect(try prepared.role("over", in: estate).active == false)
            let files = try prepared.role("files", in: estate)
            #expect(files.says("pg_write_server_files", "*", .privileged))
            #expect(try prepared.role("readers", in: estate).kind == .role)

            let mapping = try #require(estate.credentials.first { $0.reference.kind == "postgresUserMapping" })
            #expect(mapping.fingerprint == Fingerprint(hex: hex("not-a-real-one".utf8.reversed())))
            let inward = try #require(estate.workflows.first { $0.name == prepared.prefix + "inward" })
            #expect(inward.steps.first?.target == "up.example.org:5432/orders")
            #expect(inward.active == false)
            let connection = try #require(estate.credentials.first { $0.reference.kind == "postgresConnection" })
            #expect(connection.fingerprint == Fingerprint(hex: hex("a b".utf8.reversed())))
            #expect(
                estate.workflows.contains { $0.name == "outward" && $0.steps.first?.effect.identityClass == .readOnly }
            )
            let trigger = try #require(estate.workflows.first { $0.name == prepared.prefix + "watch" })
            #expect(trigger.active == false)
            #expect(
                estate.principals.contains { $0.kind == .connector && $0.detail["target"] == "db.example.org:5433/crm" }
            )

            #expect(estate.counts["rowSecurityTables"] == 1)
            #expect(estate.counts["definerFunctions"] == 1)
            #expect(estate.source.capabilities.answer(.lastUse) == .partly)
            #expect(estate.source.capabilities.answer(.owners) == .no)
            let everything = String(decoding: try JSONEncoder().encode(estate), as: UTF8.self)
            #expect(!everything.contains("not-a-real-one"))
            #expect(!everything.contains(prepared.password))
        }
    }

    private func dropSubscription(_ prepared: Prepared) async throws {
        let database = PostgresDatabase(prepared.database, maximumConnections: 2)
        try await database.executeAlone(Query(stringLiteral: "DROP SUBSCRIPTION \(prepared.prefix)inward"))
        await database.close()
    }

    @Test("A role with few privileges reads what it may, and says what it could not")
    func fewPrivileges() async throws {
        let secret = String(UInt64.random(in: 0 ... .max), radix: 36)
        let statements = Self.shop.dropLast() + ["CREATE ROLE ~little LOGIN PASSWORD '\(secret)'"]
        try await withPrepared(Array(statements)) { prepared in
            let source = try prepared.source(user: prepared.prefix + "little", password: secret)
            let estate = try await source.estate(options: ImportOptions(), progress: nil)
            #expect(try prepared.role("writer", in: estate).rights.contains { $0.operations == ["INSERT", "UPDATE"] })
            let owner = try prepared.role("owner", in: estate)
            #expect(owner.detail["password"] == "not visible to `\(prepared.prefix)little`")
            #expect(owner.credentials.isEmpty)
            let gaps = estate.remarks.map(\.reason)
            #expect(gaps.contains { $0.contains("whether a role has a password") })
            #expect(gaps.contains { $0.contains("where sessions come from") })
            #expect(gaps.contains { $0.contains("options of user mappings") })
            let note = estate.source.capabilities.notes[.secretValues]
            #expect(note == "whether a role has a password is told to superusers only")
            #expect(estate.source.capabilities.notes[.scopes]?.contains("were not read") == true)
        }
    }

    @Test("A wrong password, a missing database and nobody at the port are told apart")
    func refusals() async throws {
        try await withPrepared([]) { prepared in
            await #expect {
                try await prepared.source(password: "wrong").estate(options: ImportOptions(), progress: nil)
            } throws: { ($0 as? LiveFailure)?.reason == .unauthorised }
            await #expect {
                try await prepared.source(database: "none").estate(options: ImportOptions(), progress: nil)
            } throws: { ($0 as? LiveFailure)?.reason == .address }
            let proxy = try await CuttingProxy(to: prepared.port, limit: nil)
            let port = proxy.port
            await proxy.close()
            await #expect {
                try await prepared.source(port: port).estate(options: ImportOptions(), progress: nil)
            } throws: { ($0 as? LiveFailure)?.reason == .unreachable }
        }
    }

    @Test("A server that is no PostgreSQL is told as such")
    func otherSystem() async throws {
        let server = try await FakeAWS { _, _ in FakeAWS.page() }
        let address = try LiveAddress("postgres://me@127.0.0.1:\(server.port)/x")
        let source = try PostgresLiveSource(address, secrets: try LiveSecrets(environment: [:]))
        do throws(LiveFailure) {
            _ = try await source.estate(options: ImportOptions(), progress: nil)
            Issue.record("it was read")
        } catch {
            #expect(error.reason == .otherSystem, "\(error)")
        }
        await server.close()
    }

    @Test("A connection that is cut in the middle gives no estate", arguments: [2_000, 6_000, 20_000])
    func cut(after bytes: Int) async throws {
        try await withPrepared(["CREATE TABLE many (a int)"]) { prepared in
            let proxy = try await CuttingProxy(to: prepared.port, limit: bytes)
            let source = try prepared.source(port: proxy.port)
            do throws(LiveFailure) {
                _ = try await source.estate(options: ImportOptions(), progress: nil)
                Issue.record("it was read")
            } catch {
                #expect(error.reason == .cutOff, "\(error)")
            }
            await proxy.close()
        }
    }

    @Test("Ten thousand roles are read")
    func manyRoles() async throws {
        let make = """
            DO $$ BEGIN CREATE ROLE ~all; FOR i IN 1..10000 LOOP EXECUTE 'CREATE ROLE ~r' || i || ' LOGIN IN ROLE ~all';
            END LOOP; END $$
            """
        try await withPrepared([make]) { prepared in
            let estate = try await prepared.source().estate(options: ImportOptions(), progress: nil)
            #expect(estate.principals.count { $0.key.hasPrefix(prepared.prefix) } == 10_001)
            #expect(estate.trusts.count { $0.to == prepared.prefix + "all" } == 10_000)
        }
    }

    @Test(
        "Addresses without a user, with a password or with options of the session are refused",
        arguments: [
            "postgres://127.0.0.1/x", "postgres://u@h/x/y", "postgres://u@h/x?options=-c",
            "postgres://u@h/x?password=p",
        ]
    )
    func badAddresses(text: String) throws {
        let address = try LiveAddress(text)
        #expect(throws: LiveFailure.self) {
            try PostgresLiveSource(address, secrets: try LiveSecrets(environment: [:]))
        }
    }

    @Test(
        "Connection texts of both forms give target and secret",
        arguments: [
            ("host=a port=1 dbname=d user=u password='x\\'y z'", "a:1/d", "x'y z"),
            ("postgresql://u:p%40q@a:1/d?sslmode=require", "a:1/d", "p@q"), ("dbname = d  password = s", "d", "s"),
        ]
    )
    func connectionTexts(text: String, target: String, secret: String) {
        let read = ConnectionText(text)
        #expect(read.target == target)
        #expect(read.values["password"] == secret)
    }
}

extension Principal {
    fileprivate func right(_ operation: String, _ resource: String) -> Right? {
        rights.first { $0.operations.contains(operation) && $0.resource == resource }
    }

    fileprivate func says(_ operation: String, _ resource: String, _ identityClass: IdentityClass) -> Bool {
        rights.contains {
            $0.operations.contains(operation) && $0.resource == resource && $0.effect.identityClass == identityClass
        }
    }
}
