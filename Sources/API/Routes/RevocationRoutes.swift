import ControlPlane
import Domain
import Hummingbird
import Wire

struct RevocationRoutes: Sendable {
    let control: ControlPlane

    init(_ control: ControlPlane) { self.control = control }

    private enum Progress: String, CaseIterable { case open, closed }

    private static let query =
        [QueryParameter("identity"), QueryParameter.one("state", Progress.self)] + QueryParameter.page

    var all: [APIRoute] {
        let one = Paths.revocations + "/{id}"
        return [
            APIRoute(
                .get,
                Paths.revocations,
                "Offboardings and rotations with their steps, newest first.",
                query: Self.query,
                answer: .json(ListOf<Revocation>.self),
                handle: list,
            ),
            APIRoute(.get, one, "One of them.", answer: .json(Revocation.self), handle: show),
            APIRoute(
                .post,
                one + "/steps/{step}/confirm",
                "Confirm, with evidence, a step that was done elsewhere.",
                body: ConfirmStepRequest.self,
                answer: .json(Revocation.self),
                handle: confirm,
            ),
        ]
    }

    private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        let query = try QueryReader(request, Self.query)
        let state: Progress? = try query.one("state")
        let page = try await control.revocations(
            of: query.id("identity"),
            open: state.map { $0 == .open },
            page: query.page,
            by: context.required(),
        )
        return try JSON.answer(ListOf(page))
    }

    private func show(_ request: Request, _ context: APIContext) async throws -> Response {
        try JSON.answer(try await control.revocation(context.parameter("id"), by: context.required()))
    }

    private func confirm(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: ConfirmStepRequest.self)
        let revocation = try await control.confirmStep(
            Int(context.parameter("step")) ?? 0,
            of: context.parameter("id"),
            evidence: body.evidence,
            by: caller,
        )
        return try JSON.answer(revocation)
    }
}
