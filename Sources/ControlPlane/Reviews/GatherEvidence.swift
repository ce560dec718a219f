import Domain
import SQLEngine
import Store

/// What reviewers of many identities have to see, gathered in a few passes over the store.
struct EvidenceSource: Sendable {
    private var held: [ID<Identity>: [Holding]] = [:]
    private var lastUses: [ID<Identity>: Instant] = [:]
    private let lastDecided: [String: Instant]
    private let findings: [String: [Finding]]
    private let windowDays: Int
    private let firstDay: Instant?

    /// A grant with what was used of it.
    private struct Holding {
        let grant: Grant
        /// Its path as text, made once: millions of requests are held against it.
        let path: String
        var count = 0
        var last: Instant?

        init(_ grant: Grant) {
            self.grant = grant
            path = grant.resource.description
        }
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
            held = Dictionary(grouping: try GrantTable.openOrFuture(at: now, in: connection), by: \.identity)
                .mapValues { $0.map { Holding($0) } }
            try UseTable.forEachAllowed(since: since, in: connection) { add($0) }
            return
        }
        for identity in wanted {
            held[identity] = try GrantTable.all(of: identity, in: connection)
                .filter { $0.revoked == nil && $0.ends > now }
                .sorted { $0.id < $1.id }
                .map { Holding($0) }
            try UseTable.forEachAllowed(since: since, of: identity, in: connection) { add($0) }
        }
    }

    private mutating func add(_ sum: UseTable.Sum) {
        lastUses[sum.identity] = max(lastUses[sum.identity] ?? sum.last, sum.last)
        guard let place = held.index(forKey: sum.identity) else { return }
        for number in held.values[place].indices {
            guard held.values[place][number].grant.action == sum.action,
                sum.resource.lies(under: held.values[place][number].path)
            else { continue }
            held.values[place][number].count += sum.count
            held.values[place][number].last = max(held.values[place][number].last ?? sum.last, sum.last)
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
        evidence.held = (held[identity.id] ?? []).map { held in
            ReviewEvidence.Held(
                grant: held.grant.id,
                what: "\(held.grant.action.rawValue) \(held.path)",
                begins: held.grant.begins,
                ends: held.grant.ends,
                lastUsed: held.last,
                uses: held.count,
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
    /// Whether this path, as text, is `outer` or below it.
    fileprivate func lies(under outer: String) -> Bool {
        guard utf8.count >= outer.utf8.count, hasPrefix(outer) else { return false }
        return utf8.count == outer.utf8.count || utf8.dropFirst(outer.utf8.count).first == UInt8(ascii: "/")
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
