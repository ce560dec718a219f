package import Domain
package import SQLEngine

/// The teams and who belongs to them.
package enum TeamTable {
    /// Adds a team or overwrites the one of its id, members included.
    ///
    /// - Throws: `DatabaseError` of kind `constraintUnique` when another team has the name.
    package static func put(_ team: Team, at now: Instant, in connection: some Connection) throws {
        try connection.execute(
            """
            INSERT INTO teams (id, name, external_id, created, updated)
            VALUES (\(team.id), \(team.name.storable), \(team.externalID?.storable), \(now), \(now))
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, external_id = excluded.external_id,
                updated = excluded.updated
            """
        )
        try connection.execute("DELETE FROM team_members WHERE team = \(team.id)")
        let people = team.members.sorted().map { ("user", $0.text) }
        let teams = team.teams.sorted().map { ("team", $0.text) }
        try connection.batch(people + teams) { kind, member in
            "INSERT INTO team_members (team, kind, member) VALUES (\(team.id), \(kind), \(member))"
        }
    }

    /// Removes a team, from other teams too.
    ///
    /// - Returns: false when there is none.
    @discardableResult
    package static func remove(_ id: ID<Team>, in connection: some Connection) throws -> Bool {
        try connection.execute("DELETE FROM team_members WHERE team = \(id) OR (kind = 'team' AND member = \(id))")
        return try connection.execute("DELETE FROM teams WHERE id = \(id)") == 1
    }

    package static func find(_ id: ID<Team>, in connection: some Connection) throws -> Team? {
        try connection.row("SELECT * FROM teams WHERE id = \(id)").map { try decode($0, connection) }
    }

    package static func find(name: String, in connection: some Connection) throws -> Team? {
        try connection.row("SELECT * FROM teams WHERE name = \(name.storable)").map { try decode($0, connection) }
    }

    /// All of them, by name.
    package static func all(in connection: some Connection) throws -> [Team] {
        var teams: [Team] = []
        var places: [String: Int] = [:]
        for row in try connection.rows("SELECT * FROM teams ORDER BY name") {
            places[try row.text("id")] = teams.count
            teams.append(
                Team(id: try row.get("id"), name: try row.text("name"), externalID: try row.get("external_id"))
            )
        }
        for row in try connection.rows("SELECT team, kind, member FROM team_members") {
            guard let place = places[try row.text("team")] else { continue }
            try add(row, to: &teams[place])
        }
        return teams
    }

    private static func decode(_ row: Row, _ connection: some Connection) throws -> Team {
        var team = Team(id: try row.get("id"), name: try row.text("name"), externalID: try row.get("external_id"))
        for row in try connection.rows("SELECT team, kind, member FROM team_members WHERE team = \(team.id)") {
            try add(row, to: &team)
        }
        return team
    }

    private static func add(_ row: Row, to team: inout Team) throws {
        if try row.text("kind") == "team" {
            team.teams.insert(try row.get("member"))
        } else {
            team.members.insert(try row.get("member"))
        }
    }
}
