package import Cedar
package import Domain
import Synchronization

/// Facts and policies at one version, prepared for decisions; immutable, to be shared by all threads and swapped whole.
///
/// ```
/// let snapshot = Snapshot(facts)
/// let decision = snapshot.decide(AccessRequest(identity: id, action: .read, resource: contacts, now: now))
/// switch snapshot.enforcement(of: decision, for: request) {
/// case .allow: …
/// case .refuse: print(decision.reason, decision.fix ?? "")
/// case .warn, .observe: …
/// }
/// ```
package final class Snapshot: Sendable {
    package typealias Instant = Domain.Instant

    /// Version of the facts it was made from.
    package let version: Int64

    private let identities: [ID<Identity>: PreparedIdentity]
    private let grants: [ID<Grant>: PreparedGrant]
    private let grantsOf: [ID<Identity>: [ID<Grant>]]
    /// Identities that have, or had, a grant with a limit of requests.
    private let limited: Set<ID<Identity>>
    private let systems: [String: PreparedSystem]
    private let users: [ID<User>: User]
    /// What the organisation adds to the shipped policies.
    package let organisation: OrganisationPolicies
    private let teams: [ID<Team>: Team]
    private let levels: [LevelSetting.Subject: LevelSetting]
    /// Systems, environments and people; an identity and a resource are laid over for each request.
    private let base: Entities
    /// The stretch of time that was last asked for.
    private let window: Mutex<GrantWindow>
    private let governance: Mutex<GovernanceWindow>

    /// Prepares `facts` for decisions.
    package init(_ facts: Facts) {
        version = facts.version
        identities = Dictionary(facts.identities.map { ($0.id, PreparedIdentity($0)) }) { _, last in last }
        grants = Dictionary(facts.grants.map { ($0.id, PreparedGrant($0)) }) { _, last in last }
        grantsOf = Dictionary(grouping: grants.values) { $0.grant.identity }.mapValues { $0.map(\.grant.id).sorted() }
        limited = Set(facts.grants.lazy.filter { $0.conditions.perMinute != nil }.map(\.identity))
        systems = Dictionary(facts.systems.map { ($0.name, PreparedSystem($0)) }) { _, last in last }
        users = Dictionary(facts.users.map { ($0.id, $0) }) { _, last in last }
        organisation = facts.policies
        window = Mutex(.never(facts.policies))
        governance = Mutex(GovernanceWindow(facts.policies, at: .distantPast))
        teams = Dictionary(facts.teams.map { ($0.id, $0) }) { _, last in last }
        levels = Dictionary(facts.levels.map { ($0.subject, $0) }) { _, last in last }
        base = Self.entities(systems, users, teams)
    }

    /// This snapshot with some facts changed, as a new version; what did not change is shared.
    package func applying(_ changes: [FactChange], version: Int64) -> Snapshot {
        Snapshot(SnapshotChange(changes), to: self, version: version)
    }

    private init(_ change: SnapshotChange, to other: Snapshot, version: Int64) {
        self.version = version
        var identities = other.identities
        for (id, identity) in change.identities { identities[id] = identity.map(PreparedIdentity.init) }
        var grants = other.grants
        var grantsOf = other.grantsOf
        for (id, grant) in change.grants {
            if let old = grants[id]?.grant { grantsOf[old.identity]?.removeAll { $0 == id } }
            grants[id] = grant.map(PreparedGrant.init)
            if let grant { grantsOf[grant.identity, default: []].append(id) }
        }
        self.identities = identities
        self.grants = grants
        self.grantsOf = grantsOf
        limited = other.limited.union(
            change.grants.lazy.compactMap(\.now).filter { $0.conditions.perMinute != nil }.map(\.identity)
        )
        systems = other.systems.merging(change.systems.mapValues { $0.map(PreparedSystem.init) })
        users = other.users.merging(change.users)
        teams = other.teams.merging(change.teams)
        levels = change.levels.isEmpty ? other.levels : other.levels.merging(change.levels)
        let isSame = change.systems.isEmpty && change.users.isEmpty && change.teams.isEmpty
        base = isSame ? other.base : Self.entities(systems, users, teams)
        if let policies = change.policies {
            organisation = policies
            self.window = Mutex(.never(policies))
            governance = Mutex(GovernanceWindow(policies, at: .distantPast))
            return
        }
        organisation = other.organisation
        governance = Mutex(other.governance.withLock { $0 })
        let window = other.window.withLock { $0 }
        self.window = Mutex(
            change.grants.isEmpty ? window : window.replacing(change.grants, grants.values.lazy.map(\.grant))
        )
    }

    package func system(named name: String) -> System? { systems[name]?.system }

    package func identity(_ id: ID<Identity>) -> Identity? { identities[id]?.identity }

    package func user(_ id: ID<User>) -> User? { users[id] }

    /// When the next grant begins or ends; nil when none does.
    package func validUntil(after now: Instant) -> Instant? { window(at: now).until }

    /// When a decision made at `now` for this identity should be made again though no fact changes: at the next begin or
    /// end of a grant, date of the identity, or end of a level; nil when nothing lies ahead.
    package func validUntil(for identity: ID<Identity>, after now: Instant) -> Instant? {
        let known = identities[identity]?.identity
        let ends = [window(at: now).until, known?.expires, known?.renewal] + levels.values.map(\.until)
        return ends.compactMap(\.self).filter { $0 > now }.min()
    }

    /// Whether a decision on this identity may depend on how many requests it made in the last minute.
    package func countsRequests(of identity: ID<Identity>) -> Bool {
        organisation.countsRequests || limited.contains(identity)
    }

    /// The guardrails, the organisation's policies, and a link for each grant open at `now`.
    package func policies(at now: Instant) -> PolicySet { window(at: now).policies }

    /// The policies on Penstock's own records at `now`.
    func governancePolicies(at now: Instant) -> PolicySet {
        governance.withLock { window in
            if !window.covers(now) { window = GovernanceWindow(organisation, at: now) }
            return window.policies
        }
    }

    /// How strictly policy is applied to what an identity asks of a system: the strictest that is said of the identity, the
    /// system and the identity's source; `enforce` where nothing is.
    ///
    /// `system` is nil for what holds whatever it asks of.
    package func level(of identity: Identity, on system: String?, at now: Instant) -> Identity.Level {
        if levels.isEmpty { return identity.level }
        let subjects: [LevelSetting.Subject?] = [
            LevelSetting.Subject(.identity, identity.id.text),
            system.map { LevelSetting.Subject(.system, $0) },
            identity.source.map { LevelSetting.Subject(.source, $0.text) },
        ]
        return .strictest(
            registered: identity.level,
            said: subjects.compactMap { $0.flatMap { levels[$0] } },
            at: now,
        )
    }

    /// Whether a policy holds for identities at level observe and warn too.
    func isBinding(_ policy: String) -> Bool {
        ShippedPolicies.binding.contains(policy) || organisation.binding.contains(policy)
    }

    func prepared(_ id: ID<Identity>) -> PreparedIdentity? { identities[id] }

    func prepared(system name: String) -> PreparedSystem? { systems[name] }

    func grants(of identity: ID<Identity>) -> [Grant] { (grantsOf[identity] ?? []).compactMap { grants[$0]?.grant } }

    /// The lasting entities with those of one request.
    func entities(with more: [Entity]) throws(EntityStoreError) -> Entities { try base.adding(more) }

    private func window(at now: Instant) -> GrantWindow {
        window.withLock { window in
            if !window.covers(now) { window = window.moved(to: now, grants.values.lazy.map(\.grant)) }
            return window
        }
    }

    private static func entities(
        _ systems: [String: PreparedSystem],
        _ users: [ID<User>: User],
        _ teams: [ID<Team>: Team],
    ) -> Entities {
        // The store refuses teams that contain themselves; should there be some nevertheless, none has members.
        let sound = Team.cycle(among: teams.values) == nil ? Array(teams.values) : []
        var wholes: [ID<Team>: Set<ID<Team>>] = [:]
        var memberships: [ID<User>: Set<ID<Team>>] = [:]
        for team in sound {
            for part in team.teams { wholes[part, default: []].insert(team.id) }
            for member in team.members { memberships[member, default: []].insert(team.id) }
        }
        let environments = Set(systems.values.map(\.system.environment)).map { Entity(Vocabulary.uid(environment: $0)) }
        do throws(EntityStoreError) {
            return try Entities(
                environments + systems.values.map { Entity($0.system) }
                    + sound.map { Entity($0, partOf: wholes[$0.id] ?? []) }
                    + users.values.map { Entity($0, in: memberships[$0.id] ?? []) }
            )
        } catch {
            preconditionFailure("systems, teams and users have distinct names and no cycle: \(error)")
        }
    }
}

/// Changes by what they change; nil stands for what is gone.
private struct SnapshotChange {
    var identities: [(ID<Identity>, Identity?)] = []
    var grants: [(id: ID<Grant>, now: Grant?)] = []
    var systems: [String: System?] = [:]
    var users: [ID<User>: User?] = [:]
    var policies: OrganisationPolicies?
    var teams: [ID<Team>: Team?] = [:]
    var levels: [LevelSetting.Subject: LevelSetting?] = [:]

    init(_ changes: [FactChange]) {
        for change in changes {
            switch change {
            case .identity(let identity): identities.append((identity.id, identity))
            case .identityRemoved(let id): identities.append((id, nil))
            case .grant(let grant): grants.append((grant.id, grant))
            case .grantRemoved(let id): grants.append((id, nil))
            case .system(let system): systems[system.name] = .some(system)
            case .systemRemoved(let name): systems[name] = .some(nil)
            case .user(let user): users[user.id] = .some(user)
            case .userRemoved(let id): users[id] = .some(nil)
            case .policies(let changed): policies = changed
            case .team(let team): teams[team.id] = team
            case .teamRemoved(let id): teams[id] = .some(nil)
            case .level(let setting): levels[setting.subject] = .some(setting)
            case .levelRemoved(let subject): levels[subject] = .some(nil)
            }
        }
    }
}

extension Dictionary {
    /// These entries with some changed; nil removes.
    fileprivate func merging(_ changes: [Key: Value?]) -> Self {
        var result = self
        for (key, value) in changes { result[key] = value }
        return result
    }
}
