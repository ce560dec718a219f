import Crypto
import Domain
import SQLEngine

extension PostgresReading {
    /// What one database holds.
    ///
    /// - Parameters:
    ///   - connection: To the database.
    ///   - version: Of the server.
    ///   - fingerprint: Turns a secret into its fingerprint; nil keeps none.
    /// - Returns: Grants put together by schema and privilege, and what acts on its own.
    /// - Throws: `DatabaseError`.
    static func database(
        _ connection: any Connection,
        version: Int,
        fingerprint: (@Sendable ([UInt8]) -> Fingerprint)?,
    ) throws -> PostgresDatabaseFacts {
        let name = try connection.scalar("SELECT current_database()::text AS name", as: String.self) ?? ""
        var facts = PostgresDatabaseFacts(name: name)
        facts.grants = try schemas(connection) + relations(connection) + columns(connection)
        facts.grants += try owners(connection) + functions(connection) + servers(connection)
        facts.grants += try defaults(connection)
        facts.definers = try definers(connection)
        try machinery(connection, into: &facts)
        try outward(connection, into: &facts, fingerprint: fingerprint)
        try jobs(connection, into: &facts)
        return facts
    }

    /// Schemas of the users, not of the system.
    private static let own: Query = """
        n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
        """

    // MARK: - Grants

    private static func schemas(_ connection: any Connection) throws -> [PostgresGrant] {
        try grants(connection, "schema") {
            """
            SELECT a.grantee::bigint AS grantee, a.privilege_type AS privilege, a.is_grantable AS passes,
              current_database()::text || '.' || n.nspname AS place
            FROM pg_namespace n, aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a
            WHERE \(own) AND a.grantee <> n.nspowner
            """
        }
    }

    /// Tables, views and sequences, put together by schema: all of them, or up to 25 by name.
    private static func relations(_ connection: any Connection) throws -> [PostgresGrant] {
        var found: [PostgresGrant] = []
        for (kind, kinds) in [("table", "r,p,v,m,f"), ("sequence", "S")] {
            found += try grants(connection, kind) {
                """
                WITH relations AS (
                  SELECT c.oid, c.relname, c.relacl, c.relowner, c.relrowsecurity, n.nspname,
                    count(*) OVER (PARTITION BY n.nspname) AS total
                  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                  WHERE \(own) AND c.relkind::text = ANY(string_to_array(\(kinds), ','))
                )
                SELECT a.grantee::bigint AS grantee, a.privilege_type AS privilege, a.is_grantable AS passes,
                  current_database()::text || '.' || r.nspname || '.' || CASE WHEN count(*) = max(r.total) THEN '*'
                    ELSE array_to_string((array_agg(r.relname::text ORDER BY r.relname))[1:25], ', ')
                      || CASE WHEN count(*) > 25 THEN ' and ' || (count(*) - 25)::text || ' more' ELSE '' END
                  END AS place, count(*) AS count,
                  CASE WHEN count(*) FILTER (WHERE r.relrowsecurity) > 0 THEN 'row security on '
                    || (count(*) FILTER (WHERE r.relrowsecurity))::text || ' of ' || count(*)::text END AS condition
                FROM relations r, aclexplode(r.relacl) a WHERE a.grantee <> r.relowner
                GROUP BY 1, 2, 3, r.nspname
                """
            }
        }
        return found
    }

    private static func columns(_ connection: any Connection) throws -> [PostgresGrant] {
        try grants(connection, "column") {
            """
            SELECT a.grantee::bigint AS grantee, a.privilege_type AS privilege, a.is_grantable AS passes,
              current_database()::text || '.' || n.nspname || '.' || c.relname || ' ('
                || array_to_string((array_agg(t.attname::text ORDER BY t.attnum))[1:25], ', ') || ')' AS place,
              count(*) AS count
            FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace,
              aclexplode(t.attacl) a
            WHERE \(own) AND NOT t.attisdropped AND a.grantee <> c.relowner
            GROUP BY 1, 2, 3, n.nspname, c.relname
            """
        }
    }

    /// Who owns what: an owner may change, drop and hand on everything it owns.
    private static func owners(_ connection: any Connection) throws -> [PostgresGrant] {
        var found = try grants(connection, "schema") {
            """
            SELECT n.nspowner::bigint AS grantee, 'OWNER' AS privilege, true AS passes,
              current_database()::text || '.' || n.nspname AS place
            FROM pg_namespace n WHERE \(own)
            """
        }
        found += try grants(connection, "table") {
            """
            WITH relations AS (
              SELECT c.relname, c.relowner, n.nspname, count(*) OVER (PARTITION BY n.nspname) AS total
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
              WHERE \(own) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
            )
            SELECT r.relowner::bigint AS grantee, 'OWNER' AS privilege, true AS passes, count(*) AS count,
              current_database()::text || '.' || r.nspname || '.' || CASE WHEN count(*) = max(r.total) THEN '*'
                ELSE array_to_string((array_agg(r.relname::text ORDER BY r.relname))[1:25], ', ')
                  || CASE WHEN count(*) > 25 THEN ' and ' || (count(*) - 25)::text || ' more' ELSE '' END END AS place
            FROM relations r GROUP BY 1, r.nspname
            """
        }
        found += try grants(connection, "function") {
            """
            SELECT p.proowner::bigint AS grantee, 'OWNER' AS privilege, true AS passes, count(*) AS count,
              current_database()::text || '.' || n.nspname || '.'
                || array_to_string((array_agg(p.proname::text ORDER BY p.proname))[1:25], ', ') AS place
            FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE \(own)
              AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid
                AND d.deptype = 'e')
            GROUP BY 1, n.nspname
            """
        }
        return found
    }

    /// Functions that were granted to somebody; that everybody may call most of them is PostgreSQL's default.
    private static func functions(_ connection: any Connection) throws -> [PostgresGrant] {
        try grants(connection, "function") {
            """
            SELECT a.grantee::bigint AS grantee, a.privilege_type AS privilege, a.is_grantable AS passes,
              current_database()::text || '.' || n.nspname || '.'
                || array_to_string((array_agg(p.proname::text ORDER BY p.proname))[1:25], ', ') AS place,
              count(*) AS count
            FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace, aclexplode(p.proacl) a
            WHERE a.grantee <> p.proowner AND a.grantee <> 0
              AND NOT EXISTS (SELECT FROM pg_roles r WHERE r.oid = a.grantee AND r.rolname ~ '^pg_')
            GROUP BY 1, 2, 3, n.nspname
            """
        }
    }

    private static func servers(_ connection: any Connection) throws -> [PostgresGrant] {
        try grants(connection, "foreign server") {
            """
            SELECT a.grantee::bigint AS grantee, a.privilege_type AS privilege, a.is_grantable AS passes,
              current_database()::text || ' server ' || s.srvname AS place
            FROM pg_foreign_server s, aclexplode(s.srvacl) a WHERE a.grantee <> s.srvowner
            """
        }
    }

    /// What will be granted on objects that are still to be made.
    private static func defaults(_ connection: any Connection) throws -> [PostgresGrant] {
        try grants(connection, "future object") {
            """
            SELECT a.grantee::bigint AS grantee, a.privilege_type AS privilege, a.is_grantable AS passes,
              current_database()::text || '.' || coalesce(n.nspname, '*') || ': ' || CASE d.defaclobjtype
                WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'f' THEN 'functions' WHEN 'T' THEN 'types'
                WHEN 'n' THEN 'schemas' ELSE 'objects' END || ' that ' || r.rolname || ' will make' AS place
            FROM pg_default_acl d JOIN pg_roles r ON r.oid = d.defaclrole
              LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace, aclexplode(d.defaclacl) a
            WHERE a.grantee <> d.defaclrole
            """
        }
    }

    // MARK: - What acts with others' rights

    private static func definers(_ connection: any Connection) throws -> [PostgresDatabaseFacts.DefinerFunction] {
        try connection.rows(
            """
            SELECT current_database()::text || '.' || n.nspname || '.' || p.proname || '('
                || pg_get_function_identity_arguments(p.oid) || ')' AS name,
              p.proowner::bigint AS owner, l.lanname::text AS language,
              EXISTS (SELECT FROM unnest(p.proconfig) c WHERE c LIKE 'search_path=%') AS fixed,
              (SELECT string_agg(DISTINCT a.grantee::bigint::text, ',')
                FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
                WHERE a.privilege_type = 'EXECUTE' AND a.grantee <> p.proowner) AS callers
            FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang
            WHERE p.prosecdef AND \(own)
              AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid
                AND d.deptype = 'e')
            ORDER BY 1 LIMIT 10000
            """
        )
        .map { row in
            PostgresDatabaseFacts.DefinerFunction(
                name: try row.text("name"),
                owner: try row.int64("owner"),
                language: try row.text("language"),
                hasFixedPath: try row.bool("fixed"),
                callers: (try row.get("callers", as: String?.self) ?? "").split(separator: ",").compactMap { Int64($0) },
            )
        }
    }

    private static func machinery(_ connection: any Connection, into facts: inout PostgresDatabaseFacts) throws {
        facts.extensions = try connection.rows("SELECT extname::text AS name FROM pg_extension ORDER BY 1").map {
            try $0.text("name")
        }
        facts.untrustedLanguages = try connection.rows(
            "SELECT lanname::text AS name FROM pg_language WHERE lanispl AND NOT lanpltrusted ORDER BY 1"
        )
        .map { try $0.text("name") }
        let tables = try connection.row(
            """
            SELECT count(*) AS tables, count(*) FILTER (WHERE c.relrowsecurity) AS secured
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE \(own) AND c.relkind IN ('r', 'p')
            """
        )
        facts.tables = try tables?.int("tables") ?? 0
        facts.securedTables = try tables?.int("secured") ?? 0
        facts.eventTriggers = try connection.rows(
            """
            SELECT e.evtname::text AS name, e.evtevent::text AS event, e.evtfoid::regproc::text AS function,
              e.evtowner::bigint AS owner, e.evtenabled <> 'D' AS enabled FROM pg_event_trigger e ORDER BY 1
            """
        )
        .map {
            PostgresDatabaseFacts.EventTrigger(
                name: try $0.text("name"),
                event: try $0.text("event"),
                function: try $0.text("function"),
                owner: try $0.int64("owner"),
                isEnabled: try $0.bool("enabled"),
            )
        }
        facts.publications = try connection.rows(
            """
            SELECT p.pubname::text AS name, p.pubowner::bigint AS owner, p.puballtables AS everything,
              (SELECT count(*) FROM pg_publication_rel r WHERE r.prpubid = p.oid) AS tables
            FROM pg_publication p ORDER BY 1
            """
        )
        .map {
            PostgresDatabaseFacts.Publication(
                name: try $0.text("name"),
                owner: try $0.int64("owner"),
                tables: try $0.bool("everything") ? nil : try $0.int("tables"),
            )
        }
    }

    // MARK: - What reaches out

    private static func outward(
        _ connection: any Connection,
        into facts: inout PostgresDatabaseFacts,
        fingerprint: (@Sendable ([UInt8]) -> Fingerprint)?,
    ) throws {
        facts.servers = try connection.rows(
            """
            SELECT s.srvname::text AS name, w.fdwname::text AS wrapper, s.srvowner::bigint AS owner,
              (SELECT o.option_value FROM pg_options_to_table(s.srvoptions) o WHERE o.option_name = 'host') AS host,
              (SELECT o.option_value FROM pg_options_to_table(s.srvoptions) o WHERE o.option_name = 'port') AS port,
              (SELECT o.option_value FROM pg_options_to_table(s.srvoptions) o WHERE o.option_name = 'dbname') AS base
            FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw ORDER BY 1
            """
        )
        .map {
            PostgresDatabaseFacts.ForeignServer(
                name: try $0.text("name"),
                wrapper: try $0.text("wrapper"),
                target: ConnectionText(
                    host: try $0.get("host"),
                    port: try $0.get("port"),
                    database: try $0.get("base")
                )
                .target,
                owner: try $0.int64("owner"),
            )
        }
        facts.mappings = try connection.rows(
            """
            SELECT m.srvname::text AS server, m.umuser::bigint AS role, m.umoptions IS NOT NULL AS visible,
              (SELECT o.option_value FROM pg_options_to_table(m.umoptions) o WHERE o.option_name = 'user') AS remote,
              (SELECT o.option_value FROM pg_options_to_table(m.umoptions) o WHERE o.option_name = 'password') AS secret
            FROM pg_user_mappings m ORDER BY 1, 2
            """
        )
        .map { row in
            // The value is dropped here, at once.
            let secret = try row.get("secret", as: String?.self)
            return PostgresDatabaseFacts.UserMapping(
                server: try row.text("server"),
                role: try row.int64("role"),
                remoteUser: try row.get("remote"),
                secret: secret.flatMap { fingerprint?(Array($0.utf8)) },
                hasSecret: try row.bool("visible") ? secret != nil : nil,
            )
        }
        if facts.mappings.contains(where: { $0.hasSecret == nil }) {
            facts.gaps.append("options of user mappings of others: only a superuser may see them")
        }
        let sees = try may(connection, "has_column_privilege('pg_catalog.pg_subscription', 'subconninfo', 'SELECT')")
        let exists = try connection.scalar(
            "SELECT count(*) AS n FROM pg_stat_subscription",
            as: Int.self
        )
        guard sees else {
            if exists != 0 { facts.gaps.append("where subscriptions connect to: only a superuser may see that") }
            return
        }
        facts.subscriptions = try connection.rows(
            """
            SELECT s.subname::text AS name, s.subowner::bigint AS owner, s.subenabled AS enabled,
              array_to_string(s.subpublications, ', ') AS publications, s.subconninfo AS target
            FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid WHERE d.datname = current_database()
            ORDER BY 1
            """
        )
        .map { row in
            let place = ConnectionText(try row.text("target"))
            return PostgresDatabaseFacts.Subscription(
                name: try row.text("name"),
                owner: try row.int64("owner"),
                isEnabled: try row.bool("enabled"),
                publications: try row.text("publications"),
                target: place.target,
                remoteUser: place.values["user"],
                secret: place.values["password"].flatMap { fingerprint?(Array($0.utf8)) },
            )
        }
    }

    /// Jobs of pg_cron, where that is installed in this database.
    private static func jobs(_ connection: any Connection, into facts: inout PostgresDatabaseFacts) throws {
        guard facts.extensions.contains("pg_cron") else { return }
        var gaps = facts.gaps
        let jobs = try ifAllowed(connection, "jobs of pg_cron", &gaps) {
            try connection.rows(
                """
                SELECT jobid::bigint AS id, schedule::text AS schedule, command::text AS command, username::text AS role,
                  database::text AS database, active FROM cron.job ORDER BY jobid
                """
            )
            .map { row in
                let command = try row.text("command")
                return PostgresDatabaseFacts.Job(
                    id: try row.int64("id"),
                    schedule: try row.text("schedule"),
                    commandHash: hex(SHA256.hash(data: Array(command.utf8))),
                    verb: command.split(whereSeparator: \.isWhitespace).first.map { $0.uppercased() } ?? "",
                    role: try row.text("role"),
                    database: try row.text("database"),
                    isActive: try row.bool("active"),
                )
            }
        }
        facts.gaps = gaps
        facts.jobs = jobs ?? []
    }
}

/// A connection string of libpq as subscriptions keep it: `host=a port=1 user=b password='c d'`, or a URL.
struct ConnectionText {
    private(set) var values: [String: String] = [:]

    init(_ text: String) {
        if let mark = text.firstRange(of: "://") {
            takeURL(text[mark.upperBound...])
            return
        }
        var rest = Array(text)[...]
        while true {
            rest = rest.drop(while: \.isWhitespace)
            guard let sign = rest.firstIndex(of: "=") else { return }
            let name = String(rest[..<sign].filter { !$0.isWhitespace })
            rest = rest[(sign + 1)...].drop(while: \.isWhitespace)
            var value = ""
            let isQuoted = rest.first == "'"
            if isQuoted { rest = rest.dropFirst() }
            while let character = rest.popFirst() {
                if character == "\\", let next = rest.popFirst() {
                    value.append(next)
                } else if isQuoted ? character == "'" : character.isWhitespace {
                    break
                } else {
                    value.append(character)
                }
            }
            values[name] = value
        }
    }

    init(host: String?, port: String?, database: String?) {
        values["host"] = host
        values["port"] = port
        values["dbname"] = database
    }

    /// `host:port/database`, as far as it says; nil for nothing.
    var target: String? {
        let host = values["host"] ?? values["hostaddr"]
        let place = [host, values["port"]].compactMap(\.self).joined(separator: ":")
        let whole = [place, values["dbname"] ?? ""].filter { !$0.isEmpty }.joined(separator: "/")
        return whole.isEmpty ? nil : whole
    }

    private mutating func takeURL(_ text: Substring) {
        func decoded(_ text: some StringProtocol) -> String {
            String(decoding: percentDecoded(String(text)), as: UTF8.self)
        }
        var rest = text
        if let question = rest.firstIndex(of: "?") {
            for pair in rest[rest.index(after: question)...].split(separator: "&") {
                let parts = pair.split(separator: "=", maxSplits: 1)
                if parts.count == 2 { values[decoded(parts[0])] = decoded(parts[1]) }
            }
            rest = rest[..<question]
        }
        if let at = rest.lastIndex(of: "@") {
            let parts = rest[..<at].split(separator: ":", maxSplits: 1)
            values["user"] = parts.first.map(decoded)
            if parts.count == 2 { values["password"] = decoded(parts[1]) }
            rest = rest[rest.index(after: at)...]
        }
        let parts = rest.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let place = parts[0].split(separator: ":", maxSplits: 1)
        values["host"] = place.first.map(decoded)
        if place.count == 2 { values["port"] = String(place[1]) }
        if parts.count == 2, !parts[1].isEmpty { values["dbname"] = decoded(parts[1]) }
    }
}
