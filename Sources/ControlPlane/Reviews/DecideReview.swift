package import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// Decides one item of a review and carries the decision out in the same transaction.
    ///
    /// What it takes away counts as done only when it was seen to be gone.
    ///
    /// - Throws: `.invalid` without a reason where one is needed; `.conflict` when it was decided already.
    package func decideReview(
        _ id: ID<ReviewItem>,
        _ outcome: ReviewItem.Outcome,
        note: String?,
        by caller: Caller,
    ) async throws -> ReviewItem {
        let before = try await database.read { try Self.reviewItem(id, in: $0) }
        try await requireReview(of: before, by: caller)
        if let note, note.utf8.count > 2000 {
            throw Failure(.invalid, "the note is too long", fields: [MissingField("note", why: "at most 2000 bytes")])
        }
        if outcome == .keep, before.proposal.outcome != .keep, (note ?? "").isBlank {
            throw Failure(
                .invalid,
                "the evidence speaks for `\(before.proposal.outcome.rawValue)`: \(before.proposal.because)",
                remedy: "say why it is kept all the same",
                fields: [MissingField("note", why: "why it is kept against the evidence")],
            )
        }
        return try await change(by: caller) { change in
            var item = try Self.reviewItem(id, in: change.connection)
            guard item.state != .decided else {
                throw Failure(.conflict, "`\(item.name)` was decided already, by \(item.decidedBy ?? "somebody")")
            }
            item.state = .decided
            item.outcome = outcome
            item.note = note
            item.decidedBy = change.actor.name
            item.decided = change.now
            if case .user(let user) = caller, let identity = item.identity {
                item.selfReview = try IdentityTable.find(identity, in: change.connection)?.owner == user.id
            }
            item.removal = try change.carryOut(outcome, on: item) ? .pending : .none
            try ReviewItemTable.update(item, in: change.connection)
            change.record(
                .reviewItemDecided,
                item.subject,
                detail: [
                    "review": item.campaign.text, "item": item.id.text, "outcome": outcome.rawValue,
                    "proposed": item.proposal.outcome.rawValue, "note": note ?? "",
                    "selfReview": item.selfReview ? "yes" : "",
                ],
            )
            try change.completeReview(item.campaign)
            return item
        }
    }

    /// Names who decides an item, where nobody with the authority was known or they are away.
    package func assignReviewer(
        _ id: ID<ReviewItem>,
        to reference: String,
        by caller: Caller,
    ) async throws -> ReviewItem {
        try require(.review, by: caller)
        return try await change(by: caller) { change in
            var item = try Self.reviewItem(id, in: change.connection)
            guard item.state != .decided else { throw Failure(.conflict, "`\(item.name)` was decided already") }
            let person = try Self.person(reference, field: "reviewer", in: change.connection)
            guard person.status == .active, person.id != item.user else {
                throw Failure(
                    .invalid,
                    "`\(person.email)` cannot decide this",
                    fields: [MissingField("reviewer", why: "must be active, and another person than it is about")],
                )
            }
            let identity = try item.identity.flatMap { try IdentityTable.find($0, in: change.connection) }
            let answers = identity.map { [$0.owner, $0.backupApprover].contains(person.id) } ?? false
            guard answers || !person.roles.isDisjoint(with: [.security, .admin]) else {
                throw Failure(
                    .invalid,
                    "`\(person.email)` has no authority over `\(item.name)`",
                    remedy: "name its owner or backup approver, or somebody of the security role",
                    fields: [MissingField("reviewer", why: "must own it, be its backup, or have the security role")],
                )
            }
            let old = item.reviewer
            item.reviewer = person.id
            try ReviewItemTable.update(item, in: change.connection)
            change.record(
                .reviewItemAssigned,
                item.subject,
                changes: [Event.Change("reviewer", before: old?.text, after: person.email)],
                detail: ["review": item.campaign.text, "item": item.id.text],
            )
            try change.tell([person.id], .reviewItemAssigned, item.subject, "`\(item.name)` waits for your decision")
            return item
        }
    }

    /// Whether the caller may decide an item: Cedar is asked about the identity, or about a person that is not them.
    func requireReview(of item: ReviewItem, by caller: Caller) async throws {
        if let id = item.identity {
            let identity = try await database.read { try Self.find(id.text, in: $0) }
            var own = false
            // Whoever owns what is privileged does not recertify it alone.
            if case .user(let user) = caller, identity.classification.identityClass == .privileged {
                own = identity.owner == user.id
            }
            try require(.review, on: identity, own: own, by: caller)
        } else {
            var own = false
            if case .user(let user) = caller { own = item.user == user.id }
            try require(.review, own: own, by: caller)
        }
    }

    static func reviewItem(_ id: ID<ReviewItem>, in connection: some Connection) throws -> ReviewItem {
        guard let item = try ReviewItemTable.find(id, in: connection) else {
            throw Failure(.notFound, "there is no review item `\(id)`", remedy: "`penstock reviews` lists them")
        }
        return item
    }
}

extension ReviewItem {
    var subject: Event.Subject {
        Event.Subject(kind: identity == nil ? "user" : "identity", id: identity?.text ?? user?.text ?? "", name: name)
    }
}
