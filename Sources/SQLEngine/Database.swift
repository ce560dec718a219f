/// Which dialect a database speaks; decides how schema type tokens are rendered and nothing else.
package enum Engine: String, Sendable, Hashable, CaseIterable {
    case sqlite
    case postgresql
}

/// A database: `SQLiteDatabase` or `PostgresDatabase`.
///
/// Closures run on threads of the driver, never on the cooperative pool or an event loop, in one transaction each.
package protocol Database: Sendable {
    var engine: Engine { get }

    /// Reads one unchanging snapshot. Writing throws.
    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T

    /// Runs `body` in a serializable transaction and commits it durably; rolls back when `body` throws.
    ///
    /// `body` may run more than once (PostgreSQL repeats it after a serialization failure or deadlock), so it must
    /// change nothing but the database. Writes that name the same lock run one after another instead of conflicting.
    ///
    /// - Parameters:
    ///   - names: Locks to hold from before the snapshot until after the commit.
    ///   - body: The transaction.
    /// - Returns: What `body` returned when it was committed.
    /// - Throws: What `body` threw; `.busy` when conflicts did not end; `.connection` when the database is lost.
    @discardableResult
    func write<T: Sendable>(
        locking names: [String],
        _ body: @escaping @Sendable (any Connection) throws -> T,
    ) async throws -> T

    /// One element when listening has begun, and one after every `notify` on the channel or when some may have been
    /// missed (several may be merged into one): an element means "look again". Ends when the database is closed.
    func listen(_ channel: Identifier) -> AsyncStream<Void>

    /// Settings under which a committed transaction could be lost, each with its remedy; empty when there are none.
    func durabilityProblems() async throws -> [String]

    /// Lets running transactions end and closes all connections. Later use throws `.connection`.
    func close() async
}

extension Database {
    /// As `write(locking:_:)` without locks.
    @discardableResult
    package func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await write(locking: [], body)
    }
}
