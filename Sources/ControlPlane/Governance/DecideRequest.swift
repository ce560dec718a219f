import Decisions
package import Domain
import SQLEngine
import Store

/// What an approver says.
package struct RequestDecision: Sendable, Hashable {
    package var decision: Approval.Decision
    /// Needed to refuse, and to approve less than was asked.
    package var reason: String?
    /// What is approved when it is less than was asked; nil for all of it.
    package var reduction: [ProposedGrant]?
    /// An earlier end of everything that is approved; nil for the end that was asked for.
    package var until: Instant?
    /// Digest of what the approver looked at; nil to decide on it as it is.
    ///
    /// Another one refuses the decision.
    package var seen: String?

    package init(
        _ decision: Approval.Decision,
        reason: String? = nil,
        reduction: [ProposedGrant]? = nil,
        until: Instant? = nil,
        seen: String? = nil,
    ) {
        self.decision = decision
        self.reason = reason
        self.reduction = reduction
        self.until = until
        self.seen = seen
    }
}

extension ControlPlane {
    /// Approves or refuses a request in one of the places that policy wants filled.
    ///
    /// The approval that fills the last place carries the request out. One refusal ends it.
    ///
    /// - Throws: `.forbidden` unless Cedar lets the caller sit on a place that is free; `.conflict` when the request is not
    ///   open any more, or changed, or what it asks for is not any more what there is, which ends it.
    package func decideRequest(
        _ reference: String,
        _ said: RequestDecision,
        by caller: Caller,
    ) async throws -> ChangeRequest {
        if let reason = said.reason, reason.utf8.count > 4000 {
            throw Failure(
                .invalid,
                "the reason is too long",
                fields: [MissingField("reason", why: "at most 4000 bytes")]
            )
        }
        if said.decision == .refused, (said.reason ?? "").isBlank {
            throw Failure(.invalid, "a refusal needs a reason", fields: [MissingField("reason", why: "why not")])
        }
        let outcome = try await change(by: caller) { change in
            try Self.decide(reference, said, by: caller, &change)
        }
        switch outcome {
        case .decided(let request): return request
        case .ended(let request):
            throw Failure(
                .conflict,
                "request `\(request.id)` is \(request.state.rawValue): \(request.outcome ?? "")",
                remedy: "ask again, for what there is now",
            )
        }
    }

    private enum Outcome: Sendable {
        case decided(ChangeRequest)
        /// It could not be decided any more; that is kept.
        case ended(ChangeRequest)
    }

    private static func decide(
        _ reference: String,
        _ said: RequestDecision,
        by caller: Caller,
        _ change: inout Change,
    ) throws -> Outcome {
        var request = try request(reference, in: change.connection)
        guard request.state == .open else {
            throw Failure(.conflict, "request `\(request.id)` is \(request.state.rawValue) already")
        }
        if request.lapses <= change.now {
            try end(&request, .expired, "nobody decided by \(request.lapses)", &change)
            return .ended(request)
        }
        let identity = try candidate(for: request, in: change.connection)
        if let drift = try drift(of: request, identity, in: change.connection) {
            try end(&request, .void, drift, &change)
            return .ended(request)
        }
        if let seen = said.seen, seen != request.digest {
            throw Failure(
                .conflict,
                "request `\(request.id)` is not any more what you looked at",
                remedy: "look at it again with `penstock request show \(request.id)`",
            )
        }
        let (seat, approver) = try seat(for: caller, on: request, identity, change)
        let isLess = said.reduction != nil || said.until != nil
        if isLess { try reduce(&request, said, change) }
        var approval = Approval(
            id: ID(at: change.now),
            request: request.id,
            seat: seat,
            by: approver,
            at: change.now,
            decision: said.decision,
            reason: said.reason,
            reduction: isLess ? request.proposal.grants : nil,
            digest: request.digest,
            ends: request.approvalEnds(at: change.now),
        )
        if let ends = request.ends, request.kind != .renew { approval.ends = max(ends, change.now) }
        do {
            try ApprovalTable.insert(approval, in: change.connection)
        } catch let error as DatabaseError where error.isTaken {
            throw Failure(.conflict, "somebody decided on request `\(request.id)` at the same moment")
        }
        change.record(
            said.decision == .approved ? .approvalGiven : .approvalRefused,
            request.about,
            detail: [
                "request": request.id.text, "approval": approval.id.text, "seat": seat.rawValue,
                "reason": said.reason ?? "", "digest": request.digest, "reduced": isLess ? "true" : "",
            ],
        )
        if said.decision == .refused {
            try end(&request, .refused, said.reason ?? "", &change)
            return .decided(request)
        }
        let filled = Set(try ApprovalTable.all(of: request.id, in: change.connection).map(\.seat))
        if request.route.seats.allSatisfy(filled.contains), !request.route.seats.isEmpty {
            try complete(&request, approval, &change)
        } else {
            try RequestTable.update(request, in: change.connection)
        }
        return .decided(request)
    }

    /// The free place that Cedar lets the caller sit on.
    private static func seat(
        for caller: Caller,
        on request: ChangeRequest,
        _ identity: Identity?,
        _ change: Change,
    ) throws -> (Seat, Approver) {
        let user: User?
        let approver: Approver
        switch caller {
        case .user(let known):
            // As the store has them now, not as they were when they signed in.
            guard let current = try UserTable.find(known.id, in: change.connection) else {
                throw Failure(.forbidden, "the account is gone")
            }
            user = current
            approver = Approver(kind: .user, id: current.id.text, name: current.email, person: current.personKey)
        case .localOperator(let name):
            user = nil
            approver = Approver(kind: .localOperator, id: "local", name: name, person: "local")
        case .identity, .penstock:
            throw Failure(.forbidden, "only people approve")
        }
        let deliberation = try Deliberation(request, identity: identity, approver: user, in: change.connection)
        let taken = Set(try ApprovalTable.all(of: request.id, in: change.connection).map(\.seat))
        var refused: AccessDecision?
        for seat in request.route.seats where !taken.contains(seat) {
            let decision = deliberation.snapshot.mayApprove(
                deliberation.question,
                seat: seat,
                by: caller.principal,
                escalated: request.escalates <= change.now,
                ownerAway: deliberation.isOwnerAway,
                now: change.now,
            )
            if decision.verdict == .allow { return (seat, approver) }
            // A reason that somebody forbids it says more than that nobody permits it.
            if refused == nil || decision.verdict == .deny { refused = decision }
        }
        throw Failure(
            .forbidden,
            refused?.reason ?? "nobody is waited for",
            remedy: refused?.fix ?? "it waits for \(request.route.seats.map(\.rawValue).joined(separator: ", "))",
            decision: refused,
        )
    }

    private static func reduce(
        _ request: inout ChangeRequest,
        _ said: RequestDecision,
        _ change: Change,
    ) throws {
        guard said.decision == .approved else {
            throw Failure(.invalid, "a refusal approves nothing, so it reduces nothing")
        }
        guard !(said.reason ?? "").isBlank else {
            throw Failure(.invalid, "to approve less needs a reason", fields: [MissingField("reason", why: "why less")])
        }
        var proposal = request.proposal
        if let grants = said.reduction { proposal.grants = grants }
        guard said.reduction?.isEmpty != true, proposal.isWithin(request.proposal) else {
            throw Failure(
                .invalid,
                "an approver may give less than was asked, never more or other",
                fields: [MissingField("reduction", why: "every grant within one that was asked for")],
            )
        }
        if let until = said.until { try shorten(&proposal, request, until, change) }
        request.proposal = proposal
        request.digest = proposal.digest
    }

    private static func shorten(
        _ proposal: inout Proposal,
        _ request: ChangeRequest,
        _ until: Instant,
        _ change: Change,
    ) throws {
        guard let ends = request.ends, until > change.now, until <= ends else {
            throw Failure(
                .invalid,
                "an approver may end it earlier than was asked, never later",
                fields: [
                    MissingField(
                        "until",
                        why: request.ends.map { "ahead, and at most \($0)" } ?? "it has no end to shorten"
                    )
                ],
            )
        }
        for index in proposal.grants.indices { proposal.grants[index].ends = min(proposal.grants[index].ends, until) }
        if request.kind == .exception { proposal.terms[RiskException.Term.ends] = until.text }
    }

    /// Makes the last approval count: what was asked for happens, or the request says why it cannot.
    static func complete(_ request: inout ChangeRequest, _ approval: Approval, _ change: inout Change) throws {
        request.state = .approved
        request.decided = change.now
        try RequestTable.update(request, in: change.connection)
        try request.kind.effect.carryOut(request, approval, &change)
        change.record(
            .approvalUsed,
            request.about,
            detail: [
                "request": request.id.text, "approval": approval.id.text, "kind": request.kind.rawValue,
                "approver": approval.by.name, "digest": approval.digest,
            ],
        )
        try change.callBack(request, because: approval.reason)
    }

    /// Notes of an approved request that it is done with: what it gave has ended.
    static func close(_ id: ID<ChangeRequest>, _ outcome: String, _ change: Change) throws {
        guard var request = try RequestTable.find(id, in: change.connection), request.state == .approved else { return }
        request.state = .closed
        request.outcome = outcome
        try RequestTable.update(request, in: change.connection)
    }

    /// Ends an open request without what it asked for.
    static func end(
        _ request: inout ChangeRequest,
        _ state: ChangeRequest.State,
        _ outcome: String,
        _ change: inout Change,
    ) throws {
        request.state = state
        request.decided = change.now
        request.outcome = outcome
        try RequestTable.update(request, in: change.connection)
        change.record(
            .accessRequestClosed,
            request.about,
            detail: ["request": request.id.text, "state": state.rawValue, "outcome": outcome],
        )
        try change.callBack(request, because: outcome)
        try request.kind.effect.ended(request, &change)
    }
}

extension DatabaseError {
    /// Whether somebody else has what was to be unique.
    fileprivate var isTaken: Bool {
        if case .constraintUnique = kind { return true }
        return false
    }
}
