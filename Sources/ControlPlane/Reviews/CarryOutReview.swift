import Domain
import SQLEngine
import Store

extension Change {
    /// How long after a decision its removal is first looked for.
    private static var firstLook: Duration { .seconds(30) }

    /// Does what a review decided.
    ///
    /// - Returns: true when something has to be seen gone before it is done.
    mutating func carryOut(_ outcome: ReviewItem.Outcome, on item: ReviewItem) throws -> Bool {
        guard outcome.removes else { return false }
        if let id = item.identity {
            guard let identity = try IdentityTable.find(id, in: connection) else { return false }
            switch outcome {
            case .keep: return false
            case .reduce: try revoke(item.evidence.unused(at: now).map(\.grant), of: identity)
            case .rotate: try askForRotation(of: identity)
            case .revoke, .cannotJustify: try end(identity, outcome)
            }
        } else if let id = item.user, let user = try UserTable.find(id, in: connection) {
            guard outcome != .rotate, outcome != .reduce else {
                throw Failure(
                    .invalid,
                    "a person's roles are kept or revoked",
                    fields: [MissingField("outcome", why: "keep, revoke or cannotJustify")]
                )
            }
            try takeRoles(of: user)
        }
        try JobTable.put(.verifyReview, item.id.text, at: now + Self.firstLook, in: connection)
        return true
    }

    /// Closes a campaign when all of it was decided; what nobody has the authority to decide keeps it open.
    mutating func completeReview(_ id: ID<ReviewCampaign>) throws {
        let quality = try ReviewItemTable.quality(of: id, at: now, in: connection)
        guard quality.open == 0, quality.withoutReviewer == 0,
            let campaign = try ReviewCampaignTable.find(id, in: connection), campaign.closed == nil
        else { return }
        try ReviewCampaignTable.close(id, at: now, in: connection)
        record(
            .reviewCompleted,
            campaign.subject,
            detail: [
                "items": "\(quality.items)", "decided": "\(quality.decided)", "lapsed": "\(quality.lapsed)",
                "unchanged": "\(quality.unchanged)", "selfReviews": "\(quality.selfReviews)",
            ],
        )
    }

    /// What becomes of an item that nobody decided in time.
    mutating func lapse(_ item: ReviewItem, _ consequence: GovernanceTerms.ReviewTerms.Undecided) throws {
        var item = item
        item.state = .lapsed
        item.decided = now
        item.decidedBy = actor.name
        switch consequence {
        case .keep: item.outcome = .keep
        case .revoke:
            item.outcome = .revoke
            item.removal = try carryOut(.revoke, on: item) ? .pending : .none
        case .suspend:
            if let id = item.identity, let identity = try IdentityTable.find(id, in: connection) {
                try suspend(identity)
            } else if let id = item.user, let user = try UserTable.find(id, in: connection) {
                try takeRoles(of: user)
            }
        }
        try ReviewItemTable.update(item, in: connection)
        record(
            .reviewItemLapsed,
            item.subject,
            detail: ["review": item.campaign.text, "item": item.id.text, "consequence": consequence.rawValue],
        )
    }

    private mutating func revoke(_ grants: [ID<Grant>], of identity: Identity) throws {
        for id in grants {
            guard let grant = try GrantTable.find(id, in: connection),
                try GrantTable.revoke(id, at: now, in: connection)
            else { continue }
            let what = "\(grant.action.rawValue) \(grant.resource)"
            record(
                .grantRevoked,
                identity.subject,
                changes: [Event.Change("grant", before: what, after: nil)],
                detail: ["grant": id.text, "reason": "review"],
            )
            touch(.grant, id.text)
        }
    }

    private mutating func end(_ identity: Identity, _ outcome: ReviewItem.Outcome) throws {
        let open = try GrantTable.all(of: identity.id, in: connection).filter { $0.revoked == nil && $0.ends > now }
        try revoke(open.map(\.id), of: identity)
        for client in try ClientTable.all(of: identity.id, in: connection) where client.revoked == nil {
            try ClientTable.revoke(client.id, at: now, in: connection)
        }
        try suspend(identity)
    }

    private mutating func askForRotation(of identity: Identity) throws {
        let leases = try LeaseTable.revokeAll(of: identity.id, at: now, in: connection)
        touch(.leases, identity.id.text)
        record(.rotationAsked, identity.subject, detail: ["reason": "review", "leasesRevoked": "\(leases)"])
        try openRotation(of: identity, because: "a review decided so")
        try tell(
            [identity.owner, identity.technicalOwner],
            .rotationAsked,
            identity.subject,
            "rotate the credentials of \(identity.name): a review decided so",
        )
    }

    private mutating func suspend(_ identity: Identity) throws {
        guard identity.state == .active || identity.state == .proposed || identity.state == .quarantined else { return }
        let suspended = try ControlPlane.moved(identity, .stop, by: .schedule, self)
        try IdentityTable.update(suspended, in: connection)
        let leases = try LeaseTable.revokeAll(of: identity.id, at: now, in: connection)
        record(
            .identityStateChanged,
            identity.subject,
            changes: suspended.changes(since: identity),
            detail: ["reason": "review", "leasesRevoked": "\(leases)"],
        )
        touch(.identity, identity.id.text)
        touch(.leases, identity.id.text)
    }

    /// Leaves a person the right to look; never takes the last administrator away.
    private mutating func takeRoles(of user: User) throws {
        if user.roles.contains(.admin) {
            let others = try UserTable.all(in: connection).contains {
                $0.id != user.id && $0.status == .active && $0.roles.contains(.admin)
            }
            guard others else {
                throw Failure(
                    .conflict,
                    "`\(user.email)` is the last administrator",
                    remedy: "make somebody else an administrator first",
                )
            }
        }
        var changed = user
        changed.roles = [.viewer]
        try UserTable.update(changed, at: now, in: connection)
        try SessionTable.removeAll(of: user.id, in: connection)
        let before = user.roles.map(\.rawValue).sorted().joined(separator: ", ")
        record(
            .userChanged,
            user.subject,
            changes: [Event.Change("roles", before: before, after: Role.viewer.rawValue)],
            detail: ["reason": "review"],
        )
        touch(.user, user.id.text)
    }
}
