import ControlPlane
import Domain
import Hummingbird
import Wire

struct ExceptionRoutes: Sendable {
    let control: ControlPlane

    init(_ control: ControlPlane) { self.control = control }

    private static let query = [QueryParameter.one("state", RiskException.State.self)] + QueryParameter.page
    private static let wrapQuery = [QueryParameter("finding"), QueryParameter("ranges")]
    private static let splitQuery = [QueryParameter("finding"), QueryParameter("exception")]

    var all: [APIRoute] {
        let one = Paths.exceptions + "/{id}"
        return [
            APIRoute(
                .get,
                Paths.exceptions,
                "Accepted risks, newest first.",
                query: Self.query,
                answer: .json(ListOf<ExceptionRecord>.self),
                handle: list,
            ),
            APIRoute(
                .post,
                Paths.exceptions,
                "Ask to have a finding accepted for a time.",
                body: ExceptionRequest.self,
                answer: .json(ExceptionRecord.self),
                status: .created,
                handle: propose,
            ),
            APIRoute(.get, one, "One exception.", answer: .json(ExceptionRecord.self), handle: show),
            APIRoute(.post, one + "/accept", "Accept it.", answer: .json(ExceptionRecord.self), handle: accept),
            APIRoute(
                .post,
                one + "/end",
                "Refuse it, or end it before its time.",
                body: ReasonRequest.self,
                answer: .json(ExceptionRecord.self),
                handle: end,
            ),
            APIRoute(
                .get,
                Paths.exceptionWays + "/wrap",
                "Controls that wrap a shared identity, and what each is today.",
                query: Self.wrapQuery,
                answer: .json(WrapRecord.self),
                handle: wrap,
            ),
            APIRoute(
                .get,
                Paths.exceptionWays + "/split",
                "The way to an identity for each, in order, and how far it is.",
                query: Self.splitQuery,
                answer: .json(SplitPlan.self),
                handle: split,
            ),
        ]
    }

    private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        let query = try QueryReader(request, Self.query)
        let page = try await control.exceptions(
            state: query.one("state"),
            page: query.page,
            by: context.required(),
        )
        return try JSON.answer(ListOf(page.map { ExceptionRecord($0) }))
    }

    private func propose(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: ExceptionRequest.self)
        return try JSON.answer(
            ExceptionRecord(try await control.proposeException(ExceptionOrder(body), by: caller)),
            status: .created,
        )
    }

    private func show(_ request: Request, _ context: APIContext) async throws -> Response {
        try JSON.answer(ExceptionRecord(try await control.exception(context.id("id"), by: context.required())))
    }

    private func accept(_ request: Request, _ context: APIContext) async throws -> Response {
        try JSON.answer(ExceptionRecord(try await control.acceptException(context.id("id"), by: context.required())))
    }

    private func end(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: ReasonRequest.self)
        let ended = try await control.endException(context.id("id"), reason: body.reason, by: caller)
        return try JSON.answer(ExceptionRecord(ended))
    }

    private func wrap(_ request: Request, _ context: APIContext) async throws -> Response {
        let query = try QueryReader(request, Self.wrapQuery)
        let ranges = (query.text("ranges") ?? "").split(separator: ",").map(String.init)
        let (controls, checks) = try await control.wrapPlan(
            finding: query.text("finding") ?? "",
            ranges: ranges,
            by: context.required(),
        )
        return try JSON.answer(WrapRecord(controls: controls, checks: checks))
    }

    private func split(_ request: Request, _ context: APIContext) async throws -> Response {
        let query = try QueryReader(request, Self.splitQuery)
        let caller = try context.required()
        if let id: ID<RiskException> = try query.id("exception") {
            return try JSON.answer(try await control.splitPlan(exception: id, by: caller))
        }
        return try JSON.answer(try await control.splitPlan(finding: query.text("finding") ?? "", by: caller))
    }
}

extension ExceptionOrder {
    init(_ body: ExceptionRequest) {
        self.init(
            finding: body.finding,
            identities: body.identities,
            owner: body.owner,
            reason: body.reason,
            ends: body.ends,
            controls: body.controls.map(\.control),
            template: body.template,
            plan: body.plan,
        )
    }
}
