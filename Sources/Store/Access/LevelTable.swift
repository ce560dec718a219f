package import Domain
package import SQLEngine

/// What is said of how strictly policy is applied, one row an identity, system or source.
package enum LevelTable {
    /// Says it anew.
    package static func put(_ setting: LevelSetting, in connection: some Connection) throws {
        try connection.execute(
            """
            INSERT INTO levels (subject_kind, subject, level, until, reason, set_by, set_at, request)
            VALUES (\(setting.subject.kind), \(setting.subject.id.storable), \(setting.level), \(setting.until),
                \(setting.reason.storable), \(setting.setBy.storable), \(setting.set), \(setting.request))
            ON CONFLICT (subject_kind, subject) DO UPDATE SET
                level = excluded.level, until = excluded.until, reason = excluded.reason, set_by = excluded.set_by,
                set_at = excluded.set_at, request = excluded.request
            """
        )
    }

    /// Says nothing any more.
    ///
    /// - Returns: true when something was said.
    @discardableResult
    package static func remove(_ subject: LevelSetting.Subject, in connection: some Connection) throws -> Bool {
        try connection.execute(
            "DELETE FROM levels WHERE subject_kind = \(subject.kind) AND subject = \(subject.id.storable)"
        ) == 1
    }

    package static func find(_ subject: LevelSetting.Subject, in connection: some Connection) throws -> LevelSetting? {
        try connection.row(
            "SELECT * FROM levels WHERE subject_kind = \(subject.kind) AND subject = \(subject.id.storable)"
        ).map(decode)
    }

    /// All, those that ended included, by subject.
    package static func all(in connection: some Connection) throws -> [LevelSetting] {
        try connection.rows("SELECT * FROM levels ORDER BY subject_kind, subject").map(decode)
    }

    private static func decode(_ row: Row) throws -> LevelSetting {
        LevelSetting(
            LevelSetting.Subject(try row.get("subject_kind"), try row.text("subject")),
            try row.get("level"),
            until: try row.get("until"),
            reason: try row.text("reason"),
            setBy: try row.text("set_by"),
            set: try row.get("set_at"),
            request: try row.get("request"),
        )
    }
}
