package import Domain
import SQLEngine

/// Reads the roles, rights and jobs of a PostgreSQL server through its catalogues, in read-only transactions.
package struct PostgresLiveSource: LiveSource {
    package static let format = "postgresql"
    package static let schemes = ["postgres", "postgresql"]
    package static let secretNames = ["PGPASSWORD: the password of the user in the address"]

    /// `postgres://host:port`, without user and database.
    private let place: String
    /// The one database to read; nil for all that may be read.
    private let database: String?
    private let address: @Sendable (_ database: String) throws -> PostgresAddress

    package init(_ address: LiveAddress, secrets: LiveSecrets) throws(LiveFailure) {
        func failure(_ detail: String) -> LiveFailure { LiveFailure(.address, "read the address", detail) }
        guard let user = address.user else {
            throw failure("it names no user: `postgres://user@host:port/database`")
        }
        let path = address.path.split(separator: "/")
        guard path.count <= 1 else { throw failure("after the host only the name of a database may stand") }
        let options = Self.options(of: address)
        guard !options.contains(where: { ["options", "password", "user", "host", "dbname"].contains($0.name) }) else {
            throw failure("of options only those of the connection may be given, such as `sslmode`")
        }
        let isHere = ["", "127.0.0.1", "localhost", "::1"].contains(address.host)
        let host = address.host.contains(":") ? "[\(address.host)]" : address.host
        let port = address.port ?? 5432
        place = "postgres://\(address.host.isEmpty ? "localhost" : host):\(port)"
        database = path.first.map { String(decoding: percentDecoded(String($0)), as: UTF8.self) }
        // Nothing that the server's own schemas hold may stand in for what is asked, and nothing may change.
        var settings = [
            (
                "options",
                "-c default_transaction_read_only=on -c search_path=pg_catalog -c statement_timeout=120s "
                    + "-c lock_timeout=10s -c idle_in_transaction_session_timeout=120s"
            ),
            ("application_name", "penstock"),
        ]
        settings += options.map { ($0.name, $0.value) }
        // Beyond this machine the server has to prove who it is, unless the address says that it need not.
        if !isHere, !options.contains(where: { $0.name == "sslmode" }) { settings.append(("sslmode", "verify-full")) }
        let query = settings.map { "\($0.0)=\(AWSSignature.encoded($0.1))" }.joined(separator: "&")
        let password = secrets.main(or: "PGPASSWORD")
        let authority = "\(host):\(port)"
        self.address = { database in
            // The password stands in this text only, which goes to the driver and is never shown.
            let secret = password?.withBytes { ":" + AWSSignature.encoded(String(decoding: $0, as: UTF8.self)) } ?? ""
            return try PostgresAddress(
                "postgres://\(user)\(secret)@\(authority)/\(AWSSignature.encoded(database))?\(query)"
            )
        }
    }

    package func estate(
        options: ImportOptions,
        progress: (@Sendable (LiveProgress) -> Void)?,
    ) async throws(LiveFailure) -> Estate {
        do {
            return try await read(options: options, progress: progress)
        } catch let failure as LiveFailure {
            throw failure
        } catch let error as DatabaseError {
            throw LiveFailure(error, place)
        } catch is CancellationError {
            throw LiveFailure(.cancelled, "read \(place)", "the import was ended")
        } catch {
            throw LiveFailure(.unreadable, "read \(place)", "an answer was not understood")
        }
    }

    private func read(
        options: ImportOptions,
        progress: (@Sendable (LiveProgress) -> Void)?,
    ) async throws -> Estate {
        let cluster = try await reading(of: database ?? "postgres") { try PostgresReading.cluster($0) }
        let open = cluster.databases.filter { $0.isOpen && !$0.isTemplate }.map(\.name)
        let wanted = database.map { [$0] } ?? open
        var databases: [PostgresDatabaseFacts] = []
        for (number, name) in wanted.enumerated() {
            progress?(LiveProgress(done: number, total: wanted.count))
            try Task.checkCancellation()
            let fingerprint = options.fingerprint
            databases.append(
                try await reading(of: name) { connection in
                    try PostgresReading.database(connection, version: cluster.version, fingerprint: fingerprint)
                }
            )
        }
        progress?(LiveProgress(done: wanted.count, total: wanted.count))
        let unread = cluster.databases.filter { !$0.isTemplate && !wanted.contains($0.name) }.map(\.name)
        return estate(of: cluster, databases, unread: unread, options: options)
    }

    private func reading<T: Sendable>(
        of database: String,
        _ body: @escaping @Sendable (any Connection) throws -> T,
    ) async throws -> T {
        let server = PostgresDatabase(try address(database), maximumConnections: 2)
        do {
            let value = try await server.read(body)
            await server.close()
            return value
        } catch {
            await server.close()
            throw error
        }
    }

    private func estate(
        of cluster: PostgresCluster,
        _ databases: [PostgresDatabaseFacts],
        unread: [String],
        options: ImportOptions,
    ) -> Estate {
        let root = options.name ?? (database.map { "\(place)/\($0)" } ?? place)
        var source = SourceDescription(root: root, format: Self.format, kind: .live)
        source.environment = options.environment ?? options.environments[root] ?? options.environments[place]
        source.capabilities = capabilities(cluster, databases, unread: unread)
        var estate = Estate(source: source)
        let parts = PostgresEstate(cluster: cluster, databases: databases, place: place)
        estate.principals = parts.principals()
        estate.trusts = parts.trusts()
        estate.credentials = parts.credentials()
        estate.workflows = parts.workflows()
        for index in estate.principals.indices { estate.principals[index].environment = source.environment }
        for index in estate.workflows.indices { estate.workflows[index].environment = source.environment }
        for index in estate.credentials.indices { estate.credentials[index].environment = source.environment }
        let gaps = cluster.gaps + databases.flatMap { facts in facts.gaps.map { "database `\(facts.name)`: \($0)" } }
        estate.remarks = gaps.map { Rejection(path: place, reason: "not read: \($0)") }
        for facts in databases where !facts.untrustedLanguages.isEmpty {
            let names = facts.untrustedLanguages.joined(separator: ", ")
            let reason = "database `\(facts.name)` has languages whose functions may do anything on the host: \(names)"
            estate.remarks.append(Rejection(path: place, reason: reason))
        }
        estate.counts = estate.tally()
        // No step refers to passwords of roles.
        estate.counts["unusedCredentials"] = 0
        estate.counts["credentials"] = estate.credentials.count
        estate.counts["roles"] = cluster.roles.count
        estate.counts["loginRoles"] = cluster.roles.count(where: \.canLogIn)
        estate.counts["superusers"] = cluster.roles.count(where: \.isSuperuser)
        estate.counts["databases"] = databases.count
        estate.counts["definerFunctions"] = databases.reduce(0) { $0 + $1.definers.count }
        estate.counts["foreignServers"] = databases.reduce(0) { $0 + $1.servers.count }
        estate.counts["tables"] = databases.reduce(0) { $0 + $1.tables }
        estate.counts["rowSecurityTables"] = databases.reduce(0) { $0 + $1.securedTables }
        return estate
    }

    private func capabilities(
        _ cluster: PostgresCluster,
        _ databases: [PostgresDatabaseFacts],
        unread: [String],
    ) -> SourceDescription.Capabilities {
        var capabilities = SourceDescription.Capabilities()
        capabilities.activeFlag = true
        capabilities.scopes = true
        capabilities.trusts = true
        capabilities.expiry = true
        capabilities.lastUse = true
        capabilities.notes[.lastUse] = "only sessions open now; PostgreSQL keeps no time of sign-in"
        capabilities.notes[.owners] = "PostgreSQL knows no owners of roles"
        capabilities.notes[.creation] = "PostgreSQL keeps no time of creation"
        capabilities.notes[.auditEvents] = "not read"
        capabilities.notes[.secretValues] = "verifiers of passwords stay in the server"
        if !unread.isEmpty {
            let names =
                unread.prefix(5).joined(separator: ", ") + (unread.count > 5 ? " and \(unread.count - 5) more" : "")
            capabilities.notes[.scopes] = "rights in these databases were not read: \(names)"
        }
        if cluster.gaps.contains(where: { $0.hasPrefix("whether a role has a password") }) {
            capabilities.notes[.secretValues] = "whether a role has a password is told to superusers only"
        }
        return capabilities
    }

    private static func options(of address: LiveAddress) -> [(name: String, value: String)] {
        (address.query ?? "").split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1).map {
                String(decoding: percentDecoded(String($0)), as: UTF8.self)
            }
            return (parts.first ?? "", parts.count > 1 ? parts[1] : "")
        }
    }
}

extension LiveFailure {
    /// What a failure of the driver means; before a connection stands, libpq tells it in words only.
    fileprivate init(_ error: DatabaseError, _ place: String) {
        let attempt = "read \(place)"
        let text = error.message.lowercased()
        func says(_ words: String...) -> Bool { words.contains { text.contains($0) } }
        switch error.kind {
        case .connection where says("password authentication failed", "no password supplied", "authentication failed"):
            self.init(.unauthorised, attempt, "the server does not accept user and password; give PGPASSWORD")
        case .connection where says("no pg_hba.conf entry", "not permitted to log in", "permission denied for database"):
            self.init(.refused, attempt, "the server does not let this user in from here: \(error.message)")
        case .connection where says("database \"") && says("does not exist"):
            self.init(.address, attempt, "there is no such database on the server")
        case .connection where says("certificate", "server does not support ssl", "ssl error"):
            let remedy = "give `sslrootcert`, or `sslmode=require` to go without proof"
            self.init(.untrusted, attempt, "the server did not prove who it is (\(error.message)); \(remedy)")
        case .connection
        where says("invalid response", "expected authentication request", "unsupported frontend protocol"):
            self.init(.otherSystem, attempt, "what answers there is no PostgreSQL")
        case .connection
        where says("refused", "could not translate", "timeout", "no route", "unreachable", "no such file"):
            self.init(.unreachable, attempt, error.message)
        case .connection where error.attempt.hasPrefix("connect"):
            self.init(.unreachable, attempt, error.message)
        case .connection:
            self.init(.cutOff, attempt, "the connection ended before all was read")
        case .busy:
            self.init(.rateLimited, attempt, "the server took too long or was locked: \(error.message)")
        case .invalid:
            self.init(.address, attempt, error.message)
        default:
            self.init(.unreadable, attempt, "\(error)")
        }
    }
}
