import ControlPlane
import Domain
import Hummingbird
import Wire

struct ScheduleRoutes: Sendable {
    let control: ControlPlane

    init(_ control: ControlPlane) { self.control = control }

    private static let query = [QueryParameter.several("kind", Job.Kind.self)] + QueryParameter.page

    var all: [APIRoute] {
        [
            APIRoute(
                .get,
                Paths.schedule,
                "What is due next, soonest first.",
                query: Self.query,
                answer: .json(ListOf<Job>.self),
                handle: list,
            ),
            APIRoute(
                .post,
                Paths.schedule + "/run",
                "Do what is due now instead of at the next second.",
                answer: .json(CountRecord.self),
                handle: run,
            ),
            APIRoute(
                .get,
                Paths.terms,
                "The numbers and names set for reviews, exceptions, break-glass and notifications.",
                answer: .json(GovernanceTerms.self),
                handle: terms,
            ),
            APIRoute(
                .put,
                Paths.terms,
                "Set them; what is left out has its default.",
                body: GovernanceTerms.self,
                answer: .json(GovernanceTerms.self),
                handle: setTerms,
            ),
        ]
    }

    private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        let query = try QueryReader(request, Self.query)
        let page = try await control.schedule(
            kinds: query.several("kind"),
            page: query.page,
            by: context.required(),
        )
        return try JSON.answer(ListOf(page))
    }

    private func run(_ request: Request, _ context: APIContext) async throws -> Response {
        try JSON.answer(CountRecord(try await control.runSchedule(by: context.required())))
    }

    private func terms(_ request: Request, _ context: APIContext) async throws -> Response {
        try JSON.answer(try await control.terms(by: context.required()))
    }

    private func setTerms(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let terms = try await JSON.body(of: request, as: GovernanceTerms.self)
        return try JSON.answer(try await control.setTerms(terms, by: caller))
    }
}
