import ControlPlane
import Domain
import Hummingbird
import Wire

/// Requests: asking, previewing, deciding, taking back; for people and, with a token of their own, for machines.
struct RequestRoutes: Sendable {
    let control: ControlPlane

    init(_ control: ControlPlane) { self.control = control }

    var all: [APIRoute] {
        let one = Paths.requests + "/{id}"
        return [
            APIRoute(
                .post,
                Paths.requests,
                "Ask for something; done at once when policy lets the caller do it alone.",
                body: RequestOrder.self,
                answer: .json(RequestRecord.self),
                status: .created,
                handle: open,
            ),
            APIRoute(
                .post,
                Paths.requests + "/preview",
                "Which approvals a request would need and why; nothing is kept.",
                body: RequestOrder.self,
                answer: .json(RoutePreview.self),
                handle: preview,
            ),
            APIRoute(
                .get,
                Paths.requests,
                "Requests, newest first.",
                query: Self.filters,
                answer: .json(ListOf<RequestRecord>.self),
                handle: list,
            ),
            APIRoute(
                .get,
                Paths.requests + "/inbox",
                "Open requests that the caller may decide on, oldest first.",
                answer: .json([RequestRecord].self),
                handle: inbox,
            ),
            APIRoute(
                .get,
                one,
                "One request with the decisions on it; a machine polls here.",
                answer: .json(RequestRecord.self),
                handle: show,
            ),
            APIRoute(
                .post,
                one + "/decision",
                "Approve, approve less, or refuse.",
                body: DecisionOrder.self,
                answer: .json(RequestRecord.self),
                handle: decide,
            ),
            APIRoute(
                .post,
                one + "/secret",
                "Make the client secret that an approved rotation asks for; it is shown once.",
                answer: .json(ClientRecord.self),
                status: .created,
                secret: true,
                handle: secret,
            ),
            APIRoute(
                .post,
                one + "/withdraw",
                "Take an open request back.",
                body: WithdrawOrder.self,
                answer: .json(RequestRecord.self),
                handle: withdraw,
            ),
            APIRoute(
                .post,
                Paths.identities + "/{id}/tasks/{task}/close",
                "End the grants and tokens of a task.",
                answer: .json([Grant].self),
                handle: closeTask,
            ),
            APIRoute(
                .post,
                Paths.identities + "/{id}/renew",
                "Renew when the need is proved; else say what is missing.",
                answer: .json(RenewalRecord.self),
                handle: renew,
            ),
            APIRoute(
                .post,
                Paths.identities + "/{id}/retire",
                "End an identity for good, with all it holds.",
                body: ReasonRequest.self,
                answer: .json(Identity.self),
                handle: retire,
            ),
        ]
    }

    private static let filters =
        [
            .several("state", ChangeRequest.State.self), .several("kind", ChangeRequest.Kind.self),
            QueryParameter("identity"), QueryParameter("requester"),
        ] + QueryParameter.page

    private func open(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: RequestOrder.self)
        let opened = try await control.openRequest(NewRequest(body, by: caller), by: caller)
        return try JSON.answer(try await record(opened.id, by: caller), status: .created)
    }

    private func preview(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: RequestOrder.self)
        let preview = try await control.previewRequest(NewRequest(body, by: caller), by: caller)
        return try JSON.answer(RoutePreview(route: preview.route, proposal: preview.proposal))
    }

    private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        let query = try QueryReader(request, Self.filters)
        var filter = RequestFilter()
        filter.states = try query.several("state")
        filter.kinds = try query.several("kind")
        filter.identity = try query.id("identity")
        filter.requester = query.text("requester")
        let page = try await control.requests(filter, page: query.page, by: context.required())
        return try JSON.answer(ListOf(page.map { RequestRecord($0) }))
    }

    private func inbox(_ request: Request, _ context: APIContext) async throws -> Response {
        let open = try await control.inbox(by: context.required())
        return try JSON.answer(open.map { RequestRecord($0, waitingFor: $0.route.seats, mayDecide: true) })
    }

    private func show(_ request: Request, _ context: APIContext) async throws -> Response {
        let detail = try await control.request(context.parameter("id"), by: context.required())
        return try JSON.answer(RequestRecord(detail))
    }

    private func decide(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: DecisionOrder.self)
        let said = RequestDecision(
            body.decision,
            reason: body.reason,
            reduction: body.reduction?.map(ProposedGrant.init),
            until: body.until,
            seen: body.digest,
        )
        let decided = try await control.decideRequest(context.parameter("id"), said, by: caller)
        return try JSON.answer(try await record(decided.id, by: caller))
    }

    private func secret(_ request: Request, _ context: APIContext) async throws -> Response {
        let issued = try await control.replaceSecret(by: context.parameter("id"), by: context.required())
        var record = ClientRecord(issued.client)
        record.secret = issued.secret?.withBytes { String(decoding: $0, as: UTF8.self) }
        return try JSON.answer(record, status: .created)
    }

    private func withdraw(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: WithdrawOrder.self)
        let taken = try await control.withdrawRequest(context.parameter("id"), reason: body.reason, by: caller)
        return try JSON.answer(try await record(taken.id, by: caller))
    }

    private func closeTask(_ request: Request, _ context: APIContext) async throws -> Response {
        let closed = try await control.closeTask(
            context.parameter("task"),
            of: context.parameter("id"),
            by: context.required(),
        )
        return try JSON.answer(closed)
    }

    private func renew(_ request: Request, _ context: APIContext) async throws -> Response {
        let renewal = try await control.renewOnVerifiedNeed(context.parameter("id"), by: context.required())
        return try JSON.answer(RenewalRecord(renewal))
    }

    private func retire(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: ReasonRequest.self)
        return try JSON.answer(
            try await control.retireIdentity(context.parameter("id"), reason: body.reason, by: caller)
        )
    }

    private func record(_ id: ID<ChangeRequest>, by caller: Caller) async throws -> RequestRecord {
        RequestRecord(try await control.request(id.text, by: caller))
    }
}

extension NewRequest {
    /// A machine asks for itself unless it names an identity.
    init(_ order: RequestOrder, by caller: Caller) {
        if order.kind == .exception, let exception = order.exception {
            self.init(ExceptionOrder(exception))
            return
        }
        if order.kind == .breakGlass, let breakGlass = order.breakGlass {
            self.init(BreakGlassOrder(breakGlass))
            return
        }
        var identity = order.identity
        if identity == nil, case .identity(let id) = caller { identity = id.text }
        self.init(
            order.kind,
            identity: identity,
            grants: order.grants?.map(ProposedGrant.init) ?? [],
            registration: order.registration.map(Registration.init),
            terms: order.terms ?? [:],
            reason: order.reason,
            expedited: order.expedited.map { Hurry(owner: $0.owner, until: $0.until, rollback: $0.rollback) },
            callback: order.callback,
            callbackSecret: order.callbackSecret.map { Secret($0) },
        )
    }
}

extension ProposedGrant {
    init(_ asked: AskedGrant) {
        self.init(
            action: asked.action,
            resource: asked.resource,
            direction: asked.direction,
            conditions: GrantConditions(
                purpose: asked.purpose,
                networks: asked.networks ?? [],
                hours: asked.hours,
                perMinute: asked.perMinute,
            ),
            ends: asked.until,
            task: asked.task,
        )
    }
}

extension RequestRecord {
    init(_ detail: RequestDetail) {
        self.init(
            detail.request,
            approvals: detail.approvals,
            waitingFor: detail.waitingFor,
            drift: detail.drift,
            mayDecide: detail.mayDecide.map { $0.verdict == .allow },
            mayNotDecide: detail.mayDecide.flatMap { $0.verdict == .allow ? nil : $0.reason },
        )
    }
}

extension RenewalRecord {
    init(_ renewal: Renewal) {
        switch renewal {
        case .renewed(let request):
            self.init(outcome: "renewed", because: [request.reason], request: request.id)
        case .needsConfirmation(let lastUsed, let because):
            self.init(outcome: "needsConfirmation", because: [because], lastUsed: lastUsed)
        case .refused(let because): self.init(outcome: "refused", because: because)
        }
    }
}
