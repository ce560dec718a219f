import Foundation
import TestSupport
import Testing

/// The two kinds of store, each started for a test of its own.
enum Store: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case sqlite, postgresql

    var testDescription: String { rawValue }

    /// Those that can run here; PostgreSQL is left out, with a word, where it is not installed.
    static var all: [Store] {
        if PostgresServer.shared != nil { return allCases }
        print("skipped: PostgreSQL is not installed, so this runs on SQLite alone")
        return [.sqlite]
    }

    /// Gives `body` the options and the environment that make the program use this store.
    func withOptions(home: String, _ body: ([String], [String: String]) async throws -> Void) async throws {
        switch self {
        case .sqlite: try await body([], [:])
        case .postgresql:
            let server = try #require(PostgresServer.shared)
            let database = try await server.createDatabase()
            let keyFile = "\(home)/master.key"
            let key = Data((0..<32).map { _ in UInt8.random(in: 0...255) }).base64EncodedString() + "\n"
            _ = FileManager.default.createFile(
                atPath: keyFile,
                contents: Data(key.utf8),
                attributes: [.posixPermissions: 0o600],
            )
            try await body(
                ["--store", server.connectionString(to: database)],
                ["PENSTOCK_MASTER_KEY_FILE": keyFile],
            )
            try await server.drop(database)
        }
    }

    /// Runs a statement behind the program's back.
    func execute(_ statement: String, home: String, options: [String]) async throws {
        let (tool, arguments) =
            switch self {
            case .sqlite: ("sqlite3", ["\(home)/penstock-data/penstock.db", statement])
            case .postgresql: ("psql", [options[1], "-c", statement])
            }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [tool] + arguments
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
