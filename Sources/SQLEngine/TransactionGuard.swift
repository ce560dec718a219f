/// Remembers the first failure of a transaction, so that it cannot go on or commit as if nothing had happened.
///
/// PostgreSQL refuses everything after a failed statement; SQLite would carry on. With this both refuse.
final class TransactionGuard {
    private var failure: DatabaseError?

    /// - Throws: The failure that was not undone by a savepoint.
    func requireIntact() throws(DatabaseError) {
        guard let failure else { return }
        throw DatabaseError(
            failure.kind,
            failure.attempt,
            "\(failure.message) (earlier in this transaction)",
            cause: failure,
        )
    }

    /// Runs `body`, keeping what it throws as the transaction's failure.
    func attempting<T>(_ attempt: @autoclosure () -> String, _ body: () throws -> T) throws -> T {
        try requireIntact()
        do {
            return try body()
        } catch let error as DatabaseError {
            failure = error
            throw error
        } catch {
            let error = DatabaseError(sqlite: error, attempt())
            failure = error
            throw error
        }
    }

    /// The changes since a savepoint were undone, and the failure with them.
    func recover() { failure = nil }
}
