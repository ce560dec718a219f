import Foundation
import GRDB

/// One SQLite transaction; used on the connection's queue only.
final class SQLiteConnection: Connection {
    let health = TransactionGuard()

    private let database: GRDB.Database
    private let isWriting: Bool
    private var running: Set<String> = []
    private var savepoints = 0
    private(set) var notified: Set<String> = []

    init(_ database: GRDB.Database, isWriting: Bool) {
        self.database = database
        self.isWriting = isWriting
    }

    func execute(_ query: Query) throws -> Int {
        try health.attempting(query.attempt) {
            try query.validate()
            let statement = try prepare(query.text)
            guard query.changesOrReadsRows else {
                try statement.execute(arguments: query.arguments)
                return 0
            }
            return try run(query, SQLiteStatement(statement, database), isLast: true)
        }
    }

    func rows(_ query: Query) throws -> [Row] {
        var rows: [Row] = []
        try forEachRow(query) { rows.append($0) }
        return rows
    }

    func forEachRow(_ query: Query, _ body: (Row) throws -> Void) throws {
        let text = query.text
        // A statement that is being stepped through cannot be started again by `body`: it gets one of its own.
        let isNested = running.contains(text)
        let statement = try health.attempting(query.attempt) {
            try query.validate()
            let statement = SQLiteStatement(try prepare(text), database)
            try statement.bind(query.parameters)
            return statement
        }
        if !isNested { running.insert(text) }
        defer {
            statement.reset()
            if !isNested { running.remove(text) }
        }
        let columns = Row.Columns(statement.columnNames)
        while try health.attempting(query.attempt, { try statement.step() }) {
            try body(Row(columns, (0..<Int32(columns.names.count)).map { statement.value(at: $0) }))
        }
    }

    func batch(_ queries: some Sequence<Query>) throws -> Int {
        var pieces: [String] = []
        var prepared: SQLiteStatement?
        defer { prepared?.reset() }
        var count = 0
        for query in queries {
            try health.attempting(query.attempt) {
                try query.validate()
                if let prepared, query.pieces == pieces {
                    count += try run(query, prepared, isLast: false)
                } else {
                    prepared?.reset()
                    let statement = SQLiteStatement(try prepare(query.text), database)
                    (pieces, prepared) = (query.pieces, statement)
                    count += try run(query, statement, isLast: false)
                }
            }
        }
        return count
    }

    func savepoint<T>(_ body: () throws -> T) throws -> T {
        savepoints += 1
        defer { savepoints -= 1 }
        let name = "penstock_\(savepoints)"
        let notifiedBefore = notified
        try command("SAVEPOINT \(name)")
        do {
            let result = try body()
            try health.requireIntact()
            try command("RELEASE \(name)")
            return result
        } catch {
            health.recover()
            notified = notifiedBefore
            try command("ROLLBACK TO \(name)")
            try command("RELEASE \(name)")
            throw error
        }
    }

    func advisoryLock(_: String) throws {
        try health.attempting("take a lock") { try requireWriting("take a lock") }
    }

    func notify(_ channel: Identifier) throws {
        let attempt = "notify `\(channel.name)`"
        try health.attempting(attempt) { try requireWriting(attempt) }
        notified.insert(channel.name)
    }

    func hasTable(_ name: Identifier) throws -> Bool {
        try row("SELECT 1 AS found FROM sqlite_master WHERE type = 'table' AND name = \(name.name)") != nil
    }

    private func requireWriting(_ attempt: String) throws(DatabaseError) {
        guard isWriting else { throw DatabaseError(.invalid, attempt, "this transaction only reads: use `write`") }
    }

    private func prepare(_ text: String) throws -> Statement {
        running.contains(text) ? try database.makeStatement(sql: text) : try database.cachedStatement(sql: text)
    }

    private func run(_ query: Query, _ statement: SQLiteStatement, isLast: Bool) throws -> Int {
        let before = database.totalChangesCount
        try statement.bind(query.parameters)
        while try statement.step() {}
        if isLast { statement.reset() }
        // `changesCount` keeps the count of an earlier statement when this one changes nothing.
        return database.totalChangesCount == before ? 0 : database.changesCount
    }

    private func command(_ text: String) throws {
        try health.attempting("run `\(text)`") { try database.execute(sql: text) }
    }
}

extension Query {
    fileprivate var arguments: StatementArguments { StatementArguments(parameters.map(\.datum.databaseValue)) }

    /// False for statements that GRDB must see: transactions, schema, settings.
    fileprivate var changesOrReadsRows: Bool {
        let word = pieces[0].drop(while: \.isWhitespace).prefix { $0.isLetter }
        return ["INSERT", "UPDATE", "DELETE", "SELECT", "WITH", "REPLACE", "VALUES"].contains(word.uppercased())
    }
}

extension SQLDatum {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let value): value.databaseValue
        case .real(let value): value.databaseValue
        case .text(let value): value.databaseValue
        case .bytes(let value): Data(value).databaseValue
        case .bool(let value): value.databaseValue
        }
    }
}
