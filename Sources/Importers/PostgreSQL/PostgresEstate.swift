import Crypto
import Domain

/// Makes an estate of what a server and its databases say.
struct PostgresEstate {
    let cluster: PostgresCluster
    let databases: [PostgresDatabaseFacts]
    /// The server's name in credentials' ids and remarks.
    let place: String

    private static let limit = 1000
    private let names: [Int64: String]
    private let rolesByName: [String: PostgresCluster.Role]
    private let rolesByID: [Int64: PostgresCluster.Role]
    private let sessions: [String: PostgresCluster.Sessions]
    private let own: [Int64: [Right]]
    private let parents: [Int64: [PostgresCluster.Membership]]

    init(cluster: PostgresCluster, databases: [PostgresDatabaseFacts], place: String) {
        self.cluster = cluster
        self.databases = databases
        self.place = place
        names = Dictionary(cluster.roles.map { ($0.id, $0.name) }) { first, _ in first }
        rolesByName = Dictionary(cluster.roles.map { ($0.name, $0) }) { first, _ in first }
        rolesByID = Dictionary(cluster.roles.map { ($0.id, $0) }) { first, _ in first }
        sessions = Dictionary(cluster.sessions.map { ($0.role, $0) }) { first, _ in first }
        parents = Dictionary(grouping: cluster.memberships, by: \.member)
        var own: [Int64: [Right]] = [:]
        for grant in cluster.grants + databases.flatMap(\.grants) {
            let (action, effect) = PostgresPrivilege.meaning(
                of: grant.privilege,
                on: grant.kind,
                canPassOn: grant.canPassOn
            )
            let right = Right(
                action,
                operations: [grant.privilege],
                on: "\(grant.kind) \(grant.place)",
                effect: effect,
                via: grant.grantee == 0 ? "granted to PUBLIC" : grant.privilege == "OWNER" ? "ownership" : "grant",
                condition: grant.condition,
            )
            own[grant.grantee, default: []].append(right)
        }
        for role in cluster.roles {
            own[role.id, default: []] += PostgresPrivilege.rights(of: role, version: cluster.version)
            if role.isPredefined, let right = PostgresPrivilege.right(ofPredefined: role.name) {
                own[role.id, default: []].append(right)
            }
        }
        self.own = own.mapValues(Self.merged)
    }

    // MARK: - Roles

    /// Every role, and everybody as one of its own.
    func principals() -> [Principal] {
        let definers = definersByCaller()
        var principals = cluster.roles.map { principal($0, definers: definers) }
        var everybody = Principal(key: "PUBLIC", name: "PUBLIC", kind: .group)
        everybody.rights = bounded((own[0] ?? []) + (definers[0] ?? []))
        everybody.detail["role"] = "every role there is and will be"
        principals.append(everybody)
        for database in databases { principals += database.servers.map { server($0, of: database) } }
        return principals
    }

    private func principal(_ role: PostgresCluster.Role, definers: [Int64: [Right]]) -> Principal {
        var principal = Principal(key: role.name, name: role.name, kind: role.canLogIn ? .serviceAccount : .role)
        if role.isPredefined {
            principal.vendor = "PostgreSQL"
            principal.kind = .role
        }
        principal.purpose = role.comment
        principal.expires = role.validUntil
        let isOver = role.validUntil.map { $0 <= cluster.now } ?? false
        if role.canLogIn { principal.active = !isOver && role.connectionLimit != 0 }
        principal.memberOf = (parents[role.id] ?? []).compactMap { names[$0.role] }
        principal.rights = rights(of: role, definers: definers)
        if role.canLogIn, let kind = role.password, kind != "none" {
            principal.credentials = [passwordReference(role)]
            principal.detail["password"] = kind == "md5" ? "md5, which is broken; set it anew with scram-sha-256" : kind
        } else if role.canLogIn {
            principal.detail["password"] = role.password ?? "not visible to `\(cluster.user)`"
        }
        if let sessions = sessions[role.name] {
            principal.lastUsed = cluster.now
            let plain = sessions.withoutTLS.map { $0 > 0 ? ", \($0) without TLS" : ", all with TLS" } ?? ""
            let from = sessions.places.map { " from \($0)" } ?? ""
            principal.detail["sessions"] = "\(sessions.count) open now\(plain)\(from)"
        }
        let loose = (parents[role.id] ?? []).filter(\.isAdmin).compactMap { names[$0.role] }
        if !loose.isEmpty { principal.detail["may hand on"] = loose.sorted().joined(separator: ", ") }
        return principal
    }

    /// Its own, those of roles whose rights it has without doing anything, and everybody's.
    private func rights(of role: PostgresCluster.Role, definers: [Int64: [Right]]) -> [Right] {
        var rights = (own[role.id] ?? []) + (definers[role.id] ?? [])
        guard !role.isSuperuser else { return bounded(rights) }
        for parent in reachable(from: role.id, by: \.inherits) {
            let name = names[parent] ?? ""
            // A role's rights pass on, its attributes do not.
            let passed = ((own[parent] ?? []) + (definers[parent] ?? [])).filter { $0.via != "attribute of the role" }
            rights += passed.map { right in
                var right = right
                if !right.via.hasPrefix("predefined role") { right.via = "member of `\(name)`" }
                return right
            }
        }
        for parent in reachable(from: role.id, by: \.canSet) {
            guard let target = rolesByID[parent] else { continue }
            rights += become(target)
        }
        rights += (own[0] ?? []) + (definers[0] ?? [])
        return bounded(rights)
    }

    /// What it is worth to become a role by `SET ROLE`: its attributes, which are not passed on by themselves.
    private func become(_ target: PostgresCluster.Role) -> [Right] {
        PostgresPrivilege.rights(of: target, version: cluster.version).map { right in
            var right = right
            right.effect.reason = "may become `\(target.name)`: \(right.effect.reason)"
            right.via = "SET ROLE `\(target.name)`"
            return right
        }
    }

    /// Roles that are reached over memberships of a kind, each once; cycles, which PostgreSQL refuses, would end.
    private func reachable(from role: Int64, by kind: KeyPath<PostgresCluster.Membership, Bool>) -> [Int64] {
        var found: [Int64] = []
        var seen: Set<Int64> = [role]
        var waiting = [role][...]
        while let next = waiting.popFirst() {
            for membership in parents[next] ?? []
            where membership[keyPath: kind] && seen.insert(membership.role).inserted {
                found.append(membership.role)
                waiting.append(membership.role)
            }
        }
        return found
    }

    // MARK: - Functions that act for their owner

    private func definersByCaller() -> [Int64: [Right]] {
        var rights: [Int64: [Right]] = [:]
        for function in databases.flatMap(\.definers) {
            let owner = names[function.owner] ?? "a role that is gone"
            let isSuper = rolesByName[owner]?.isSuperuser ?? false
            let path =
                function.hasFixedPath ? "" : "; its search path is the caller's, who may slip in objects of its own"
            let effect = StepEffect(
                isSuper || !function.hasFixedPath ? .privileged : .changeCapable,
                reason: "runs with the rights of \(isSuper ? "superuser" : "role") `\(owner)`\(path)",
                rule: isSuper ? "escalation" : nil
            )
            for caller in function.callers {
                rights[caller, default: []].append(
                    Right(
                        isSuper ? .admin : .write,
                        operations: ["EXECUTE"],
                        on: "function \(function.name)",
                        effect: effect,
                        via: "SECURITY DEFINER"
                    )
                )
            }
        }
        return rights
    }

    // MARK: - Beyond the server

    private func server(_ server: PostgresDatabaseFacts.ForeignServer, of database: PostgresDatabaseFacts) -> Principal
    {
        var principal = Principal(key: "\(database.name) server \(server.name)", name: server.name, kind: .connector)
        principal.detail["wrapper"] = server.wrapper
        principal.detail["target"] = server.target
        principal.detail["owner"] = names[server.owner]
        principal.credentials = database.mappings.filter { $0.server == server.name }.map {
            mappingReference($0, database)
        }
        principal.rights = [
            Right(
                .write,
                operations: [server.wrapper],
                on: server.target ?? "not stated",
                effect: StepEffect(nil, reason: "reaches another system as a user whose rights are known only there"),
                via: "foreign server"
            )
        ]
        return principal
    }

    private func mappingReference(
        _ mapping: PostgresDatabaseFacts.UserMapping,
        _ database: PostgresDatabaseFacts,
    ) -> CredentialReference {
        let role = mapping.role == 0 ? "PUBLIC" : names[mapping.role] ?? "\(mapping.role)"
        return CredentialReference(
            kind: "postgresUserMapping",
            id: "\(place)/\(database.name)/\(mapping.server)/\(role)",
            name: "\(role) at \(mapping.server)\(mapping.remoteUser.map { " as \($0)" } ?? "")"
        )
    }

    private func passwordReference(_ role: PostgresCluster.Role) -> CredentialReference {
        CredentialReference(kind: "postgresPassword", id: "\(place)/\(role.name)", name: "password of \(role.name)")
    }

    /// Passwords of roles, and what is kept here to sign in elsewhere.
    func credentials() -> [Credential] {
        var credentials: [Credential] = []
        for role in cluster.roles where role.canLogIn && role.password != nil && role.password != "none" {
            var credential = Credential(reference: passwordReference(role))
            credential.expires = role.validUntil
            credential.declared = true
            credentials.append(credential)
        }
        for database in databases {
            for mapping in database.mappings where mapping.hasSecret != false {
                var credential = Credential(reference: mappingReference(mapping, database))
                credential.fingerprint = mapping.secret
                credential.declared = true
                credentials.append(credential)
            }
            for subscription in database.subscriptions {
                var credential = Credential(reference: reference(of: subscription, database))
                credential.fingerprint = subscription.secret
                credential.declared = true
                credentials.append(credential)
            }
        }
        return credentials
    }

    func reference(
        of subscription: PostgresDatabaseFacts.Subscription,
        _ database: PostgresDatabaseFacts,
    ) -> CredentialReference {
        CredentialReference(
            kind: "postgresConnection",
            id: "\(place)/\(database.name)/subscription/\(subscription.name)",
            name: "subscription \(subscription.name)\(subscription.remoteUser.map { " as \($0)" } ?? "")"
        )
    }

    /// Who may become whom, inside and at foreign servers.
    func trusts() -> [Trust] {
        var trusts = cluster.memberships.filter { $0.canSet || $0.isAdmin }.compactMap { membership -> Trust? in
            guard let member = names[membership.member], let role = names[membership.role] else { return nil }
            let condition = membership.isAdmin ? "may hand the role on (ADMIN OPTION)" : nil
            return Trust(.assumes, from: member, to: role, condition: condition)
        }
        for database in databases {
            let targets = Dictionary(database.servers.map { ($0.name, $0.target) }) { first, _ in first }
            for mapping in database.mappings {
                let role = mapping.role == 0 ? "PUBLIC" : names[mapping.role] ?? "\(mapping.role)"
                let target = (targets[mapping.server] ?? nil) ?? mapping.server
                let remote = "\(mapping.remoteUser ?? "a user that is not visible")@\(target)"
                trusts.append(
                    Trust(.assumes, from: role, to: remote, isExternal: true, condition: "by server \(mapping.server)")
                )
            }
            trusts += database.jobs.map { Trust(.runsAs, from: Self.key(of: $0), to: $0.role) }
        }
        return trusts
    }

    static func key(of job: PostgresDatabaseFacts.Job) -> String { "cron/\(job.id)" }

    func name(of role: Int64) -> String? { names[role] }

    // MARK: - Putting together

    /// Privileges of the same strength on the same thing in one right.
    private static func merged(_ rights: [Right]) -> [Right] {
        struct Key: Hashable {
            var action: ActionClass
            var resource: String
            var via: String
            var condition: String?
            var identityClass: IdentityClass?
            /// Attributes and predefined roles stay apart; each has a reason of its own.
            var attribute: String?
        }
        var order: [Key] = []
        var found: [Key: Right] = [:]
        for right in rights {
            let key = Key(
                action: right.action,
                resource: right.resource,
                via: right.via,
                condition: right.condition,
                identityClass: right.effect.identityClass,
                attribute: right.resource == "*" ? right.operations.first : nil,
            )
            if var known = found[key] {
                known.operations = Set(known.operations + right.operations).sorted()
                if known.effect.reason != right.effect.reason { known.effect.reason += "; " + right.effect.reason }
                found[key] = known
            } else {
                order.append(key)
                found[key] = right
            }
        }
        return order.compactMap { found[$0] }
    }

    private func bounded(_ rights: [Right]) -> [Right] {
        func rank(_ right: Right) -> Int {
            switch right.effect.identityClass {
            case .privileged: 0
            case nil: 1
            case .changeCapable: 2
            case .readOnly: 3
            }
        }
        var seen: Set<Right> = []
        let unique = rights.filter { seen.insert($0).inserted }
        let ordered = unique.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
        return ordered.prefix(Self.limit).map(\.element)
    }
}
