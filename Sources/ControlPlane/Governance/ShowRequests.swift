import Decisions
package import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// The requests that pass a filter, newest first.
    package func requests(
        _ filter: RequestFilter,
        page: PageRequest,
        by caller: Caller,
    ) async throws -> Page<ChangeRequest> {
        var wanted = filter
        // A machine sees what it asked for itself.
        if case .identity(let id) = caller { wanted.requester = id.text } else { try require(.view, by: caller) }
        let seen = wanted
        return try await database.read { try RequestTable.list(seen, page: page, in: $0) }
    }

    /// The open requests that the caller may decide on now, oldest first.
    package func inbox(by caller: Caller) async throws -> [ChangeRequest] {
        try require(.view, by: caller)
        let moment = now()
        return try await database.read { connection in
            let change = Change(reading: connection, at: moment, by: caller)
            return try RequestTable.open(in: connection).filter { request in
                let identity = try Self.candidate(for: request, in: connection)
                return try Self.decision(for: caller, on: request, identity, change)?.verdict == .allow
            }
        }
    }

    /// A request with the decisions on it, what it waits for and what changed since.
    package func request(_ reference: String, by caller: Caller) async throws -> RequestDetail {
        let moment = now()
        let detail = try await database.read { connection in
            let change = Change(reading: connection, at: moment, by: caller)
            let request = try Self.request(reference, in: connection)
            let approvals = try ApprovalTable.all(of: request.id, in: connection)
            let identity = try Self.candidate(for: request, in: connection)
            let taken = Set(approvals.map(\.seat))
            return RequestDetail(
                request: request,
                approvals: approvals,
                identity: try request.identity.flatMap { try IdentityTable.find($0, in: connection) },
                waitingFor: request.state == .open ? request.route.seats.filter { !taken.contains($0) } : [],
                drift: request.state == .open
                    ? (try Self.definition(of: identity, in: connection)?.drift(from: request.proposal.definition) ?? [])
                        + [try request.kind.effect.drift(of: request, in: connection)].compactMap(\.self)
                    : [],
                mayDecide: request.state == .open ? try Self.decision(for: caller, on: request, identity, change) : nil,
            )
        }
        if case .identity(let id) = caller, detail.request.requester.id == id.text { return detail }
        try require(.view, on: detail.identity, by: caller)
        return detail
    }

    /// What Cedar says to the caller deciding on a request: of a free place that it permits, else of any; nil when no place
    /// is free.
    private static func decision(
        for caller: Caller,
        on request: ChangeRequest,
        _ identity: Identity?,
        _ change: Change,
    ) throws -> AccessDecision? {
        var user: User?
        switch caller {
        case .user(let known): user = known
        case .localOperator: user = nil
        case .identity, .penstock: return nil
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
            if decision.verdict == .allow { return decision }
            if refused == nil || decision.verdict == .deny { refused = decision }
        }
        return refused
    }

    /// The request of an id.
    static func request(_ reference: String, in connection: some Connection) throws -> ChangeRequest {
        guard let id = ID<ChangeRequest>(reference), let request = try RequestTable.find(id, in: connection) else {
            throw Failure(
                .notFound,
                "there is no request `\(reference.prefix(80))`",
                remedy: "`penstock requests` lists them",
            )
        }
        return request
    }

    /// Takes an open request back; who asked may, and who may administer.
    package func withdrawRequest(_ reference: String, reason: String?, by caller: Caller) async throws -> ChangeRequest
    {
        let asked = Requester(caller)
        let known = try await database.read { try Self.request(reference, in: $0) }
        if known.requester.id != asked.id { try require(.administer, by: caller) }
        return try await change(by: caller) { change in
            var request = try Self.request(reference, in: change.connection)
            guard request.state == .open else {
                throw Failure(.conflict, "request `\(request.id)` is \(request.state.rawValue) already")
            }
            try Self.end(&request, .withdrawn, reason ?? "taken back by \(change.actor.name)", &change)
            return request
        }
    }
}
