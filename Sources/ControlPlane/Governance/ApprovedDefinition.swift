package import Domain
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
        guard let live = try definition(of: identity, in: connection) else { return nil }
        let drift = live.drift(from: request.proposal.definition)
        return drift.isEmpty ? nil : drift.joined(separator: ", ")
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

    /// Uses an approval: asks whether it still holds for what there is, and makes it void when it does not.
    ///
    /// For kinds whose approval is used later than it was given.
    ///
    /// - Throws: `.conflict` naming what changed, or that it ended; `.forbidden` for another digest.
    package func useApproval(_ id: ID<Approval>, for digest: String, by caller: Caller) async throws -> Approval {
        let refusal = try await change(by: caller) { change -> (Approval, String?) in
            guard var approval = try ApprovalTable.find(id, in: change.connection),
                let request = try RequestTable.find(approval.request, in: change.connection)
            else { throw Failure(.notFound, "there is no approval `\(id)`") }
            if let reason = approval.voidReason { return (approval, "it is void: \(reason)") }
            guard approval.decision == .approved, request.state == .approved else {
                return (approval, "its request is \(request.state.rawValue)")
            }
            guard change.now < approval.ends else { return (approval, "it ended at \(approval.ends)") }
            guard approval.digest == digest, request.digest == digest else {
                return (approval, "it was given for something else")
            }
            let identity = try Self.candidate(for: request, in: change.connection)
            if let drift = try Self.drift(of: request, identity, in: change.connection) {
                try Self.void(approval, of: request, because: drift, &change)
                approval.voided = change.now
                approval.voidReason = drift
                return (approval, "it is void: \(drift)")
            }
            change.record(
                .approvalUsed,
                request.about,
                detail: ["request": request.id.text, "approval": id.text, "digest": digest],
            )
            return (approval, nil)
        }
        if let why = refusal.1 {
            throw Failure(
                .conflict,
                "approval `\(id)` cannot be used: \(why)",
                remedy: "ask again, for what there is now"
            )
        }
        return refusal.0
    }
}
