import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// What an identity is and does now, as far as approvals are bound to it.
    static func definition(of identity: Identity, in connection: some Connection) throws -> Definition {
        var workflow: Workflow?
        if let source = identity.source, let key = identity.workflow {
            workflow = try WorkflowTable.find(key, of: source, in: connection)?.workflow
        }
        return Definition(of: identity, workflow: workflow)
    }

    static func definition(of identity: Identity?, in connection: some Connection) throws -> Definition? {
        try identity.map { try definition(of: $0, in: connection) }
    }

    /// The identity a request is for as it would be: as it is, with what the request changes; nil when it is for none.
    static func candidate(for request: ChangeRequest, in connection: some Connection) throws -> Identity? {
        guard let id = request.identity else { return nil }
        var identity = try find(id.text, in: connection)
        if [.register, .clone, .renew].contains(request.kind) {
            RegistrationTerms.apply(request.proposal.terms, to: &identity)
        }
        return identity
    }

    /// What is not any more as the request has it; nil when nothing.
    static func drift(
        of request: ChangeRequest,
        _ identity: Identity?,
        in connection: some Connection,
    ) throws -> String? {
        if let live = try definition(of: identity, in: connection) {
            let drift = live.drift(from: request.proposal.definition)
            if !drift.isEmpty { return drift.joined(separator: ", ") }
        }
        return try request.kind.effect.drift(of: request, in: connection)
    }

    /// Makes void every approval of an identity that was given for something else than what there is now, with the grants
    /// that rest on it and the open requests that ask for it.
    ///
    /// - Returns: What changed, when the approval that made it active is among them; nil else.
    @discardableResult
    static func voidDrifted(_ identity: Identity, _ change: inout Change) throws -> String? {
        let live = try definition(of: identity, in: change.connection)
        var own: String?
        for approval in try ApprovalTable.holding(of: identity.id, at: change.now, in: change.connection) {
            guard let request = try RequestTable.find(approval.request, in: change.connection) else { continue }
            let drift = live.drift(from: request.proposal.definition)
            guard !drift.isEmpty else { continue }
            let reason = drift.joined(separator: ", ")
            try void(approval, of: request, because: reason, &change)
            if approval.id == identity.approval { own = reason }
        }
        for var request in try RequestTable.open(of: identity.id, in: change.connection) {
            let candidate = try candidate(for: request, in: change.connection)
            guard let drift = try drift(of: request, candidate, in: change.connection) else { continue }
            try end(&request, .void, drift, &change)
        }
        return own
    }

    /// Makes an approval void, and what rests on it.
    static func void(
        _ approval: Approval,
        of request: ChangeRequest,
        because reason: String,
        _ change: inout Change,
    ) throws {
        var approval = approval
        approval.voided = change.now
        approval.voidReason = reason
        try ApprovalTable.update(approval, in: change.connection)
        if let identity = request.identity {
            for grant in try GrantTable.all(of: identity, in: change.connection)
            where grant.request == request.id && grant.revoked == nil && grant.ends > change.now {
                if try GrantTable.void(grant.id, because: reason, at: change.now, in: change.connection) {
                    change.touch(.grant, grant.id.text)
                }
            }
        }
        change.record(
            .approvalVoided,
            request.about,
            detail: [
                "approval": approval.id.text, "request": request.id.text, "reason": reason, "digest": approval.digest,
            ],
        )
        try request.kind.effect.voided(request, because: reason, &change)
    }

    /// Makes void every approval of a request that still held, and what rests on it.
    static func void(_ request: ChangeRequest, because reason: String, _ change: inout Change) throws {
        for approval in try ApprovalTable.all(of: request.id, in: change.connection)
        where approval.decision == .approved && approval.voided == nil {
            try void(approval, of: request, because: reason, &change)
        }
    }

    /// Uses what was approved before: asks whether the approval still holds for what there is, makes it void when it does
    /// not, and records it when it does.
    ///
    /// For kinds whose approval is used later than it was given. A transaction that keeps what became void must not throw.
    ///
    /// - Returns: Why it cannot be used; nil when it can.
    static func use(_ request: ChangeRequest, _ change: inout Change) throws -> String? {
        if let refusal = try refusal(of: request, at: change.now, in: change.connection) { return refusal }
        let identity = try candidate(for: request, in: change.connection)
        if let drift = try drift(of: request, identity, in: change.connection) {
            try void(request, because: drift, &change)
            return "it is void: \(drift)"
        }
        change.record(
            .approvalUsed,
            request.about,
            detail: ["request": request.id.text, "kind": request.kind.rawValue, "digest": request.digest],
        )
        return nil
    }

    /// Why the approvals of a request do not hold, whatever there is now; nil when they do.
    static func refusal(
        of request: ChangeRequest,
        at now: Instant,
        in connection: some Connection,
    ) throws -> String? {
        guard request.state == .approved else { return "its request is \(request.state.rawValue)" }
        guard request.proposal.digest == request.digest else { return "it was given for something else" }
        let approvals = try ApprovalTable.all(of: request.id, in: connection).filter { $0.decision == .approved }
        for approval in approvals {
            if let reason = approval.voidReason { return "it is void: \(reason)" }
            guard now < approval.ends else { return "it ended at \(approval.ends)" }
            guard approval.by.person != request.requester.person else { return "it was given by who asked" }
        }
        guard approvals.contains(where: { $0.digest == request.digest }) else {
            return "it was given for something else"
        }
        return nil
    }
}
