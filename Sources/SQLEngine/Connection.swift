/// One transaction on one connection, valid inside the closure of `Database.read` or `Database.write`.
///
/// All calls block the driver's own thread. After a statement has failed, every further statement fails and the
/// transaction cannot commit, on both engines; only `savepoint` recovers.
package protocol Connection: AnyObject {
    /// Runs a statement.
    ///
    /// - Returns: The number of rows inserted, updated or deleted.
    @discardableResult
    func execute(_ query: Query) throws -> Int

    /// All rows, in memory at once.
    func rows(_ query: Query) throws -> [Row]

    /// Rows one after another, in constant memory. `body` may use the connection.
    func forEachRow(_ query: Query, _ body: (Row) throws -> Void) throws

    /// Runs many statements of the same text, prepared once and sent without waiting for each.
    ///
    /// - Returns: The number of rows inserted, updated or deleted by all of them.
    @discardableResult
    func batch(_ queries: some Sequence<Query>) throws -> Int

    /// Runs `body` and undoes only its changes when it throws; the error is thrown on.
    func savepoint<T>(_ body: () throws -> T) throws -> T

    /// Waits until no other transaction, of any process, holds the lock of this name; holds it until the end.
    ///
    /// PostgreSQL takes it before the transaction's snapshot: when it is not held yet, the transaction is rolled back
    /// and its closure runs again from the start, under the lock. Name it in `write(locking:)` to save that. SQLite has
    /// one writer, so there it does nothing.
    func advisoryLock(_ name: String) throws

    /// Wakes the listeners of a channel, in every process, when the transaction commits.
    func notify(_ channel: Identifier) throws

    func hasTable(_ name: Identifier) throws -> Bool

    /// The database's own clock at this moment, in microseconds since 1970 UTC: one clock for all processes that use
    /// the database.
    func now() throws -> Int64
}

extension Connection {
    /// The first row, or nil.
    package func row(_ query: Query) throws -> Row? { try rows(query).first }

    /// The first column of the first row; nil without rows.
    ///
    /// - Throws: `.decoding` when it is NULL and `Value` is not optional, or of another type.
    package func scalar<Value: SQLValue>(_ query: Query, as: Value.Type = Value.self) throws -> Value? {
        guard let row = try row(query), let name = row.columnNames.first else { return nil }
        return try row.get(name, as: Value.self)
    }

    /// Runs the query made of each item: `try connection.batch(owners) { "INSERT INTO owners VALUES (\($0.id))" }`.
    @discardableResult
    package func batch<Item>(_ items: some Sequence<Item>, _ query: (Item) -> Query) throws -> Int {
        try withoutActuallyEscaping(query) { query in try batch(items.lazy.map(query)) }
    }
}
