import Audit
package import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// Opens a review of what these identities hold, or of all that are active when none are named.
    package func openReview(
        _ title: String,
        of references: [String],
        by caller: Caller,
    ) async throws -> ReviewCampaign {
        try require(.review, by: caller)
        guard !title.isBlank, title.utf8.count <= 200 else {
            throw Failure(.invalid, "a review needs a title", fields: [MissingField("title", why: "1 to 200 bytes")])
        }
        let findings = references.isEmpty ? [:] : try await findingsBySubject()
        let evidence = references.isEmpty ? try await evidenceOfAll() : nil
        return try await change(by: caller) { change in
            let identities =
                if references.isEmpty {
                    try Self.reviewable(in: change.connection)
                } else {
                    try references.map { try Self.find($0, in: change.connection) }
                }
            guard
                let campaign = try change.openReview(
                    .manual,
                    title,
                    of: identities,
                    findings: findings,
                    evidence: evidence,
                )
            else {
                throw Failure(
                    .conflict,
                    "nothing is left to review: each of them is under review already",
                    remedy: "`penstock reviews` lists what is open",
                )
            }
            return campaign
        }
    }

    /// Opens a review of what people may do here; it is never mixed with one of integrations.
    package func openRoleReview(_ title: String, by caller: Caller) async throws -> ReviewCampaign {
        try require(.review, by: caller)
        return try await change(by: caller) { change in
            guard let campaign = try change.openRoleReview(.manual, title, of: nil) else {
                throw Failure(.conflict, "nobody has a role that is not under review already")
            }
            return campaign
        }
    }

    static func reviewable(in connection: some Connection) throws -> [Identity] {
        var identities: [Identity] = []
        try IdentityTable.forEach(in: connection) { identity in
            if [.active, .suspended].contains(identity.state) { identities.append(identity) }
        }
        return identities
    }
}

extension Change {
    /// Opens one campaign over identities that are not under review yet.
    ///
    /// `changes` says for each what opened it; `evidence` is what was gathered before, nil to gather it now, which is for
    /// few of them. Those that are under review already get the change as further evidence.
    ///
    /// - Returns: nil when none is left.
    @discardableResult
    mutating func openReview(
        _ cause: ReviewCampaign.Cause,
        _ title: String,
        of identities: [Identity],
        changes: [ID<Identity>: [String]] = [:],
        findings: [String: [Finding]] = [:],
        evidence: EvidenceSource? = nil,
    ) throws -> ReviewCampaign? {
        let terms = try TermsTable.find(in: connection).reviews
        let open = try ReviewItemTable.open(about: identities.map(\.id), in: connection)
        for (id, item) in open {
            guard let lines = changes[id] else { continue }
            var item = item
            item.evidence.changes += lines.filter { !item.evidence.changes.contains($0) }
            try ReviewItemTable.update(item, in: connection)
        }
        let wanted = identities.filter { open[$0.id] == nil }
        guard !wanted.isEmpty else { return nil }
        let campaign = try begin(.connectors, cause, title, terms)
        let source =
            try evidence
            ?? EvidenceSource(of: wanted.map(\.id), findings: findings, terms: terms, at: now, in: connection)
        let people = Dictionary(
            try UserTable.all(in: connection).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first },
        )
        let items = wanted.map { identity in
            let evidence = source.evidence(of: identity, changes: changes[identity.id] ?? [])
            return ReviewItem(
                id: ID(at: now),
                campaign: campaign.id,
                identity: identity.id,
                user: nil,
                name: identity.name,
                reviewer: Self.reviewer(of: identity, people),
                evidence: evidence,
                proposal: evidence.proposal(at: now),
            )
        }
        try finish(campaign, items)
        return campaign
    }

    /// Opens a campaign over people with more than the right to look; over these, where given.
    @discardableResult
    mutating func openRoleReview(
        _ cause: ReviewCampaign.Cause,
        _ title: String,
        of people: [User]?,
    ) throws -> ReviewCampaign? {
        let terms = try TermsTable.find(in: connection).reviews
        let all = try UserTable.all(in: connection).filter { $0.status == .active }
        let open = try ReviewItemTable.withOpenItem(in: connection)
        let wanted = (people ?? all.filter { !$0.roles.subtracting([.viewer]).isEmpty })
            .filter { !open.contains($0.id.text) }
        guard !wanted.isEmpty else { return nil }
        let campaign = try begin(.roles, cause, title, terms)
        let source = try EvidenceSource(of: [], findings: [:], terms: terms, at: now, in: connection)
        let deciders = all.filter { !$0.roles.isDisjoint(with: [.security, .admin]) }
        let created = try UserTable.created(in: connection)
        let items = try wanted.map { user in
            let since = created[user.id] ?? now
            let evidence = source.evidence(of: user, since: since, lastSignIn: try lastSignIn(of: user))
            return ReviewItem(
                id: ID(at: now),
                campaign: campaign.id,
                identity: nil,
                user: user.id,
                name: user.email,
                reviewer: deciders.first { $0.id != user.id }?.id,
                evidence: evidence,
                proposal: evidence.proposal(at: now),
            )
        }
        try finish(campaign, items)
        return campaign
    }

    private func lastSignIn(of user: User) throws -> Instant? {
        var filter = EventFilter()
        filter.kinds = [.signedIn]
        filter.actor = user.id.text
        return try AuditLog.entries(filter, page: PageRequest(limit: 1), in: connection).items.first?.event.at
    }

    private func begin(
        _ kind: ReviewCampaign.Kind,
        _ cause: ReviewCampaign.Cause,
        _ title: String,
        _ terms: GovernanceTerms.ReviewTerms,
    ) throws -> ReviewCampaign {
        let campaign = ReviewCampaign(
            id: ID(at: now),
            kind: kind,
            cause: cause,
            title: title,
            opened: now,
            openedBy: actor.name,
            due: now + .days(Int64(terms.dueDays)),
        )
        try ReviewCampaignTable.insert(campaign, in: connection)
        try JobTable.put(.endReview, campaign.id.text, at: campaign.due, in: connection)
        return campaign
    }

    private mutating func finish(_ campaign: ReviewCampaign, _ items: [ReviewItem]) throws {
        try ReviewItemTable.insert(items, in: connection)
        let unreviewed = items.count { $0.reviewer == nil }
        record(
            .reviewOpened,
            campaign.subject,
            detail: [
                "kind": campaign.kind.rawValue, "cause": campaign.cause.rawValue, "items": "\(items.count)",
                "withoutReviewer": "\(unreviewed)", "due": campaign.due.text,
                "first": items.first?.evidence.changes.first ?? "",
            ],
        )
        let counts = Dictionary(grouping: items.compactMap(\.reviewer), by: \.self).mapValues(\.count)
        for (reviewer, count) in counts.sorted(by: { $0.key < $1.key }) {
            let what = count == 1 ? "one item waits" : "\(count) items wait"
            try tell(
                [reviewer],
                .reviewOpened,
                campaign.subject,
                "\(campaign.title): \(what) for your decision by \(campaign.due.date)"
            )
        }
        if unreviewed > 0 {
            let text = "\(campaign.title): \(unreviewed) items have nobody who may decide them; name a reviewer"
            try tell(try security(), .reviewOpened, campaign.subject, text)
        }
    }

    /// Who answers for it and is there: for what is privileged the backup, so that nobody reviews only themselves.
    private static func reviewer(of identity: Identity, _ people: [ID<User>: User]) -> ID<User>? {
        let order =
            identity.classification.identityClass == .privileged
            ? [identity.backupApprover, identity.owner] : [identity.owner, identity.backupApprover]
        return order.compactMap(\.self).first { people[$0]?.status == .active }
    }
}

extension ReviewCampaign {
    var subject: Event.Subject { Event.Subject(kind: "review", id: id.text, name: title) }
}
