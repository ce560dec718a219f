import Domain

/// What a PostgreSQL server says of its roles; the same for all of its databases.
struct PostgresCluster: Sendable {
    struct Role: Sendable, Hashable {
        var id: Int64
        var name: String
        var isSuperuser = false
        var inherits = true
        var createsRoles = false
        var createsDatabases = false
        var canLogIn = false
        var replicates = false
        var bypassesRowSecurity = false
        /// -1 for no limit.
        var connectionLimit = -1
        /// nil for no end.
        var validUntil: Instant?
        var comment: String?
        /// `none`, `scram-sha-256`, `md5` or `other`; nil when it could not be read.
        var password: String?

        /// Roles that come with PostgreSQL.
        var isPredefined: Bool { name.hasPrefix("pg_") }
    }

    struct Membership: Sendable, Hashable {
        var role: Int64
        var member: Int64
        /// May hand the role on.
        var isAdmin: Bool
        /// Has the role's rights without doing anything.
        var inherits: Bool
        /// May become the role.
        var canSet: Bool
    }

    /// Sessions of a role that are open now.
    struct Sessions: Sendable, Hashable {
        var role: String
        var count: Int
        /// nil where it could not be read.
        var withoutTLS: Int?
        var places: String?
    }

    struct Database: Sendable, Hashable {
        var name: String
        var owner: Int64
        var isTemplate: Bool
        /// Whether this user may connect to it.
        var isOpen: Bool
    }

    /// `server_version_num`: 150004 for 15.4.
    var version = 0
    var isStandby = false
    var isSuperuser = false
    var user = ""
    var now = Instant(seconds: 0)
    var roles: [Role] = []
    var memberships: [Membership] = []
    var sessions: [Sessions] = []
    var databases: [Database] = []
    /// Grants on databases and on settings of the server.
    var grants: [PostgresGrant] = []
    /// What could not be read, in words.
    var gaps: [String] = []
}

/// One privilege of a role on one or many objects of a kind.
struct PostgresGrant: Sendable, Hashable {
    /// Who has it; 0 is everybody.
    var grantee: Int64
    /// As the server names it (`SELECT`, `EXECUTE`), or `OWNER`.
    var privilege: String
    var canPassOn: Bool
    /// For example `table`, `schema` or `function`.
    var kind: String
    /// In words, with the database in front: `shop.public.orders`.
    var place: String
    /// Row security or the like, in words; nil for none.
    var condition: String?
    /// Objects it stands for.
    var count = 1
}

/// What one database holds beside grants.
struct PostgresDatabaseFacts: Sendable {
    /// A function that runs with the rights of its owner.
    struct DefinerFunction: Sendable, Hashable {
        var name: String
        var owner: Int64
        var language: String
        /// Whether callers cannot slip in objects of their own by the search path.
        var hasFixedPath: Bool
        /// Roles that may call it; 0 is everybody.
        var callers: [Int64]
    }

    struct ForeignServer: Sendable, Hashable {
        var name: String
        var wrapper: String
        var target: String?
        var owner: Int64
    }

    /// How a local role signs in at a foreign server.
    struct UserMapping: Sendable, Hashable {
        var server: String
        /// 0 is everybody.
        var role: Int64
        var remoteUser: String?
        var secret: Fingerprint?
        /// Whether a password is kept with it; nil when that could not be read.
        var hasSecret: Bool?
    }

    struct Subscription: Sendable, Hashable {
        var name: String
        var owner: Int64
        var isEnabled: Bool
        var publications: String
        var target: String?
        var remoteUser: String?
        var secret: Fingerprint?
    }

    struct Publication: Sendable, Hashable {
        var name: String
        var owner: Int64
        /// nil for all tables.
        var tables: Int?
    }

    struct Job: Sendable, Hashable {
        var id: Int64
        var name: String?
        var schedule: String
        /// Hash of what it runs, and its first word.
        var commandHash: String
        var verb: String
        var role: String
        var database: String
        var isActive: Bool
    }

    struct EventTrigger: Sendable, Hashable {
        var name: String
        var event: String
        var function: String
        var owner: Int64
        var isEnabled: Bool
    }

    var name: String
    var grants: [PostgresGrant] = []
    var definers: [DefinerFunction] = []
    var servers: [ForeignServer] = []
    var mappings: [UserMapping] = []
    var subscriptions: [Subscription] = []
    var publications: [Publication] = []
    var jobs: [Job] = []
    var eventTriggers: [EventTrigger] = []
    var extensions: [String] = []
    /// Names of languages whose functions may do anything on the host.
    var untrustedLanguages: [String] = []
    /// Tables with row security, and tables.
    var securedTables = 0
    var tables = 0
    var gaps: [String] = []

    init(name: String) {
        self.name = name
    }
}
