import Decisions
package import Domain
import SQLEngine
import Sealing
import Store

extension ControlPlane {
    /// Asks for something that policy may let the requester do alone, and then it is done, or that others have to approve.
    ///
    /// - Throws: `.forbidden` when policy knows no way to approve it; `.invalid` and `.missingFields` for what cannot be asked.
    package func openRequest(_ new: NewRequest, by caller: Caller) async throws -> ChangeRequest {
        let (new, before) = try await admitted(new, by: caller)
        let vault = vault
        return try await change(by: caller) { change in
            try Self.open(new, before?.id, by: caller, &change, vault)
        }
    }

    /// What policy would say of a request, and what exactly would be approved; nothing is kept.
    package func previewRequest(_ new: NewRequest, by caller: Caller) async throws -> RequestPreview {
        let (new, before) = try await admitted(new, by: caller)
        let moment = now()
        return try await database.read { connection in
            let change = Change(reading: connection, at: moment, by: caller)
            let (request, identity) = try Self.drafted(new, before?.id, by: caller, change)
            return RequestPreview(route: request.route, identity: identity, proposal: request.proposal)
        }
    }

    /// Whether the caller may ask at all.
    private func admitted(_ new: NewRequest, by caller: Caller) async throws -> (NewRequest, Identity?) {
        let new = try new.checked()
        let before = try await database.read { connection in
            try new.identity.map { try Self.find($0, in: connection) }
        }
        if let registration = new.registration { try checkLengths(registration) }
        switch new.kind {
        case .register: try require(.register, on: before, by: caller)
        case .breakGlass: try require(.breakGlass, on: before, by: caller)
        case .policyChange: try require(.administer, by: caller)
        case .exception:
            guard let order = new.exception else {
                throw Failure(
                    .invalid,
                    "a request for an exception says which finding is to be accepted",
                    fields: [MissingField("exception", why: "the finding, an owner, a reason, an end and controls")],
                )
            }
            let finding = try await finding(order.finding)
            let about = try await database.read { try Self.identities(of: order, finding, in: $0) }
            try require(.proposeException, on: about.first, by: caller)
            var resolved = new
            resolved.finding = finding
            return (resolved, nil)
        case .grant, .expand, .reduce, .renew, .clone, .rotate, .level: try require(.request, on: before, by: caller)
        }
        return (new, before)
    }

    /// Opens a request within a transaction, and carries it out when nobody has to approve it.
    static func open(
        _ new: NewRequest,
        _ id: ID<Identity>?,
        by caller: Caller,
        _ change: inout Change,
        _ vault: Vault? = nil,
    ) throws -> ChangeRequest {
        var (request, identity) = try drafted(new, id, by: caller, change)
        try RequestTable.insert(request, in: change.connection)
        if let secret = new.callbackSecret, let vault { try change.keepCallback(of: request, secret, vault) }
        if let known = try id.flatMap({ try IdentityTable.find($0, in: change.connection) }), identity != nil {
            try propose(known, request.kind, &change)
        }
        try request.kind.effect.opened(request, &change)
        change.record(
            .accessRequested,
            request.about,
            detail: [
                "request": request.id.text, "kind": request.kind.rawValue, "reason": request.reason,
                "digest": request.digest, "policies": request.route.policies.joined(separator: ", "),
                "seats": request.route.seats.map(\.rawValue).joined(separator: ", "),
                "due": request.route.seats.isEmpty ? "" : request.due.text,
                "rollback": request.expedited?.rollback ?? "",
            ],
        )
        guard request.route.seats.isEmpty else { return request }
        let policy = request.route.policies.first ?? "policy"
        let approval = Approval(
            id: ID(at: change.now),
            request: request.id,
            seat: .policy,
            by: Approver(kind: .policy, id: policy, name: policy, person: "policy:\(policy)"),
            at: change.now,
            decision: .approved,
            reason: request.route.because.joined(separator: "; "),
            digest: request.digest,
            ends: request.approvalEnds(at: change.now),
        )
        try ApprovalTable.insert(approval, in: change.connection)
        try complete(&request, approval, &change)
        return request
    }

    /// A request as it would be opened, with the identity as it would be.
    private static func drafted(
        _ new: NewRequest,
        _ id: ID<Identity>?,
        by caller: Caller,
        _ change: Change,
    ) throws -> (ChangeRequest, Identity?) {
        let connection = change.connection
        var identity = try id.map { try find($0.text, in: connection) }
        if let identity, identity.state == .retired {
            throw Failure(.conflict, "`\(identity.name)` is retired, and nothing follows retirement")
        }
        var request = ChangeRequest(
            id: ID(at: change.now),
            kind: new.kind,
            requester: Requester(caller),
            identity: id,
            subject: new.subject ?? identity?.subject,
            proposal: Proposal(grants: new.grants, terms: new.terms),
            digest: "",
            reason: new.reason,
            expedited: try expedited(new, change),
            route: Route(seats: [], policies: [], because: []),
            opened: change.now,
        )
        if case .identity(let machine) = caller {
            request.requester.name = try find(machine.text, in: connection).name
        }
        request.callback = new.callback
        if let registration = new.registration, identity != nil {
            try fill(&identity, from: registration, change)
            if registration.owner != nil { request.proposal.terms[RegistrationTerms.namesOwner] = "yes" }
        }
        try new.kind.effect.prepare(&request, new, &identity, change)
        if let identity { request.proposal.definition = try definition(of: identity, in: connection) }
        try checkEnds(request)
        request.digest = request.proposal.digest
        let deliberation = try Deliberation(request, identity: identity, in: connection)
        let route = try deliberation.route(at: change.now)
        request.setRoute(route)
        try checkValidity(request, at: change.now)
        return (request, identity)
    }

    private static func expedited(_ new: NewRequest, _ change: Change) throws -> Expedited? {
        guard let hurry = new.expedited else { return nil }
        var missing: [MissingField] = []
        if hurry.owner.map(\.isBlank) ?? true {
            missing.append(MissingField("owner", why: "who answers for the hurry"))
        }
        if hurry.until == nil { missing.append(MissingField("until", why: "when what it gives ends")) }
        if hurry.rollback.map(\.isBlank) ?? true { missing.append(MissingField("rollback", why: "how it is undone")) }
        if let until = hurry.until, until <= change.now {
            missing.append(MissingField("until", why: "must lie in the future"))
        }
        if let until = hurry.until, until > change.now + .days(7) {
            missing.append(MissingField("until", why: "at most 7 days ahead: what is in a hurry is short"))
        }
        if let rollback = hurry.rollback, rollback.utf8.count > 4000 {
            missing.append(MissingField("rollback", why: "at most 4000 bytes"))
        }
        guard missing.isEmpty, let owner = hurry.owner, let until = hurry.until, let rollback = hurry.rollback else {
            throw Failure(
                .missingFields,
                "a request in a hurry says who answers for it, until when, and how it is undone",
                remedy: "say each of them",
                fields: missing,
            )
        }
        let user = try responsible(owner, "owner", in: change.connection)
        return Expedited(owner: user.id, until: until, rollback: rollback)
    }

    private static func checkEnds(_ request: ChangeRequest) throws {
        for grant in request.proposal.grants {
            if grant.ends <= request.opened {
                throw Failure(
                    .invalid,
                    "the grant would have ended at \(grant.ends)",
                    fields: [MissingField("until", why: "must lie in the future")],
                )
            }
            if let hurry = request.expedited, grant.ends > hurry.until {
                throw Failure(
                    .invalid,
                    "the grant would outlive the hurry, which ends at \(hurry.until)",
                    fields: [MissingField("until", why: "at most \(hurry.until)")],
                )
            }
        }
    }

    /// No grant outlives the approval that it rests on.
    private static func checkValidity(_ request: ChangeRequest, at now: Instant) throws {
        // What only narrows rests on the approvals that there are.
        guard request.kind != .reduce, let ends = request.ends, ends > now + request.route.validity else { return }
        let latest = now + request.route.validity
        throw Failure(
            .invalid,
            "it would outlive its approval, which lasts until \(latest) at the most",
            remedy: "ask until \(latest.date), and again then",
            fields: [MissingField("until", why: "at most \(latest)")],
        )
    }

    /// Moves what was only seen, or was quarantined, to `proposed`.
    private static func propose(_ identity: Identity, _ kind: ChangeRequest.Kind, _ change: inout Change) throws {
        let transition: LifecycleTransition? =
            switch (kind, identity.state) {
            case (.register, .discovered): .propose
            case (.register, .quarantined) where identity.copyOf == nil: .release
            case (.clone, .quarantined): .release
            default: nil
            }
        // An unapproved copy stays quarantined until it is approved: only what is complete leaves quarantine.
        guard let transition, transition == .propose else { return }
        try move(identity, transition, by: .person, &change)
    }
}

extension ChangeRequest {
    /// What the log says it is about.
    var about: Event.Subject { subject ?? Event.Subject(kind: "request", id: id.text, name: kind.rawValue) }

    mutating func setRoute(_ route: Route) {
        self.route = route
        due = opened + route.due
        escalates = opened + route.escalation
        lapses = opened + route.lapse
    }

    /// When an approval given at `now` ends.
    func approvalEnds(at now: Instant) -> Instant {
        let longest = now + route.validity
        // An identity's own approval lasts as long as the identity, whose renewal is asked for earlier.
        if [.register, .renew, .clone].contains(kind), let expires = proposal.terms["expires"].flatMap({ Instant($0) })
        {
            return expires
        }
        if let expedited { return min(longest, expedited.until) }
        if [.exception, .breakGlass].contains(kind), let ends { return min(longest, ends) }
        return longest
    }

    /// When the last of what it gives ends; nil when that has no end of its own.
    var ends: Instant? {
        guard kind == .exception else { return proposal.ends }
        return proposal.terms[RiskException.Term.ends].flatMap { Instant($0) }
    }
}

extension Proposal {
    /// What an approval is bound to, in hex.
    var digest: String {
        var digest = PartsDigest()
        digest.add(canonicalBytes)
        return digest.finish()
    }
}
