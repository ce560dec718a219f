import Domain
import SQLEngine
import Store

/// What the schedule does with reviews.
extension ControlPlane {
    /// Opens the reviews whose turn has come by the cadence of each class.
    func dueReviews(_ job: Job) async throws -> JobEffect {
        let evidence = try await evidenceOfAll()
        return { change in
            let terms = try TermsTable.find(in: change.connection).reviews
            let last = try ReviewItemTable.lastDecided(in: change.connection)
            let open = try ReviewItemTable.withOpenItem(in: change.connection)
            let due = try Self.reviewable(in: change.connection).filter { identity in
                let since = last[identity.id.text] ?? identity.firstSeen
                let cadence = terms.cadence(of: identity.classification.identityClass)
                return !open.contains(identity.id.text) && since + cadence <= change.now
            }
            if !due.isEmpty {
                let title = "Integrations due on \(change.now.date)"
                try change.openReview(.schedule, title, of: due, evidence: evidence)
            }
            let created = try UserTable.created(in: change.connection)
            let people = try UserTable.all(in: change.connection).filter { user in
                let since = last[user.id.text] ?? created[user.id] ?? change.now
                return user.status == .active && !user.roles.subtracting([.viewer]).isEmpty
                    && since + .days(Int64(terms.rolesDays)) <= change.now
            }
            if !people.isEmpty {
                try change.openRoleReview(.schedule, "Roles of people due on \(change.now.date)", of: people)
            }
            return change.now + .days(1)
        }
    }

    /// Decides what nobody decided by the due date, as the terms say.
    func overdueReview(_ job: Job) -> JobEffect {
        { change in
            guard let id = ID<ReviewCampaign>(job.key),
                let campaign = try ReviewCampaignTable.find(id, in: change.connection), campaign.closed == nil
            else { return nil }
            let consequence = try TermsTable.find(in: change.connection).reviews.undecided
            let items = try ReviewItemTable.undecided(of: id, in: change.connection)
            for item in items {
                do {
                    try change.lapse(item, consequence)
                } catch let failure as Failure where failure.code == .conflict {
                    // The last administrator keeps the role, and the item stays open.
                    continue
                }
            }
            if !items.isEmpty {
                let text = "\(campaign.title): \(items.count) items were not decided in time: \(consequence.rawValue)"
                try change.tell(
                    try change.security() + items.map(\.reviewer),
                    .reviewItemLapsed,
                    campaign.subject,
                    text
                )
            }
            try change.completeReview(id)
            return nil
        }
    }

    /// Looks whether what a review took away is gone, everywhere; only then the decision is done.
    func verifiedReview(_ job: Job) -> JobEffect {
        { change in
            guard let id = ID<ReviewItem>(job.key), var item = try ReviewItemTable.find(id, in: change.connection),
                item.removal == .pending
            else { return nil }
            let left = try change.leftBehind(by: item)
            guard left.isEmpty else {
                let age = change.now - (item.decided ?? change.now)
                if age > .days(1), age <= .days(1) + .hours(1) {
                    let text = "what a review took from \(item.name) is still there: \(left.joined(separator: ", "))"
                    try change.tell(try change.security(), .reviewItemDecided, item.subject, text)
                }
                return age > .days(90) ? nil : change.now + (age < .hours(1) ? .minutes(1) : .hours(1))
            }
            item.removal = .verified
            item.verified = change.now
            try ReviewItemTable.update(item, in: change.connection)
            change.record(
                .reviewItemVerified,
                item.subject,
                detail: ["review": item.campaign.text, "item": item.id.text, "outcome": item.outcome?.rawValue ?? ""],
            )
            return nil
        }
    }
}

extension Change {
    /// What should be gone by the outcome of an item and is not, in words.
    fileprivate func leftBehind(by item: ReviewItem) throws -> [String] {
        var left: [String] = []
        // A node that still acts on an older world lets through what was taken away.
        let epoch = try WorldTable.epoch(in: connection)
        let behind = try NodeTable.live(behind: epoch, in: connection)
        if !behind.isEmpty { left.append("\(behind.count) nodes have not followed") }
        if let id = item.user {
            let roles = try UserTable.find(id, in: connection)?.roles ?? []
            return left + roles.subtracting([.viewer]).map { "role \($0.rawValue)" }.sorted()
        }
        guard let id = item.identity, let decided = item.decided else { return left }
        let grants = try GrantTable.all(of: id, in: connection)
        switch item.outcome {
        case .reduce:
            let removed = Set(item.evidence.unused(at: decided).map(\.grant))
            left += grants.filter { removed.contains($0.id) && $0.revoked == nil && $0.ends > now }.map {
                "grant \($0.id)"
            }
        case .rotate: left += try unrotated(id, since: decided)
        case .revoke, .cannotJustify:
            left += grants.filter { $0.begins <= decided && $0.revoked == nil && $0.ends > now }.map {
                "grant \($0.id)"
            }
            let leases = try LeaseTable.latest(of: id, limit: 200, in: connection)
            left += leases.filter { $0.issued <= decided && $0.isUsable(at: now) }.map { "lease \($0.id)" }
        case .keep, nil: break
        }
        return left
    }

    /// The credentials of an identity's workflow that its source has not shown rotated since.
    private func unrotated(_ id: ID<Identity>, since: Instant) throws -> [String] {
        guard let identity = try IdentityTable.find(id, in: connection), let source = identity.source,
            let key = identity.workflow, let workflow = try WorkflowTable.find(key, of: source, in: connection)
        else { return ["its source tells of no rotation"] }
        let used = Set(workflow.workflow.steps.filter { !$0.disabled }.flatMap(\.credentials).map(\.key))
        var left: [String] = []
        try CredentialTable.forEachPresent(of: source, in: connection) { stored in
            guard used.contains(stored.part.key) else { return }
            if stored.part.lastRotated.map({ $0 < since }) ?? true {
                left.append("credential \(stored.part.reference.name ?? stored.part.key)")
            }
        }
        return left
    }
}
