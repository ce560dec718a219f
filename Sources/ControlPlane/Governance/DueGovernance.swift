package import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// All that is due now.
    package func dueGovernance() async throws -> [DueGovernance] {
        let moment = now()
        return try await database.read { try Self.dueGovernance(at: moment, before: moment, in: $0).due }
    }

    /// What is due at `now`, and the first time until `horizon` at which more will be.
    static func dueGovernance(
        at now: Instant,
        before horizon: Instant,
        in connection: some Connection,
    ) throws -> (due: [DueGovernance], next: Instant) {
        let requests = try RequestTable.open(in: connection)
        let identities = try IdentityTable.withDates(before: horizon, in: connection)
        let handovers = try HandoverTable.all(in: connection)
        let due = DueGovernance.due(
            at: now,
            requests: requests,
            identities: identities,
            handovers: handovers,
            gone: Set(try UserTable.all(in: connection).filter { $0.status != .active }.map(\.id)),
        )
        let next = DueGovernance.next(after: now, requests: requests, identities: identities, handovers: handovers)
        return (due, min(next ?? horizon, horizon))
    }

    /// Carries out one thing that is due; once it is done, or when it is not due any more, nothing happens.
    ///
    /// - Returns: Whether something happened.
    @discardableResult
    package func carryOut(_ due: DueGovernance) async throws -> Bool {
        try await change(by: .penstock) { try Self.carryOut(due, &$0) }
    }

    @discardableResult
    static func carryOut(_ due: DueGovernance, _ change: inout Change) throws -> Bool {
        switch due {
        case .requestEscalates(let id): try escalate(id, &change)
        case .requestLapses(let id): try lapse(id, &change)
        case .renewalPassed(let id): try lapse(id, &change)
        case .identityEnds(let id): try finish(id, &change)
        case .handoverBegins(let id): try beginHandover(of: id, &change)
        case .handoverEscalates(let id): try escalateHandover(of: id, &change)
        case .handoverSuspends(let id): try orphan(id, &change)
        }
    }

    private static func escalate(_ id: ID<ChangeRequest>, _ change: inout Change) throws -> Bool {
        guard var request = try RequestTable.find(id, in: change.connection), request.state == .open,
            request.escalated == nil, request.escalates <= change.now
        else { return false }
        request.escalated = change.now
        try RequestTable.update(request, in: change.connection)
        let backup = try request.identity.flatMap { try IdentityTable.find($0, in: change.connection) }?.backupApprover
        change.record(
            .accessRequestEscalated,
            request.about,
            detail: [
                "request": id.text, "due": request.due.text,
                "backup": try backup.flatMap { try UserTable.find($0, in: change.connection)?.email } ?? "",
            ],
        )
        return true
    }

    private static func lapse(_ id: ID<ChangeRequest>, _ change: inout Change) throws -> Bool {
        guard var request = try RequestTable.find(id, in: change.connection), request.state == .open,
            request.lapses <= change.now
        else { return false }
        try end(&request, .expired, "nobody decided by \(request.lapses)", &change)
        return true
    }

    private static func lapse(_ id: ID<Identity>, _ change: inout Change) throws -> Bool {
        guard let identity = try IdentityTable.find(id, in: change.connection), identity.state == .active,
            let renewal = identity.renewal,
            renewal + identity.classification.identityClass.renewalGrace <= change.now
        else { return false }
        try suspend(identity, .lapse, by: .schedule, because: "it was to be renewed by \(renewal)", &change)
        return true
    }

    private static func finish(_ id: ID<Identity>, _ change: inout Change) throws -> Bool {
        guard let identity = try IdentityTable.find(id, in: change.connection), identity.state == .active,
            let expires = identity.expires, expires <= change.now
        else { return false }
        try suspend(identity, .end, by: .schedule, because: "its end was \(expires)", &change)
        return true
    }

    private static func beginHandover(of id: ID<Identity>, _ change: inout Change) throws -> Bool {
        guard let identity = try IdentityTable.find(id, in: change.connection), let owner = identity.owner,
            let user = try UserTable.find(owner, in: change.connection), user.status != .active,
            try HandoverTable.find(id, in: change.connection) == nil
        else { return false }
        try beginHandover(from: user, &change)
        return true
    }

    private static func escalateHandover(of id: ID<Identity>, _ change: inout Change) throws -> Bool {
        guard let (identity, handover) = try abandoned(id, change), handover.escalated == nil,
            handover.began + identity.classification.identityClass.handover.escalation <= change.now
        else { return false }
        try HandoverTable.escalate(id, at: change.now, in: change.connection)
        change.record(
            .handoverEscalated,
            identity.subject,
            detail: [
                "cause": handover.cause.rawValue, "began": handover.began.text, "reason": handover.reason ?? "",
                "suspends": handover.suspends(identity.classification.identityClass).text,
            ],
        )
        return true
    }

    private static func orphan(_ id: ID<Identity>, _ change: inout Change) throws -> Bool {
        guard let (identity, handover) = try abandoned(id, change), identity.state == .active,
            handover.began + identity.classification.identityClass.handover.suspension <= change.now
        else { return false }
        let why =
            handover.cause == .disputed
            ? "its ownership is disputed since \(handover.began), and nobody settled it"
            : "nobody took it over since \(handover.began)"
        try suspend(identity, .orphan, by: .schedule, because: why, &change)
        return true
    }

    /// An identity whose owner is still gone, or whose ownership is disputed, with its hand-over.
    private static func abandoned(_ id: ID<Identity>, _ change: Change) throws -> (Identity, Handover)? {
        guard let identity = try IdentityTable.find(id, in: change.connection),
            let handover = try HandoverTable.find(id, in: change.connection)
        else { return nil }
        if handover.cause == .disputed { return (identity, handover) }
        guard let owner = identity.owner, let user = try UserTable.find(owner, in: change.connection),
            user.status != .active
        else { return nil }
        return (identity, handover)
    }

    /// Suspends an identity and takes its leases back.
    static func suspend(
        _ identity: Identity,
        _ transition: LifecycleTransition,
        by cause: LifecycleTransition.Cause,
        because reason: String,
        _ change: inout Change,
    ) throws {
        let revoked = try LeaseTable.revokeAll(of: identity.id, at: change.now, in: change.connection)
        try move(
            identity,
            transition,
            by: cause,
            detail: ["reason": reason, "leasesRevoked": "\(revoked)"],
            &change,
        )
        change.touch(.leases, identity.id.text)
    }
}
