import ControlPlane
import Domain
import Hummingbird
import Wire

struct WorkspaceRoutes: Sendable {
    let control: ControlPlane

    /// A workspace of a hundred thousand files.
    private static let mostBytes = 128 * 1024 * 1024

    init(_ control: ControlPlane) { self.control = control }

    var all: [APIRoute] {
        [
            APIRoute(
                .post,
                Paths.plans,
                "What carrying a workspace out would do.",
                body: PlanOrder.self,
                answer: .json(WorkspacePlan.self),
                handle: plan,
            ),
            APIRoute(
                .put,
                Paths.workspace,
                "Carry a workspace out, each step through its own use case.",
                body: ApplyOrder.self,
                answer: .json(WorkspaceOutcome.self),
                handle: apply,
            ),
            APIRoute(.get, Paths.workspace, "The state as a workspace.", answer: .json(Workspace.self), handle: export),
        ]
    }

    private func plan(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: PlanOrder.self, limit: Self.mostBytes)
        return try JSON.answer(try await control.planWorkspace(body.workspace, since: body.since, by: caller))
    }

    private func apply(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: ApplyOrder.self, limit: Self.mostBytes)
        return try JSON.answer(try await control.applyWorkspace(body.workspace, note: body.note, by: caller))
    }

    private func export(_ request: Request, _ context: APIContext) async throws -> Response {
        try JSON.answer(try await control.exportWorkspace(by: context.required()))
    }
}
