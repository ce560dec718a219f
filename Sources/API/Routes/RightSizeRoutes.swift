import ControlPlane
import Domain
import Hummingbird
import Wire

/// Grants against use: what could be less, and one step to ask for it.
struct RightSizeRoutes: Sendable {
    let control: ControlPlane

    init(_ control: ControlPlane) { self.control = control }

    var all: [APIRoute] {
        let path = Paths.identities + "/{id}/right-size"
        return [
            APIRoute(
                .get,
                path,
                "What it was granted against what it used, and the smallest grants that cover the use.",
                query: Self.window,
                answer: .json(RightSizeRecord.self),
                handle: show,
            ),
            APIRoute(
                .post,
                path,
                "Ask that it be left with what it used; done at once when policy lets the caller do it alone.",
                body: RightSizeOrder.self,
                answer: .json(RequestRecord.self),
                status: .created,
                handle: ask,
            ),
        ]
    }

    private static let window = [QueryParameter("since", .time)]

    private func show(_ request: Request, _ context: APIContext) async throws -> Response {
        let since = try QueryReader(request, Self.window).instant("since")
        let report = try await control.rightSize(context.parameter("id"), since: since, by: context.required())
        return try JSON.answer(
            RightSizeRecord(name: report.identity.name, size: report.size, dryRun: report.effect)
        )
    }

    private func ask(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: RightSizeOrder.self)
        let opened = try await control.requestRightSize(
            context.parameter("id"),
            since: body.since,
            reason: body.reason,
            by: caller,
        )
        let detail = try await control.request(opened.id.text, by: caller)
        return try JSON.answer(RequestRecord(detail), status: .created)
    }
}
