import Domain
import SQLEngine
import Store

/// What reviewers of many identities have to see, gathered in a few passes over the store.
struct EvidenceSource {
    private var grants: [ID<Identity>: [Grant]] = [:]
    private var uses: [ID<Identity>: [Use]] = [:]
    private let lastDecided: [String: Instant]
    private let findings: [String: [Finding]]
    private let windowDays: Int
    private let firstDay: Instant?

    private struct Use {
        var action: ActionClass
        var resource: ResourcePath
        var count: Int
        var last: Instant
    }

    init(
        findings: [String: [Finding]],
        terms: GovernanceTerms.ReviewTerms,
        at now: Instant,
        in connection: some Connection,
    ) throws {
        self.findings = findings
        windowDays = terms.windowDays
        lastDecided = try ReviewItemTable.lastDecided(in: connection)
        firstDay = try UseTable.firstDay(in: connection)
        grants = Dictionary(grouping: try GrantTable.openOrFuture(at: now, in: connection), by: \.identity)
        var uses: [ID<Identity>: [Use]] = [:]
        try UseTable.forEach(since: now - .days(Int64(terms.windowDays)), in: connection) { use in
            guard use.verdict == .allow, use.count > 0 else { return }
            uses[use.identity, default: []].append(
                Use(action: use.action, resource: use.resource, count: use.count, last: use.last)
            )
        }
        self.uses = uses
    }

    func lastReview(of subject: String) -> Instant? { lastDecided[subject] }

    func evidence(of identity: Identity, changes: [String] = []) -> ReviewEvidence {
        var evidence = ReviewEvidence(
            watchedSince: max(identity.firstSeen, firstDay ?? identity.firstSeen),
            windowDays: windowDays,
        )
        let uses = uses[identity.id] ?? []
        evidence.changes = changes
        evidence.identityClass = identity.classification.identityClass
        evidence.state = identity.state
        evidence.hasOwner = identity.owner != nil
        evidence.purpose = identity.purpose
        evidence.held = (grants[identity.id] ?? []).map { grant in
            let covered = uses.filter { $0.action == grant.action && $0.resource.isCovered(by: grant.resource) }
            return ReviewEvidence.Held(
                grant: grant.id,
                what: "\(grant.action.rawValue) \(grant.resource)",
                begins: grant.begins,
                ends: grant.ends,
                lastUsed: covered.map(\.last).max(),
                uses: covered.reduce(0) { $0 + $1.count },
            )
        }
        evidence.lastUse = [identity.lastUsed, uses.map(\.last).max()].compactMap(\.self).max()
        evidence.findings = (findings[identity.id.text] ?? []).prefix(20).map { "\($0.severity.rawValue) \($0.rule)" }
        evidence.lastReview = lastDecided[identity.id.text]
        evidence.vanished = identity.vanished != nil
        return evidence
    }

    func evidence(of user: User, since: Instant, lastSignIn: Instant?) -> ReviewEvidence {
        var evidence = ReviewEvidence(watchedSince: since, windowDays: windowDays)
        evidence.roles = user.roles.sorted { $0.rawValue < $1.rawValue }
        evidence.lastUse = lastSignIn
        evidence.lastReview = lastDecided[user.id.text]
        return evidence
    }
}

extension ResourcePath {
    fileprivate func isCovered(by other: ResourcePath) -> Bool {
        system == other.system && segments.starts(with: other.segments)
    }
}
