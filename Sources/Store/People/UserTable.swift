package import Domain
package import SQLEngine

/// The people.
package enum UserTable {
    /// - Throws: `DatabaseError` of kind `constraintUnique` when somebody has the id or the address already.
    package static func insert(_ user: User, at now: Instant, in connection: some Connection) throws {
        try connection.execute(
            """
            INSERT INTO users (id, email, name, search, team, status, roles, shared_mailbox, person, external_id,
                created, updated)
            VALUES (\(user.id), \(user.email), \(user.name.storable), \(user.search), \(user.team?.storable),
                \(user.status), \(try JSONColumn(user.sortedRoles)), \(user.sharedMailbox), \(user.person?.storable),
                \(user.externalID?.storable), \(now), \(now))
            """
        )
    }

    /// - Returns: false when there is no such person.
    @discardableResult
    package static func update(_ user: User, at now: Instant, in connection: some Connection) throws -> Bool {
        try connection.execute(
            """
            UPDATE users SET email = \(user.email), name = \(user.name.storable), search = \(user.search),
                team = \(user.team?.storable), status = \(user.status), roles = \(try JSONColumn(user.sortedRoles)),
                shared_mailbox = \(user.sharedMailbox), person = \(user.person?.storable),
                external_id = \(user.externalID?.storable), updated = \(now)
            WHERE id = \(user.id)
            """
        ) == 1
    }

    package static func find(_ id: ID<User>, in connection: some Connection) throws -> User? {
        try connection.row("SELECT * FROM users WHERE id = \(id)").map(decode)
    }

    /// The person of an address, in letters of either case.
    package static func find(email: String, in connection: some Connection) throws -> User? {
        try connection.row("SELECT * FROM users WHERE email = \(email.searchable)").map(decode)
    }

    /// Every account of one person, by address.
    package static func accounts(of person: String, in connection: some Connection) throws -> [User] {
        try connection.rows("SELECT * FROM users WHERE person = \(person.storable) ORDER BY email").map(decode)
    }

    /// All of them, by address.
    package static func all(in connection: some Connection) throws -> [User] {
        try connection.rows("SELECT * FROM users ORDER BY email").map(decode)
    }

    /// When each was added.
    package static func created(in connection: some Connection) throws -> [ID<User>: Instant] {
        var created: [ID<User>: Instant] = [:]
        for row in try connection.rows("SELECT id, created FROM users") {
            created[try row.get("id")] = try row.get("created", as: Instant.self)
        }
        return created
    }

    package static func count(in connection: some Connection) throws -> Int {
        try connection.scalar("SELECT COUNT(*) AS n FROM users") ?? 0
    }

    private static func decode(_ row: Row) throws -> User {
        User(
            id: try row.get("id"),
            email: try row.text("email"),
            name: try row.text("name"),
            team: try row.get("team"),
            status: try row.get("status"),
            roles: Set(try row.json("roles", as: [Role].self)),
            sharedMailbox: try row.bool("shared_mailbox"),
            person: try row.get("person"),
            externalID: try row.get("external_id"),
        )
    }
}

extension User {
    fileprivate var search: String { "\(email)\n\(name)".searchable }
    fileprivate var sortedRoles: [Role] { roles.sorted { $0.rawValue < $1.rawValue } }
}
