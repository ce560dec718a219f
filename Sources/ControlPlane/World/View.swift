import Decisions
import Domain
import SQLEngine
import Store

/// The facts at one epoch, as this node holds them in memory.
struct View: Sendable {
    var epoch: Int64
    var snapshot: Snapshot
    /// Leases taken back before their end, until that end.
    var revoked: Set<ID<Lease>>
    /// Credentials of systems behind the gateway, opened.
    var credentials: [String: Secret]

    /// More changes than this are not applied one by one.
    private static let mostChanges = 2000

    static func load(from database: any Database, vault: Vault, now: Instant) async throws -> View {
        try await database.read { try load(from: $0, vault: vault, now: now) }
    }

    /// This view brought up to the store's epoch: by its changes, or anew when there are too many of them.
    func following(from database: any Database, vault: Vault, now: Instant) async throws -> View {
        try await database.read { connection in
            if try WorldTable.epoch(in: connection) == epoch { return self }
            guard let changes = try WorldTable.changes(since: epoch, atMost: Self.mostChanges, in: connection) else {
                return try Self.load(from: connection, vault: vault, now: now)
            }
            var next = self
            next.epoch = try WorldTable.epoch(in: connection)
            var facts: [FactChange] = []
            for change in Set(changes) {
                switch change.kind {
                case .identity:
                    guard let id = ID<Identity>(change.id) else { continue }
                    facts.append(
                        try IdentityTable.find(id, in: connection).map { .identity($0) } ?? .identityRemoved(id)
                    )
                case .grant:
                    guard let id = ID<Grant>(change.id) else { continue }
                    facts.append(try GrantTable.find(id, in: connection).map { .grant($0) } ?? .grantRemoved(id))
                case .user:
                    guard let id = ID<User>(change.id) else { continue }
                    facts.append(try UserTable.find(id, in: connection).map { .user($0) } ?? .userRemoved(id))
                case .team:
                    guard let id = ID<Team>(change.id) else { continue }
                    facts.append(try TeamTable.find(id, in: connection).map { .team($0) } ?? .teamRemoved(id))
                case .system:
                    facts.append(
                        try SystemTable.find(change.id, in: connection).map { .system($0) } ?? .systemRemoved(change.id)
                    )
                    next.credentials[change.id] = try Self.credential(of: change.id, vault: vault, in: connection)
                case .policies:
                    facts.append(.policies(try Self.policies(in: connection)))
                case .riskException: continue
                case .level:
                    guard let subject = LevelSetting.Subject(change.id) else { continue }
                    facts.append(
                        try LevelTable.find(subject, in: connection).map { .level($0) } ?? .levelRemoved(subject)
                    )
                case .leases:
                    next.revoked = Set(try LeaseTable.revokedEarly(at: now, in: connection))
                }
            }
            next.snapshot = snapshot.applying(facts, version: next.epoch)
            return next
        }
    }

    private static func load(from connection: some Connection, vault: Vault, now: Instant) throws -> View {
        let epoch = try WorldTable.epoch(in: connection)
        var facts = Facts(version: epoch)
        try IdentityTable.forEach(in: connection) { facts.identities.append($0) }
        facts.grants = try GrantTable.openOrFuture(at: now, in: connection)
        facts.systems = try SystemTable.all(in: connection)
        facts.users = try UserTable.all(in: connection)
        facts.policies = try policies(in: connection)
        facts.teams = try TeamTable.all(in: connection)
        facts.levels = try LevelTable.all(in: connection)
        var credentials: [String: Secret] = [:]
        for system in facts.systems {
            credentials[system.name] = try credential(of: system.name, vault: vault, in: connection)
        }
        return View(
            epoch: epoch,
            snapshot: Snapshot(facts),
            revoked: Set(try LeaseTable.revokedEarly(at: now, in: connection)),
            credentials: credentials,
        )
    }

    /// The live policies of the organisation.
    ///
    /// - Throws: When they cannot be read any more: nothing is decided then, since a forbid might be among them.
    static func policies(in connection: some Connection) throws -> OrganisationPolicies {
        guard let live = try PolicyVersionTable.live(in: connection) else { return .none }
        return try OrganisationPolicies(version: live.version, files: live.files)
    }

    private static func credential(of system: String, vault: Vault, in connection: some Connection) throws -> Secret? {
        let kind = Vault.Kind.systemCredential.rawValue
        return try SealedTable.find(kind: kind, id: system, in: connection).map { try vault.open($0) }
    }
}
