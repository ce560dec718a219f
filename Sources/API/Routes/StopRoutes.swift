import ControlPlane
import Domain
import Hummingbird
import Wire

struct StopRoutes: Sendable {
    let control: ControlPlane

    init(_ control: ControlPlane) { self.control = control }

    var all: [APIRoute] {
        [
            APIRoute(
                .post,
                Paths.stops,
                "Stop an identity everywhere; answers when nothing of it passes.",
                body: StopRequest.self,
                answer: .json(StopRecord.self),
                status: .created,
                handle: stop,
            ),
            APIRoute(
                .get,
                Paths.stops,
                "Stops, newest first.",
                query: QueryParameter.page,
                answer: .json(ListOf<StopRecord>.self),
                handle: list,
            ),
            APIRoute(
                .post,
                Paths.stopAll,
                "Stop everything of a vendor, owner, environment, credential, connector or source.",
                body: StopAllRequest.self,
                answer: .json([StopRecord].self),
                status: .created,
                handle: stopAll,
            ),
            APIRoute(
                .post,
                Paths.leases + "/{id}/revoke",
                "Take one token back; the others of its identity go on.",
                body: ReasonRequest.self,
                answer: .json(Lease.self),
                handle: revokeLease,
            ),
            APIRoute(
                .post,
                Paths.identities + "/{id}/resume",
                "Let a stopped identity act again.",
                body: ReasonRequest.self,
                answer: .json(Identity.self),
                handle: resume,
            ),
        ]
    }

    private func stop(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: StopRequest.self)
        let stop = try await control.stop(body.identity, reason: body.reason, by: caller)
        return try JSON.answer(StopRecord(stop: stop), status: .created)
    }

    private func stopAll(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: StopAllRequest.self)
        let stops = try await control.stopAll(body.scope, body.value, reason: body.reason, by: caller)
        return try JSON.answer(stops.map { StopRecord(stop: $0) }, status: .created)
    }

    private func revokeLease(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: ReasonRequest.self)
        return try JSON.answer(try await control.revokeLease(context.id("id"), reason: body.reason, by: caller))
    }

    private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        let query = try QueryReader(request, QueryParameter.page)
        let page = try await control.stops(page: query.page, by: context.required())
        return try JSON.answer(ListOf(page.map { StopRecord(stop: $0) }))
    }

    private func resume(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: ReasonRequest.self)
        return try JSON.answer(try await control.resume(context.parameter("id"), reason: body.reason, by: caller))
    }
}
