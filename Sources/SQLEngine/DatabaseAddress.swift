/// Where a store is: `sqlite:FILE`, `sqlite::memory:` or `postgres://…`.
///
/// The description has no password.
package enum DatabaseAddress: Sendable, Hashable {
    case sqlite(path: String)
    case sqliteInMemory
    case postgresql(PostgresAddress)

    /// - Throws: `.invalid` when the text has none of the three forms.
    package init(_ text: String) throws(DatabaseError) {
        if text == "sqlite::memory:" {
            self = .sqliteInMemory
        } else if text.hasPrefix("sqlite:"), text.count > "sqlite:".count {
            self = .sqlite(path: String(text.dropFirst("sqlite:".count)))
        } else if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
            self = .postgresql(try PostgresAddress(text))
        } else {
            throw DatabaseError(
                .invalid,
                "read the address of the store",
                "it must be `sqlite:FILE`, `sqlite::memory:` or `postgres://user:password@host:port/database`",
            )
        }
    }

    /// Opens the database; PostgreSQL is connected at the first use.
    package func open() throws(DatabaseError) -> any Database {
        switch self {
        case .sqlite(let path): try SQLiteDatabase(path: path)
        case .sqliteInMemory: try SQLiteDatabase.inMemory()
        case .postgresql(let address): PostgresDatabase(address)
        }
    }
}

extension DatabaseAddress: CustomStringConvertible {
    package var description: String {
        switch self {
        case .sqlite(let path): "sqlite:\(path)"
        case .sqliteInMemory: "sqlite::memory:"
        case .postgresql(let address): "\(address)"
        }
    }
}
