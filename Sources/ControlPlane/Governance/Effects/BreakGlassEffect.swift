import Domain
import SQLEngine
import Store

/// That a person acts in an emergency, for one time box, under a grant that only its own tokens can use.
enum BreakGlassEffect: RequestEffect {
    enum Term {
        static let breakGlass = "breakGlass"
        static let person = "person"
        static let ticket = "ticket"
        static let rollback = "rollback"
    }

    static func prepare(
        _ request: inout ChangeRequest,
        _ new: NewRequest,
        _ identity: inout Identity?,
        _ change: Change,
    ) throws {
        guard let order = new.breakGlass, let identity else {
            throw Failure(
                .invalid,
                "emergency access says through which identity, to what, and how it is undone",
                fields: [
                    MissingField("breakGlass", why: "identity, action, resource, reason, ticket and rollback plan")
                ],
            )
        }
        let person = try person(of: order, request.requester, in: change.connection)
        let minutes = try order.checkedMinutes(try TermsTable.find(in: change.connection).breakGlass)
        try change.requireSettled(person, identity)
        let id = ID<BreakGlass>(at: change.now)
        var ends = change.now + .minutes(Int64(minutes))
        if let end = identity.expires { ends = min(ends, end) }
        request.reason = order.reason
        request.proposal = Proposal(
            grants: [ProposedGrant(action: order.action, resource: order.resource, ends: ends, task: id.text)],
            terms: [
                Term.breakGlass: id.text, Term.person: person.id.text, Term.ticket: order.ticket,
                Term.rollback: order.rollback, GrantEffect.occasionTerm: Occasion.incident.rawValue,
            ],
        )
        try GrantEffect.check(request.proposal.grants, for: identity, change)
    }

    static func opened(_ request: ChangeRequest, _ change: inout Change) throws {
        guard request.route.seats.isEmpty else {
            throw Failure(
                .forbidden,
                "policy lets nobody break the glass alone here, and an emergency waits for nobody",
                remedy: "`penstock request grant … --expedited` asks for the approvals in a hurry",
            )
        }
    }

    static func carryOut(_ request: ChangeRequest, _ approval: Approval, _ change: inout Change) throws {
        guard let id = request.identity, let asked = request.proposal.grants.first,
            let glassID = request.proposal.terms[Term.breakGlass].flatMap({ ID<BreakGlass>($0) }),
            let person = try request.proposal.terms[Term.person].flatMap({ ID<User>($0) })
                .flatMap({ try UserTable.find($0, in: change.connection) })
        else { return }
        let identity = try ControlPlane.find(id.text, in: change.connection)
        try GrantEffect.check(request.proposal.grants, for: identity, change)
        try GrantEffect.give(request, approval, to: identity, &change)
        var glass = BreakGlass(
            id: glassID,
            identity: identity,
            person: person,
            action: asked.action,
            resource: asked.resource,
            reason: request.reason,
            ticket: request.proposal.terms[Term.ticket] ?? "",
            rollback: request.proposal.terms[Term.rollback] ?? "",
            opened: change.now,
            ends: asked.ends,
        )
        glass.request = request.id
        glass.grant = try GrantTable.all(of: id, in: change.connection).first { $0.request == request.id }?.id
        try BreakGlassTable.insert(glass, in: change.connection)
        try JobTable.put(.endBreakGlass, glass.id.text, at: glass.ends, in: change.connection)
        change.record(.breakGlassOpened, identity.subject, detail: glass.detail)
        try change.tellOf(glass, .breakGlassOpened, "broke the glass")
    }

    static func voided(_ request: ChangeRequest, because reason: String, _ change: inout Change) throws {
        guard
            let glass = try request.proposal.terms[Term.breakGlass].flatMap({ ID<BreakGlass>($0) })
                .flatMap({ try BreakGlassTable.find($0, in: change.connection) }), glass.state == .open
        else { return }
        _ = try change.close(glass)
    }

    /// Who acts: whoever asks, or whom the operator at the machine names.
    private static func person(
        of order: BreakGlassOrder,
        _ requester: Requester,
        in connection: some Connection,
    ) throws -> User {
        let named = try order.person.map { try ControlPlane.person($0, field: "person", in: connection) }
        switch requester.kind {
        case .identity, .penstock: throw Failure(.forbidden, "only people break the glass")
        case .localOperator: break
        case .user:
            guard let asking = try ID<User>(requester.id).flatMap({ try UserTable.find($0, in: connection) }),
                named == nil || named?.id == asking.id
            else {
                throw Failure(.forbidden, "nobody breaks the glass for somebody else", remedy: "they do it themselves")
            }
            return asking
        }
        guard let named else {
            throw Failure(
                .invalid,
                "say who acts",
                fields: [MissingField("person", why: "the mail address of who acts in the emergency")],
            )
        }
        return named
    }
}
