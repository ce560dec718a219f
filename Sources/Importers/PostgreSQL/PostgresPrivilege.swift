import Domain

/// What the privileges and attributes of PostgreSQL mean.
///
/// Source: chapters "Privileges", "Role attributes" and "Predefined roles" of PostgreSQL's documentation.
enum PostgresPrivilege {
    /// The kind of access a privilege is, and how strong.
    static func meaning(of privilege: String, on kind: String, canPassOn: Bool) -> (ActionClass, StepEffect) {
        if privilege == "OWNER" {
            return (
                .admin,
                StepEffect(
                    .privileged,
                    reason: "owns it: may change it, drop it and let others in",
                    rule: "touches-identity"
                )
            )
        }
        let (action, own) = meaning(of: privilege, on: kind)
        guard canPassOn else { return (action, own) }
        let reason = "\(own.reason), and may pass that on to others"
        return (.admin, StepEffect(.privileged, reason: reason, rule: "touches-identity"))
    }

    private static func meaning(of privilege: String, on kind: String) -> (ActionClass, StepEffect) {
        switch privilege {
        case "SELECT": (.read, StepEffect(.readOnly, reason: "`SELECT` reads"))
        case "CONNECT": (.read, StepEffect(.readOnly, reason: "`CONNECT` lets in and gives nothing else"))
        case "TEMPORARY": (.read, StepEffect(.readOnly, reason: "`TEMPORARY` makes tables that nobody else sees"))
        case "USAGE" where kind == "sequence":
            (.write, StepEffect(.changeCapable, reason: "`USAGE` moves a sequence on"))
        case "USAGE" where kind == "foreign server":
            (.write, StepEffect(.changeCapable, reason: "`USAGE` of a foreign server reaches another database"))
        case "USAGE": (.read, StepEffect(.readOnly, reason: "`USAGE` lets names be looked up"))
        case "EXECUTE":
            (.read, StepEffect(.readOnly, reason: "`EXECUTE` runs a function with the caller's own rights"))
        case "SET": (.write, StepEffect(.changeCapable, reason: "`SET` changes a setting that is the superuser's"))
        case "ALTER SYSTEM":
            (.admin, StepEffect(.privileged, reason: "`ALTER SYSTEM` changes a setting of the whole server"))
        case "INSERT", "UPDATE", "DELETE", "TRUNCATE", "CREATE", "TRIGGER", "REFERENCES", "MAINTAIN":
            (.write, StepEffect(.changeCapable, reason: "`\(privilege)` changes"))
        default: (.write, StepEffect(nil, reason: "`\(privilege)` is not known; counts as change-capable"))
        }
    }

    /// What attributes give a role, whatever is granted to it.
    static func rights(of role: PostgresCluster.Role, version: Int) -> [Right] {
        var rights: [Right] = []
        func add(_ operation: String, _ action: ActionClass, _ identityClass: IdentityClass, _ reason: String) {
            let rule = ["SUPERUSER", "CREATEROLE"].contains(operation) ? "touches-identity" : nil
            let effect = StepEffect(identityClass, reason: "`\(operation)` \(reason)", rule: rule)
            let operations = operation == "SUPERUSER" ? ["*"] : [operation]
            rights.append(Right(action, operations: operations, on: "*", effect: effect, via: "attribute of the role"))
        }
        if role.isSuperuser { add("SUPERUSER", .admin, .privileged, "may do everything, on the server's host too") }
        if role.createsRoles {
            let reason =
                version >= 160_000
                ? "makes roles, and rules those it made"
                : "makes roles and grants any role but a superuser's, to itself too"
            add("CREATEROLE", .admin, .privileged, reason)
        }
        if role.replicates { add("REPLICATION", .admin, .privileged, "copies the whole server, password hashes too") }
        if role.bypassesRowSecurity {
            add("BYPASSRLS", .admin, .privileged, "sees and changes rows whatever row security says")
        }
        if role.createsDatabases { add("CREATEDB", .write, .changeCapable, "makes databases") }
        return rights
    }

    /// What the roles that come with PostgreSQL may do; nil for one that is not known.
    static func right(ofPredefined name: String) -> Right? {
        let (action, identityClass, reason): (ActionClass, IdentityClass, String)
        switch name {
        case "pg_read_all_data": (action, identityClass, reason) = (.read, .readOnly, "reads every table")
        case "pg_write_all_data": (action, identityClass, reason) = (.write, .changeCapable, "writes every table")
        case "pg_read_server_files":
            (action, identityClass, reason) = (.admin, .privileged, "reads any file of the server, its keys too")
        case "pg_write_server_files":
            (action, identityClass, reason) = (
                .admin, .privileged, "writes any file of the server, so runs what it likes"
            )
        case "pg_execute_server_program":
            (action, identityClass, reason) = (.admin, .privileged, "runs programs on the server's host")
        case "pg_create_subscription":
            (action, identityClass, reason) = (
                .admin, .privileged, "has the server connect to others and take their data in"
            )
        case "pg_signal_backend", "pg_signal_autovacuum_worker":
            (action, identityClass, reason) = (.write, .changeCapable, "ends the sessions of others")
        case "pg_checkpoint", "pg_maintain":
            (action, identityClass, reason) = (.write, .changeCapable, "has the server work on tables of others")
        case "pg_monitor", "pg_read_all_settings", "pg_read_all_stats", "pg_stat_scan_tables":
            (action, identityClass, reason) = (
                .read, .readOnly, "watches the server, queries of others among what it sees"
            )
        case "pg_use_reserved_connections":
            (action, identityClass, reason) = (.read, .readOnly, "gets in when the server is full")
        case "pg_database_owner":
            (action, identityClass, reason) = (.admin, .privileged, "is whoever owns the database")
        default: return nil
        }
        let rule = identityClass == .privileged ? "escalation" : nil
        let effect = StepEffect(identityClass, reason: "`\(name)` \(reason)", rule: rule)
        return Right(action, operations: [name], on: "*", effect: effect, via: "predefined role `\(name)`")
    }
}
