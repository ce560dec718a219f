import Decisions
import Domain

extension ControlPlane {
    /// Asks Cedar whether the caller may; nothing is done without.
    ///
    /// `identity` is what it is about; nil for what concerns no single identity.
    ///
    /// - Throws: `Failure.forbidden` with the decision; `.unavailable` while this node's view may not be believed.
    func require(
        _ action: GovernanceAction,
        on identity: Identity? = nil,
        own: Bool? = nil,
        by caller: Caller,
    ) throws {
        guard let snapshot = world.snapshot else {
            throw Failure(
                .unavailable,
                "this node has lost touch with the store and decides nothing",
                remedy: "wait a moment; `penstock doctor` says what is wrong",
            )
        }
        var request = GovernanceRequest(
            principal: caller.principal,
            action: action,
            identity: identity?.id,
            now: now(),
        )
        request.own = own
        let decision = snapshot.decide(request)
        guard decision.verdict == .allow else {
            throw Failure(.forbidden, decision.reason, remedy: decision.fix, decision: decision)
        }
    }
}

extension ControlPlane {
    /// Which identities the organisation's policies keep from a caller who may look at all.
    func viewFilter(for caller: Caller) throws -> @Sendable (ID<Identity>) -> Bool {
        guard let snapshot = world.snapshot, !snapshot.organisation.statements.isEmpty else { return { _ in false } }
        let (principal, moment) = (caller.principal, now())
        return { identity in
            let request = GovernanceRequest(principal: principal, action: .view, identity: identity, now: moment)
            return snapshot.decide(request).verdict != .allow
        }
    }
}

extension Caller {
    var principal: GovernanceRequest.Principal {
        switch self {
        case .user(let user): .user(user.id)
        case .localOperator: .localOperator
        case .identity(let id): .identity(id)
        case .penstock: .penstock
        }
    }
}
