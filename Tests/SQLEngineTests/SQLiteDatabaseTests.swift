import Foundation
import SQLEngine
import TestSupport
import Testing

struct SQLiteDatabaseTests {
    @Test("Commits are synced: the writer's level is FULL and the journal a write-ahead log")
    func durability() async throws {
        try await withTemporaryFolder { folder in
            let database = try SQLiteDatabase(path: "\(folder)/store.sqlite")
            let (level, journal, foreignKeys) = try await database.write { connection in
                (
                    try connection.scalar("PRAGMA synchronous", as: Int.self),
                    try connection.scalar("PRAGMA journal_mode", as: String.self),
                    try connection.scalar("PRAGMA foreign_keys", as: Bool.self)
                )
            }
            #expect(level == 2)
            #expect(journal == "wal")
            #expect(foreignKeys == true)
            #expect(try await database.durabilityProblems() == [])
            await database.close()
        }
    }

    @Test("Every file of a database belongs to its owner alone, also when it was open to others before")
    func modes() async throws {
        try await withTemporaryFolder { folder in
            let path = "\(folder)/store.sqlite"
            #expect(FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o644]))
            let database = try SQLiteDatabase(path: path)
            try await Migrator([Sample.migration]).migrate(database, at: 0)
            let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            #expect(files == ["store.sqlite", "store.sqlite-shm", "store.sqlite-wal", "store.sqlite.lock"])
            for file in files {
                let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(file)")
                #expect(attributes[.posixPermissions] as? Int == 0o600, "\(file)")
            }
            await database.close()
        }
    }

    @Test("A file that is in use is refused with the holder's process number, and free after it is closed")
    func locked() async throws {
        try await withTemporaryFolder { folder in
            let path = "\(folder)/store.sqlite"
            let first = try SQLiteDatabase(path: path)
            let failure = await databaseError { _ = try SQLiteDatabase(path: path) }
            #expect(failure?.kind == .busy)
            #expect(failure?.message.contains("process \(getpid())") == true)
            await first.close()
            let second = try SQLiteDatabase(path: path)
            await second.close()
        }
    }

    @Test("A file is read while it is in use, and cannot be written that way")
    func readOnly() async throws {
        try await withTemporaryFolder { folder in
            let path = "\(folder)/store.sqlite"
            let writer = try SQLiteDatabase(path: path)
            try await Migrator([Sample.migration]).migrate(writer, at: 0)
            try await writer.write { try $0.execute(Sample(number: 1).insertion) }
            let reader = try SQLiteDatabase(readingFrom: path)
            #expect(try await reader.samples().count == 1)
            await #expect(throws: DatabaseError.self) {
                try await reader.write { try $0.execute(Sample(number: 2).insertion) }
            }
            await writer.close()
            #expect(try await reader.samples().count == 1)
            await reader.close()
            let later = try SQLiteDatabase(readingFrom: path)
            #expect(try await later.samples().count == 1)
            await later.close()
        }
    }

    @Test("A file that is no database, or cannot be opened, is refused as such")
    func unusable() async throws {
        try await withTemporaryFolder { folder in
            try Data(repeating: 120, count: 4_096).write(to: URL(fileURLWithPath: "\(folder)/text"))
            try FileManager.default.createDirectory(atPath: "\(folder)/inner", withIntermediateDirectories: false)
            #expect(mkfifo("\(folder)/pipe", 0o644) == 0)
            for name in ["text", "nowhere/store.sqlite", "inner", "pipe"] {
                let failure = await databaseError { _ = try SQLiteDatabase(path: "\(folder)/\(name)") }
                #expect(failure?.kind == .connection, "\(name)")
            }
            let pipe = try FileManager.default.attributesOfItem(atPath: "\(folder)/pipe")
            #expect(pipe[.posixPermissions] as? Int == 0o644)
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/pipe.lock"))
            let missing = await databaseError { _ = try SQLiteDatabase(readingFrom: "\(folder)/missing") }
            #expect(missing?.kind == .connection)
        }
    }

    @Test("Data is kept when the file is opened again")
    func reopened() async throws {
        try await withTemporaryFolder { folder in
            let address = try DatabaseAddress("sqlite:\(folder)/store.sqlite")
            let first = try address.open()
            try await Migrator([Sample.migration]).migrate(first, at: 0)
            try await first.write { connection in
                for sample in Sample.all { try connection.execute(sample.insertion) }
            }
            await first.close()
            let second = try address.open()
            #expect(try await second.samples() == Sample.all)
            await second.close()
        }
    }
}
