import Domain
import SQLEngine
import Store

/// That an identity goes on for another while, with the grants that are asked for again.
enum RenewEffect: RequestEffect {
    static func prepare(
        _ request: inout ChangeRequest,
        _ new: NewRequest,
        _ identity: inout Identity?,
        _ change: Change,
    ) throws {
        var candidate = try identity.required(for: request.kind)
        let old = candidate
        guard [.active, .suspended].contains(candidate.state) else {
            throw Failure(.conflict, "`\(candidate.name)` is \(candidate.state.rawValue), so there is nothing to renew")
        }
        RegistrationTerms.apply(request.proposal.terms, to: &candidate)
        let stored = try request.identity.flatMap { try IdentityTable.find($0, in: change.connection) } ?? old
        if stored.suspension == .stopped {
            throw Failure(
                .conflict,
                "`\(candidate.name)` was stopped, and a renewal does not start it again",
                remedy: "`penstock resume \(candidate.id) --reason …` first",
            )
        }
        if let expires = stored.expires, expires <= change.now {
            throw Failure(
                .conflict,
                "`\(candidate.name)` ended at \(expires), and what has ended is registered anew, not renewed",
                remedy: "`penstock identity register \(candidate.id) --expires …`",
            )
        }
        let period = min(
            candidate.classification.identityClass.renewalPeriod,
            candidate.pattern?.renewalPeriod ?? .days(365),
        )
        if candidate.renewal == stored.renewal {
            candidate.renewal = min(change.now + period, candidate.expires ?? change.now + period)
        }
        if let renewal = candidate.renewal, renewal > change.now + period {
            throw Failure(
                .invalid,
                "the next renewal would be more than the \(period.components.seconds / 86_400) days away that its class allows",
                fields: [MissingField("renewal", why: "at most \((change.now + period).date)")],
            )
        }
        try RegisterEffect.requireComplete(candidate, change)
        request.proposal.terms.merge(RegistrationTerms.terms(of: candidate)) { _, ours in ours }
        // Whoever confirms sees when it was last used.
        request.proposal.terms["lastUsed"] = stored.lastUsed?.text ?? "never here"
        if request.proposal.grants.isEmpty { request.proposal.grants = try lost(by: candidate, change) }
        var active = candidate
        active.state = .active
        try GrantEffect.check(request.proposal.grants, for: active, change)
        identity = candidate
    }

    static func carryOut(_ request: ChangeRequest, _ approval: Approval, _ change: inout Change) throws {
        guard let id = request.identity else { return }
        var identity = try ControlPlane.find(id.text, in: change.connection)
        let old = identity
        guard identity.suspension != .stopped else {
            throw Failure(.conflict, "`\(identity.name)` was stopped meanwhile, and a renewal does not start it again")
        }
        RegistrationTerms.apply(request.proposal.terms, to: &identity)
        if identity.state == .suspended {
            identity = try ControlPlane.moved(identity, .reinstate, by: .approval, change)
        }
        try RegisterEffect.activate(&identity, approval, change)
        try IdentityTable.update(identity, in: change.connection)
        change.record(
            .identityRenewed,
            identity.subject,
            changes: identity.changes(since: old),
            detail: ["request": request.id.text, "approval": approval.id.text, "approver": approval.by.name],
        )
        change.touch(.identity, identity.id.text)
        try GrantEffect.give(request, approval, to: identity, &change)
        try ControlPlane.voidDrifted(identity, &change)
    }

    /// The grants that it would still have, had their approval not become void; those to administer are asked for when they
    /// are needed.
    private static func lost(by identity: Identity, _ change: Change) throws -> [ProposedGrant] {
        try GrantTable.all(of: identity.id, in: change.connection)
            .filter {
                $0.voided != nil && $0.revoked == nil && $0.ends > change.now && $0.task == nil && $0.action != .admin
            }
            .map {
                ProposedGrant(
                    action: $0.action,
                    resource: $0.resource,
                    direction: $0.direction,
                    conditions: $0.conditions,
                    ends: min($0.ends, identity.expires ?? $0.ends),
                )
            }
    }
}
