package import Domain
package import SQLEngine

/// The systems that integrations act on, without their credentials, which `SealedTable` keeps.
package enum SystemTable {
    /// Adds the system or overwrites the one of the same name.
    package static func put(_ system: System, at now: Instant, in connection: some Connection) throws {
        try connection.execute(
            """
            INSERT INTO systems (name, title, environment, function, vendor, region, data_classes, upstream, injection,
                admin_paths, created, updated)
            VALUES (\(system.name), \(system.title.storable), \(system.environment.storable),
                \(system.function?.storable), \(system.vendor?.storable), \(system.region?.storable),
                \(try JSONColumn(system.dataClasses)), \(system.upstream?.storable),
                \(try JSONColumn(system.injection)), \(try JSONColumn(system.adminPaths)), \(now), \(now))
            ON CONFLICT (name) DO UPDATE SET title = excluded.title, environment = excluded.environment,
                function = excluded.function, vendor = excluded.vendor, region = excluded.region,
                data_classes = excluded.data_classes, upstream = excluded.upstream, injection = excluded.injection,
                admin_paths = excluded.admin_paths, updated = excluded.updated
            """
        )
    }

    package static func find(_ name: String, in connection: some Connection) throws -> System? {
        try connection.row("SELECT * FROM systems WHERE name = \(name.storable)").map(decode)
    }

    /// All of them, by name.
    package static func all(in connection: some Connection) throws -> [System] {
        try connection.rows("SELECT * FROM systems ORDER BY name").map(decode)
    }

    package static func count(in connection: some Connection) throws -> Int {
        try connection.scalar("SELECT COUNT(*) AS n FROM systems") ?? 0
    }

    private static func decode(_ row: Row) throws -> System {
        System(
            name: try row.text("name"),
            title: try row.text("title"),
            environment: try row.text("environment"),
            function: try row.get("function"),
            vendor: try row.get("vendor"),
            region: try row.get("region"),
            dataClasses: try row.json("data_classes"),
            upstream: try row.get("upstream"),
            injection: try row.json("injection"),
            adminPaths: try row.json("admin_paths"),
        )
    }
}
