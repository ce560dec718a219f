import SQLEngine
import TestSupport

/// A row with a column of every type.
struct Sample: Equatable, Sendable {
    var number: Int64
    var text: String?
    var real: Double?
    var bytes: [UInt8]?
    var flag: Bool?

    static let all: [Sample] = [
        Sample(number: .min, text: "", real: 0, bytes: [], flag: false),
        Sample(number: -1, text: "caf\u{E9}", real: -1.5, bytes: [0], flag: true),
        Sample(number: 0, text: "cafe\u{301}", real: .greatestFiniteMagnitude, bytes: [0, 1, 0, 255], flag: nil),
        Sample(number: 1, text: "'; DROP TABLE samples; --", real: .leastNonzeroMagnitude, bytes: nil, flag: true),
        Sample(number: 2, text: nil, real: nil, bytes: Array(0...255), flag: false),
        Sample(number: 3, text: "\u{1F6B0} line\nline\ttab \"quoted\" $1 ?", real: 0.1, bytes: nil, flag: nil),
        Sample(number: .max, text: String(repeating: "x", count: 100_000), real: .infinity, bytes: nil, flag: nil),
    ]

    var insertion: Query {
        """
        INSERT INTO samples (number, text, real, bytes, flag)
        VALUES (\(number), \(text), \(real), \(bytes), \(flag))
        """
    }

    static let migration = Migration(
        1,
        "samples",
        [
            """
            CREATE TABLE samples
            (number {int} PRIMARY KEY, text {text} UNIQUE, real {real}, bytes {bytes}, flag {bool}){strict}
            """,
            """
            CREATE TABLE parts (id {serial}, sample {int} NOT NULL REFERENCES samples (number),
            name {text} NOT NULL CHECK (name <> ''), UNIQUE (sample, name)){strict}
            """,
        ],
    )
}

extension Sample {
    init(_ row: Row) throws {
        number = try row.int64("number")
        text = try row.get("text")
        real = try row.get("real")
        bytes = try row.get("bytes")
        flag = try row.get("flag")
    }
}

extension TestEngine {
    /// A new database with empty tables `samples` and `parts`.
    func withSamples(_ body: (any Database) async throws -> Void) async throws {
        try await withDatabase { database in
            try await Migrator([Sample.migration]).migrate(database, at: 0)
            try await body(database)
        }
    }
}

extension Database {
    func samples() async throws -> [Sample] {
        try await read { try $0.rows("SELECT * FROM samples ORDER BY number").map(Sample.init) }
    }
}

/// The error that `body` throws, when it is one of the database.
func databaseError<T>(_ body: () async throws -> T) async -> DatabaseError? {
    do {
        _ = try await body()
        return nil
    } catch {
        return error as? DatabaseError
    }
}
