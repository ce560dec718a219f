/// Brings a database to the schema this program expects, one migration per transaction.
///
/// What was applied is kept in the table `schema_migrations`.
package struct Migrator: Sendable {
    package let migrations: [Migration]

    /// - Parameter migrations: In the order of their ids, which rise.
    package init(_ migrations: [Migration]) {
        precondition(
            zip(migrations, migrations.dropFirst()).allSatisfy { $0.id < $1.id },
            "migrations must be in the order of their ids",
        )
        self.migrations = migrations
    }

    /// Applies what is not applied yet.
    ///
    /// Several processes may do so at once.
    ///
    /// - Parameters:
    ///   - database: Where to apply it.
    ///   - time: Recorded with each migration; microseconds since 1970 UTC.
    /// - Returns: What was applied now.
    /// - Throws: `.newer` or `.changedMigration` as `pending(in:)` does, before anything is changed.
    @discardableResult
    package func migrate(_ database: some Database, at time: Int64) async throws -> [Migration] {
        let engine = database.engine
        let missing = try await pending(in: database)
        var applied: [Migration] = []
        for migration in missing {
            let statements = try migration.rendered(for: engine)
            let isNew = try await database.write(locking: ["schema_migrations"]) { connection in
                try Migrator.createTable(connection, engine)
                // Another process may have applied it since.
                guard try pending(connection).contains(migration) else { return false }
                for statement in statements { try connection.execute(Query(stringLiteral: statement)) }
                try connection.execute(
                    """
                    INSERT INTO schema_migrations (id, name, hash, applied)
                    VALUES (\(migration.id), \(migration.name), \(migration.hash), \(time))
                    """
                )
                return true
            }
            if isNew { applied.append(migration) }
        }
        return applied
    }

    /// What is not applied yet; changes nothing.
    ///
    /// - Throws: `.newer` when the database has a migration this program does not know; `.changedMigration` when one
    ///   that is applied differs from this program's or when a later one is applied already.
    package func pending(in database: some Database) async throws -> [Migration] {
        try await database.read { try pending($0) }
    }

    private func pending(_ connection: any Connection) throws -> [Migration] {
        guard try connection.hasTable("schema_migrations") else { return migrations }
        let stored = try connection.rows("SELECT id, name, hash FROM schema_migrations ORDER BY id")
        let known = Dictionary(uniqueKeysWithValues: migrations.map { ($0.id, $0) })
        let newest = migrations.last?.id ?? 0
        for row in stored {
            let (id, name) = (try row.int("id"), try row.text("name"))
            if let migration = known[id] {
                guard try row.text("hash") == migration.hash else { throw Migrator.changed(id, name) }
            } else if id > newest {
                throw Migrator.newer(id, name, newest)
            } else {
                throw Migrator.changed(id, name)
            }
        }
        let applied = Set(try stored.map { try $0.int("id") })
        let missing = migrations.filter { !applied.contains($0.id) }
        if let first = missing.first, let last = applied.max(), first.id < last {
            throw DatabaseError(
                .changedMigration,
                "migrate the database",
                "migration \(first.id) `\(first.name)` is missing although \(last) is applied: "
                    + "the database belongs to another build; restore a backup or run that build",
            )
        }
        return missing
    }

    private static func createTable(_ connection: any Connection, _ engine: Engine) throws {
        guard try !connection.hasTable("schema_migrations") else { return }
        let statement = try SchemaToken.render(
            """
            CREATE TABLE schema_migrations
            (id {int} PRIMARY KEY, name {text} NOT NULL, hash {text} NOT NULL, applied {time} NOT NULL){strict}
            """,
            for: engine,
            attempt: "create the table of migrations",
        )
        try connection.execute(Query(stringLiteral: statement))
    }

    private static func newer(_ id: Int, _ name: String, _ newest: Int) -> DatabaseError {
        DatabaseError(
            .newer,
            "migrate the database",
            "the database is newer than this program: it has migration \(id) `\(name)`, this program knows up to "
                + "\(newest); run the newer program, or restore a backup made before the upgrade",
        )
    }

    private static func changed(_ id: Int, _ name: String) -> DatabaseError {
        DatabaseError(
            .changedMigration,
            "migrate the database",
            "migration \(id) `\(name)` was applied in another form than this program has: the database belongs to "
                + "another build; run that build, or restore a backup",
        )
    }
}
