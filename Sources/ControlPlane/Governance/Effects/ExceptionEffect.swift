import Domain
import SQLEngine
import Store

/// That a finding is accepted for a time, while controls hold.
enum ExceptionEffect: RequestEffect {
    static func prepare(
        _ request: inout ChangeRequest,
        _ new: NewRequest,
        _ identity: inout Identity?,
        _ change: Change,
    ) throws {
        guard let order = new.exception, let finding = new.finding else { return }
        try order.check(finding.rule, try TermsTable.find(in: change.connection).exceptions, at: change.now)
        let about = try ControlPlane.identities(of: order, finding, in: change.connection)
        var exception = RiskException(
            id: ID(at: change.now),
            request: request.id,
            rule: finding.rule,
            subject: finding.subject,
            identities: about.map(\.id),
            owner: try owner(of: order, request.requester, in: change.connection).id,
            reason: order.reason,
            controls: order.controls,
            proposed: change.now,
            proposedBy: request.requester.id,
            proposedByName: request.requester.name,
            ends: order.ends,
        )
        exception.template = order.template
        exception.plan = order.plan
        request.subject = exception.about
        request.reason = order.reason
        request.proposal = Proposal(terms: exception.terms)
    }

    static func opened(_ request: ChangeRequest, _ change: inout Change) throws {
        guard var exception = RiskException(request) else { return }
        try change.check(&exception)
        try RiskExceptionTable.insert(exception, in: change.connection)
        change.record(.exceptionProposed, exception.about, detail: exception.detail)
        try change.tell(
            try change.security(),
            .exceptionProposed,
            exception.about,
            "\(change.actor.name) asks to accept \(exception.rule) on \(exception.subject.name) until "
                + "\(exception.ends.date): \(exception.reason)",
        )
    }

    static func drift(of request: ChangeRequest, in connection: some Connection) throws -> String? {
        guard let exception = try exception(of: request, in: connection) else { return "the exception is gone" }
        var terms = exception.terms
        // Who approves may shorten it; until it is approved the exception stands as it was asked for.
        if exception.state == .proposed {
            terms[RiskException.Term.ends] = request.proposal.terms[RiskException.Term.ends]
        }
        return terms == request.proposal.terms ? nil : "what it accepts is not any more what was asked for"
    }

    static func carryOut(_ request: ChangeRequest, _ approval: Approval, _ change: inout Change) throws {
        guard var exception = try exception(of: request, in: change.connection), exception.state == .proposed,
            let ends = request.ends
        else { return }
        exception.ends = ends
        guard ends > change.now else {
            throw Failure(.conflict, "exception `\(exception.id)` would have ended at \(ends)")
        }
        try change.check(&exception)
        if let failing = exception.checks.first(where: { !$0.holds }) {
            throw Failure(
                .conflict,
                "`\(failing.kind.rawValue)` does not hold: \(failing.evidence)",
                remedy: "make it hold first; `penstock exceptions wrap` shows how",
            )
        }
        exception.state = .active
        exception.decided = change.now
        exception.decidedBy = approval.by.name
        try RiskExceptionTable.update(exception, in: change.connection)
        try JobTable.put(.endException, exception.id.text, at: exception.ends, in: change.connection)
        change.record(.exceptionAccepted, exception.about, detail: exception.detail)
        change.touch(.riskException, exception.id.text)
        try change.tell(
            [exception.owner],
            .exceptionAccepted,
            exception.about,
            "\(exception.rule) on \(exception.subject.name) is accepted until \(exception.ends.date)",
        )
    }

    static func voided(_ request: ChangeRequest, because reason: String, _ change: inout Change) throws {
        guard var exception = try exception(of: request, in: change.connection), exception.state == .active else {
            return
        }
        try change.close(&exception, .broken, .exceptionBroken, reason)
    }

    static func ended(_ request: ChangeRequest, _ change: inout Change) throws {
        guard var exception = try exception(of: request, in: change.connection), exception.state == .proposed else {
            return
        }
        try change.close(&exception, .refused, .exceptionRefused, request.outcome ?? "")
    }

    /// Why what was accepted is not accepted any more, whatever its controls are: nobody approved it, or not this.
    static func refusal(of exception: RiskException, at now: Instant, in connection: some Connection) throws -> String?
    {
        guard let request = try RequestTable.find(exception.request, in: connection),
            request.proposal.terms[RiskException.Term.exception] == exception.id.text
        else { return "nobody approved it" }
        return try ControlPlane.refusal(of: request, at: now, in: connection) ?? drift(of: request, in: connection)
    }

    private static func exception(of request: ChangeRequest, in connection: some Connection) throws -> RiskException? {
        try request.proposal.terms[RiskException.Term.exception].flatMap { ID<RiskException>($0) }
            .flatMap { try RiskExceptionTable.find($0, in: connection) }
    }

    private static func owner(
        of order: ExceptionOrder,
        _ requester: Requester,
        in connection: some Connection,
    ) throws -> User {
        guard let reference = order.owner ?? (requester.kind == .user ? requester.id : nil) else {
            throw Failure(
                .invalid,
                "an exception has an owner",
                fields: [MissingField("owner", why: "who answers for it")]
            )
        }
        let owner = try ControlPlane.person(reference, field: "owner", in: connection)
        guard owner.status == .active, !owner.sharedMailbox else {
            throw Failure(
                .invalid,
                "`\(owner.email)` cannot answer for it",
                fields: [MissingField("owner", why: "one person who is here")]
            )
        }
        return owner
    }
}
