import Foundation
package import SQLEngine

/// The databases every store test runs on.
package enum TestEngine: String, Sendable, CaseIterable, CustomStringConvertible {
    case sqliteInMemory
    case sqliteFile
    case postgresql

    /// Those that can run here: PostgreSQL only when it is installed.
    package static let available = allCases.filter { $0 != .postgresql || PostgresServer.shared != nil }

    package var description: String { rawValue }

    /// Runs `body` with a new, empty database, which is removed afterwards.
    package func withDatabase<T>(_ body: (any Database) async throws -> T) async throws -> T {
        switch self {
        case .sqliteInMemory:
            return try await closing(try SQLiteDatabase.inMemory(), body)
        case .sqliteFile:
            return try await withTemporaryFolder { folder in
                try await closing(try SQLiteDatabase(path: "\(folder)/store.sqlite"), body)
            }
        case .postgresql:
            guard let server = PostgresServer.shared else {
                throw PostgresServer.StartFailure(description: "PostgreSQL is not available")
            }
            let address = try await server.createDatabase()
            let result = try await closing(PostgresDatabase(address, maximumConnections: 4), body)
            try await server.drop(address)
            return result
        }
    }

    private func closing<T>(_ database: some Database, _ body: (any Database) async throws -> T) async throws -> T {
        do {
            let result = try await body(database)
            await database.close()
            return result
        } catch {
            await database.close()
            throw error
        }
    }
}

/// Runs `body` on a new SQLite database in memory and, where it is installed, on a new PostgreSQL database.
package func withEachEngine(_ body: (any Database) async throws -> Void) async throws {
    for engine in TestEngine.available where engine != .sqliteFile { try await engine.withDatabase(body) }
}
