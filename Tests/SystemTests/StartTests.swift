import Foundation
import Testing

/// What stops the start, and how the server ends.
@Suite(.serialized)
struct StartTests {
    @Test("SIGTERM drains and ends with 0 within ten seconds, and a second start goes on where it was")
    func terminates() async throws {
        try await withHome { home in
            let server = try await RunningServer.start(in: home)
            try await Program.succeed(["user", "add", "ana@example.com", "--name", "Ana"], in: home)
            let began = ContinuousClock.now
            #expect(await server.terminate() == 0)
            #expect(ContinuousClock.now - began < .seconds(10))
            #expect(!FileManager.default.fileExists(atPath: "\(home)/penstock-data/operator.json"))
            let again = try await RunningServer.start(in: home)
            let users = try await Program.succeed(["user", "list", "--json"], in: home)
            #expect(users.output.contains("ana@example.com"))
            #expect(await again.terminate() == 0)
        }
    }

    @Test("A second instance on the same file is refused, naming the first")
    func second() async throws {
        try await withHome { home in
            let server = try await RunningServer.start(in: home)
            let other = try await Program.run(
                ["serve", "--listen", "127.0.0.1:0", "--gateway", "127.0.0.1:0"],
                in: home,
            )
            #expect(other.status == 1)
            #expect(other.errors.contains("penstock-data/penstock.db"))
            let direct = try await Program.run(
                ["identities", "--store", "sqlite:penstock-data/penstock.db"],
                in: home,
                environment: ["PENSTOCK_MASTER_KEY_FILE": "penstock-data/master.key"],
            )
            #expect(direct.status == 1)
            #expect(await server.terminate() == 0)
        }
    }

    @Test("A master key that others can read, or that is gone, stops the start and says what to do")
    func key() async throws {
        try await withHome { home in
            try await Program.succeed(["user", "list"], in: home)
            let key = "\(home)/penstock-data/master.key"
            let attributes = try FileManager.default.attributesOfItem(atPath: key)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
            let open = try await Program.run(["user", "list"], in: home)
            #expect(open.status == 1)
            #expect(open.errors.contains("chmod 600"))
            try FileManager.default.moveItem(atPath: key, toPath: key + ".away")
            let gone = try await Program.run(["user", "list"], in: home)
            #expect(gone.status == 1)
            #expect(gone.errors.contains("restore it"))
            #expect(!FileManager.default.fileExists(atPath: key))
        }
    }

    @Test("The wrong master key is told apart from the right one")
    func wrongKey() async throws {
        try await withHome { home in
            try await Program.succeed(["user", "list"], in: home)
            let key = "\(home)/penstock-data/master.key"
            try FileManager.default.removeItem(atPath: key)
            let other = Data((0..<32).map { _ in UInt8.random(in: 0...255) }).base64EncodedString() + "\n"
            _ = FileManager.default.createFile(
                atPath: key,
                contents: Data(other.utf8),
                attributes: [.posixPermissions: 0o600],
            )
            let run = try await Program.run(["user", "list"], in: home)
            #expect(run.status == 1)
            #expect(run.errors.contains("not the one this store was sealed with"))
        }
    }

    @Test("PostgreSQL without a master key file is refused before anything is connected")
    func postgresWithoutKey() async throws {
        try await withHome { home in
            let run = try await Program.run(["serve", "--store", "postgres://nobody@127.0.0.1:1/none"], in: home)
            #expect(run.status == 1)
            #expect(run.errors.contains("PENSTOCK_MASTER_KEY_FILE"))
        }
    }

    @Test("A store that is newer than the program is refused")
    func newer() async throws {
        try await withHome { home in
            try await Program.succeed(["user", "list"], in: home)
            try await Store.sqlite.execute(
                "INSERT INTO schema_migrations (id, name, hash, applied) VALUES (9999, 'later', 'x', 0)",
                home: home,
                options: [],
            )
            let run = try await Program.run(["user", "list"], in: home)
            #expect(run.status == 1)
            #expect(run.errors.contains("newer than this program"))
        }
    }

    @Test("A taken port is named")
    func port() async throws {
        try await withHome { home in
            let server = try await RunningServer.start(in: home)
            try await withHome { other in
                let run = try await Program.run(
                    ["serve", "--listen", "127.0.0.1:0", "--gateway", "127.0.0.1:\(server.gateway)"],
                    in: other,
                )
                #expect(run.status == 1)
                #expect(run.errors.contains("\(server.gateway)"))
            }
            #expect(await server.terminate() == 0)
        }
    }

    @Test("Doctor passes on a fresh store and names what is wrong with a broken one")
    func doctor() async throws {
        try await withHome { home in
            try await Program.succeed(["user", "list"], in: home)
            let sound = try await Program.run(["doctor", "--json"], in: home)
            struct Check: Decodable {
                var check: String
                var passed: Bool
                var remedy: String?
            }
            let checks = try sound.json([Check].self)
            #expect(
                Set(checks.map(\.check)).isSuperset(of: [
                    "configuration", "master key", "store", "schema", "log", "clock",
                ])
            )
            #expect(checks.filter { !$0.passed && !$0.check.hasPrefix("port") }.isEmpty)
            let key = "\(home)/penstock-data/master.key"
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: key)
            let broken = try await Program.run(["doctor", "--json"], in: home)
            #expect(broken.status == 1)
            let failed = try broken.json([Check].self).filter { !$0.passed }
            #expect(failed.contains { $0.check == "master key" && $0.remedy?.contains("chmod 600") == true })
        }
    }

    @Test("The version names program, number and commit")
    func version() async throws {
        let run = try await Program.succeed(["--version"], in: "/tmp")
        #expect(run.output.hasPrefix("penstock "))
        #expect(run.output.split(separator: " ").count >= 3)
    }
}
