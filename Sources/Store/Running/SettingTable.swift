package import Domain
package import SQLEngine

/// Small values by name.
package enum SettingTable {
    package static func find(_ name: String, in connection: some Connection) throws -> String? {
        try connection.scalar("SELECT value FROM settings WHERE name = \(name)")
    }

    package static func set(
        _ name: String,
        to value: String,
        at now: Instant,
        in connection: some Connection,
    ) throws {
        try connection.execute(
            """
            INSERT INTO settings (name, value, updated) VALUES (\(name), \(value.storable), \(now))
            ON CONFLICT (name) DO UPDATE SET value = excluded.value, updated = excluded.updated
            """
        )
    }

    @discardableResult
    package static func remove(_ name: String, in connection: some Connection) throws -> Bool {
        try connection.execute("DELETE FROM settings WHERE name = \(name)") == 1
    }

    package static func all(in connection: some Connection) throws -> [String: String] {
        var settings: [String: String] = [:]
        for row in try connection.rows("SELECT name, value FROM settings") {
            settings[try row.text("name")] = try row.text("value")
        }
        return settings
    }
}
