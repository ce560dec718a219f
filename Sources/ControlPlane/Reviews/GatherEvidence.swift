import Domain
import SQLEngine
import Store

/// What reviewers of many identities have to see, gathered in a few passes over the store.
struct EvidenceSource: Sendable {
    private var grants: [ID<Identity>: [Grant]] = [:]
    private var uses: [ID<Grant>: Use] = [:]
    private var lastUses: [ID<Identity>: Instant] = [:]
    private let lastDecided: [String: Instant]
    private let findings: [String: [Finding]]
    private let windowDays: Int
    private let firstDay: Instant?

    private struct Use {
        var count = 0
        var last = Instant.distantPast
    }

    /// For more identities than this the whole record is read once.
    private static let few = 200

    /// Gathers for these identities; nil for all that there are, which takes seconds where millions of requests are
    /// recorded and has no place in a transaction that writes.
    init(
        of wanted: [ID<Identity>]?,
        findings: [String: [Finding]],
        terms: GovernanceTerms.ReviewTerms,
        at now: Instant,
        in connection: some Connection,
    ) throws {
        self.findings = findings
        windowDays = terms.windowDays
        lastDecided = try ReviewItemTable.lastDecided(in: connection)
        firstDay = try UseTable.firstDay(in: connection)
        let since = now - .days(Int64(terms.windowDays))
        guard let wanted, wanted.count <= Self.few else {
            grants = Dictionary(grouping: try GrantTable.openOrFuture(at: now, in: connection), by: \.identity)
            try UseTable.forEachAllowed(since: since, in: connection) { add($0) }
            return
        }
        for identity in wanted {
            grants[identity] = try GrantTable.all(of: identity, in: connection)
                .filter { $0.revoked == nil && $0.ends > now }
                .sorted { $0.id < $1.id }
            try UseTable.forEachAllowed(since: since, of: identity, in: connection) { add($0) }
        }
    }

    private mutating func add(_ sum: UseTable.Sum) {
        lastUses[sum.identity] = max(lastUses[sum.identity] ?? sum.last, sum.last)
        for grant in grants[sum.identity] ?? [] where grant.action == sum.action {
            guard sum.resource.lies(under: grant.resource) else { continue }
            uses[grant.id, default: Use()].count += sum.count
            uses[grant.id, default: Use()].last = max(uses[grant.id]?.last ?? sum.last, sum.last)
        }
    }

    func lastReview(of subject: String) -> Instant? { lastDecided[subject] }

    func evidence(of identity: Identity, changes: [String] = []) -> ReviewEvidence {
        var evidence = ReviewEvidence(
            watchedSince: max(identity.firstSeen, firstDay ?? identity.firstSeen),
            windowDays: windowDays,
        )
        evidence.changes = changes
        evidence.identityClass = identity.classification.identityClass
        evidence.state = identity.state
        evidence.hasOwner = identity.owner != nil
        evidence.purpose = identity.purpose
        evidence.held = (grants[identity.id] ?? []).map { grant in
            let use = uses[grant.id]
            return ReviewEvidence.Held(
                grant: grant.id,
                what: "\(grant.action.rawValue) \(grant.resource)",
                begins: grant.begins,
                ends: grant.ends,
                lastUsed: use?.last,
                uses: use?.count ?? 0,
            )
        }
        evidence.lastUse = [identity.lastUsed, lastUses[identity.id]].compactMap(\.self).max()
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

extension String {
    /// Whether this path, as text, is `resource` or below it.
    fileprivate func lies(under resource: ResourcePath) -> Bool {
        let outer = resource.description
        return self == outer || (hasPrefix(outer) && utf8.dropFirst(outer.utf8.count).first == UInt8(ascii: "/"))
    }
}

extension ControlPlane {
    /// What reviewers of all identities have to see, gathered before the transaction that opens a review: nothing else
    /// waits for it.
    func evidenceOfAll() async throws -> EvidenceSource {
        let findings = try await findingsBySubject()
        let moment = now()
        return try await database.read { connection in
            let terms = try TermsTable.find(in: connection).reviews
            return try EvidenceSource(of: nil, findings: findings, terms: terms, at: moment, in: connection)
        }
    }
}
