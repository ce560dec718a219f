import Domain
import SQLEngine

extension PostgresReading {
    /// What holds for the whole server.
    static func cluster(_ connection: any Connection) throws -> PostgresCluster {
        var cluster = PostgresCluster()
        let head = try connection.rows(
            """
            SELECT current_setting('server_version_num')::int AS version, version() AS text,
              pg_is_in_recovery() AS standby, current_user::text AS name,
              coalesce((SELECT rolsuper FROM pg_roles WHERE rolname = current_user), false) AS super, now() AS moment
            """
        )
        guard let head = head.first, try head.text("text").hasPrefix("PostgreSQL ") else {
            throw LiveFailure(.otherSystem, "ask the server what it is", "it speaks the protocol and is no PostgreSQL")
        }
        cluster.version = try head.int("version")
        guard cluster.version >= 120_000 else {
            throw LiveFailure(.otherSystem, "ask the server what it is", "it is older than PostgreSQL 12")
        }
        cluster.isStandby = try head.bool("standby")
        cluster.user = try head.text("name")
        cluster.isSuperuser = try head.bool("super")
        cluster.now = Instant(microseconds: try head.int64("moment"))
        cluster.roles = try roles(connection, cluster: &cluster)
        cluster.memberships = try memberships(connection, version: cluster.version)
        cluster.sessions = try sessions(connection, cluster: &cluster)
        cluster.databases = try connection.rows(
            """
            SELECT datname::text AS name, datdba::bigint AS owner, datistemplate AS template,
              coalesce(datallowconn AND has_database_privilege(oid, 'CONNECT'), false) AS open
            FROM pg_database ORDER BY datname
            """
        )
        .map {
            PostgresCluster.Database(
                name: try $0.text("name"),
                owner: try $0.int64("owner"),
                isTemplate: try $0.bool("template"),
                isOpen: try $0.bool("open"),
            )
        }
        cluster.grants = try grants(connection, "database") {
            """
            SELECT a.grantee::bigint AS grantee, a.privilege_type AS privilege, a.is_grantable AS passes,
              d.datname::text AS place
            FROM pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
            WHERE a.grantee <> d.datdba AND d.datallowconn
            """
        }
        cluster.grants += cluster.databases.filter { !$0.isTemplate }.map {
            PostgresGrant(grantee: $0.owner, privilege: "OWNER", canPassOn: true, kind: "database", place: $0.name)
        }
        if cluster.version >= 150_000 {
            cluster.grants += try grants(connection, "setting") {
                """
                SELECT a.grantee::bigint AS grantee, a.privilege_type AS privilege, a.is_grantable AS passes,
                  p.parname AS place
                FROM pg_parameter_acl p, aclexplode(p.paracl) a
                """
            }
        }
        return cluster
    }

    private static func roles(
        _ connection: any Connection,
        cluster: inout PostgresCluster,
    ) throws -> [PostgresCluster.Role] {
        var roles: [PostgresCluster.Role] = []
        let query: Query = """
            SELECT oid::bigint AS id, rolname::text AS name, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin,
              rolreplication, rolbypassrls, rolconnlimit, shobj_description(oid, 'pg_authid') AS comment,
              CASE WHEN isfinite(rolvaliduntil) THEN rolvaliduntil END AS until
            FROM pg_roles ORDER BY rolname
            """
        try connection.forEachRow(query) { row in
            var role = PostgresCluster.Role(id: try row.int64("id"), name: try row.text("name"))
            role.isSuperuser = try row.bool("rolsuper")
            role.inherits = try row.bool("rolinherit")
            role.createsRoles = try row.bool("rolcreaterole")
            role.createsDatabases = try row.bool("rolcreatedb")
            role.canLogIn = try row.bool("rolcanlogin")
            role.replicates = try row.bool("rolreplication")
            role.bypassesRowSecurity = try row.bool("rolbypassrls")
            role.connectionLimit = try row.int("rolconnlimit")
            role.comment = try row.get("comment")
            role.validUntil = try row.get("until", as: Int64?.self).map { Instant(microseconds: $0) }
            roles.append(role)
        }
        guard try may(connection, "has_table_privilege('pg_catalog.pg_authid', 'SELECT')") else {
            cluster.gaps.append("whether a role has a password: only a superuser may see that")
            return roles
        }
        // The verifier itself stays in the server; its kind is all that is asked for.
        var kinds: [Int64: String] = [:]
        let passwords: Query = """
            SELECT oid::bigint AS id, CASE WHEN rolpassword IS NULL THEN 'none'
              WHEN rolpassword LIKE 'SCRAM-SHA-256$%' THEN 'scram-sha-256'
              WHEN rolpassword LIKE 'md5%' THEN 'md5' ELSE 'other' END AS kind
            FROM pg_authid
            """
        try connection.forEachRow(passwords) { kinds[try $0.int64("id")] = try $0.text("kind") }
        for index in roles.indices { roles[index].password = kinds[roles[index].id] }
        return roles
    }

    /// Memberships: from version 16 on each has options of its own, before it was the member's role that decided.
    private static func memberships(
        _ connection: any Connection,
        version: Int,
    ) throws -> [PostgresCluster.Membership] {
        let old: Query = """
            SELECT m.roleid::bigint AS role, m.member::bigint AS member, bool_or(m.admin_option) AS admin,
              bool_or(r.rolinherit) AS inherits, true AS sets
            FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member GROUP BY 1, 2 ORDER BY 1, 2
            """
        let new: Query = """
            SELECT m.roleid::bigint AS role, m.member::bigint AS member, bool_or(m.admin_option) AS admin,
              bool_or(m.inherit_option) AS inherits, bool_or(m.set_option) AS sets
            FROM pg_auth_members m GROUP BY 1, 2 ORDER BY 1, 2
            """
        var memberships: [PostgresCluster.Membership] = []
        try connection.forEachRow(version >= 160_000 ? new : old) { row in
            memberships.append(
                PostgresCluster.Membership(
                    role: try row.int64("role"),
                    member: try row.int64("member"),
                    isAdmin: try row.bool("admin"),
                    inherits: try row.bool("inherits"),
                    canSet: try row.bool("sets"),
                )
            )
        }
        return memberships
    }

    /// Sessions open now; without the right to see those of others, only how many there are of each role.
    private static func sessions(
        _ connection: any Connection,
        cluster: inout PostgresCluster,
    ) throws -> [PostgresCluster.Sessions] {
        let sees = try may(
            connection,
            "pg_has_role('pg_read_all_stats', 'USAGE') OR (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)"
        )
        if !sees {
            cluster.gaps.append("where sessions come from and whether they are encrypted: needs pg_read_all_stats")
        }
        let rows = try connection.rows(
            """
            SELECT a.usename::text AS name, count(*) AS sessions, count(*) FILTER (WHERE NOT s.ssl) AS plain,
              string_agg(DISTINCT coalesce(host(a.client_addr), 'this host'), ', ') AS places
            FROM pg_stat_activity a LEFT JOIN pg_stat_ssl s USING (pid)
            WHERE a.usename IS NOT NULL AND a.pid <> pg_backend_pid() GROUP BY 1 ORDER BY 1
            """
        )
        return try rows.map {
            PostgresCluster.Sessions(
                role: try $0.text("name"),
                count: try $0.int("sessions"),
                withoutTLS: sees ? try $0.int("plain") : nil,
                places: sees ? try $0.get("places") : nil,
            )
        }
    }
}
