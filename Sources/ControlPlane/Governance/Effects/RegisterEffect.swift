import Domain
import SQLEngine
import Store

/// That an identity is who, and for what, its registration says; it becomes active.
enum RegisterEffect: RequestEffect {
    static func prepare(
        _ request: inout ChangeRequest,
        _ new: NewRequest,
        _ identity: inout Identity?,
        _ change: Change,
    ) throws {
        let candidate = try identity.required(for: request.kind)
        if candidate.state == .quarantined, let original = candidate.copyOf {
            let name = try IdentityTable.find(original, in: change.connection)?.name ?? original.text
            throw Failure(
                .conflict,
                "`\(candidate.name)` is an unapproved copy of `\(name)`",
                remedy: "`penstock request clone \(candidate.id) …` makes it an identity of its own",
            )
        }
        try requireComplete(candidate, change)
        request.proposal.terms.merge(RegistrationTerms.terms(of: candidate)) { _, ours in ours }
    }

    static func carryOut(_ request: ChangeRequest, _ approval: Approval, _ change: inout Change) throws {
        guard let id = request.identity else { return }
        var identity = try ControlPlane.find(id.text, in: change.connection)
        let old = identity
        RegistrationTerms.apply(request.proposal.terms, to: &identity)
        try requireComplete(identity, change)
        try activate(&identity, approval, change)
        try IdentityTable.update(identity, in: change.connection)
        change.record(
            .identityRegistered,
            identity.subject,
            changes: identity.changes(since: old),
            detail: ["request": request.id.text, "approval": approval.id.text, "approver": approval.by.name],
        )
        change.touch(.identity, identity.id.text)
        try ControlPlane.settle(
            identity,
            naming: request.proposal.terms[RegistrationTerms.namesOwner] != nil,
            request: request.id,
            &change
        )
        // What was approved for another purpose, environment or definition does not pass on.
        try ControlPlane.voidDrifted(identity, &change)
    }

    /// What was only proposed is dismissed with the last request for it.
    static func ended(_ request: ChangeRequest, _ change: inout Change) throws {
        guard let id = request.identity,
            let identity = try IdentityTable.find(id, in: change.connection), identity.state == .proposed,
            try RequestTable.open(of: id, in: change.connection).allSatisfy({ $0.kind != .register })
        else { return }
        try ControlPlane.move(identity, .dismiss, by: request.state == .expired ? .schedule : .person, &change)
    }

    /// - Throws: `.missingFields` naming each that stands between it and `active`.
    static func requireComplete(_ identity: Identity, _ change: Change) throws {
        var missing = identity.missingForActive(at: change.now)
        if !missing.contains(where: { $0.field == "backupApprover" }), let owner = identity.owner,
            let backup = identity.backupApprover,
            try UserTable.find(owner, in: change.connection)?.personKey
                == UserTable.find(backup, in: change.connection)?.personKey
        {
            missing.append(MissingField("backupApprover", why: "must be another person than the owner"))
        }
        guard missing.isEmpty else {
            throw Failure(
                .missingFields,
                "`\(identity.name)` cannot become active: \(missing.map(\.field).joined(separator: ", "))",
                remedy: "say each of them in one registration",
                fields: missing,
            )
        }
        try ControlPlane.requireAnswers(identity, change)
    }

    /// Moves it to active on the strength of an approval, from wherever its state allows.
    static func activate(_ identity: inout Identity, _ approval: Approval, _ change: Change) throws {
        switch identity.state {
        case .discovered:
            identity = try ControlPlane.moved(identity, .propose, by: .person, change)
            identity = try ControlPlane.moved(identity, .activate, by: .approval, change)
        case .proposed: identity = try ControlPlane.moved(identity, .activate, by: .approval, change)
        case .quarantined:
            identity = try ControlPlane.moved(identity, .release, by: .person, change)
            identity = try ControlPlane.moved(identity, .activate, by: .approval, change)
        // What ended and is registered anew goes on; whatever else it is suspended for, a renewal ends.
        case .suspended where identity.suspension == .ended:
            identity = try ControlPlane.moved(identity, .reinstate, by: .approval, change)
        case .active, .suspended, .retired: break
        }
        identity.approval = approval.id
        identity.registered = identity.registered ?? change.now
        identity.drift = nil
        identity.updated = change.now
    }
}
