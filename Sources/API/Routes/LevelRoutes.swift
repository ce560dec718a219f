import ControlPlane
import Domain
import Hummingbird
import Wire

/// How strictly policy is applied to what; a level is set by a request of kind `level`.
struct LevelRoutes: Sendable {
    let control: ControlPlane

    init(_ control: ControlPlane) { self.control = control }

    var all: [APIRoute] {
        [
            APIRoute(
                .get,
                Paths.levels,
                "What is said of levels; a request of kind `level` says it, and where nothing is said policy is enforced.",
                answer: .json([LevelRecord].self),
                handle: list,
            )
        ]
    }

    private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        let all = try await control.levels(by: context.required())
        return try JSON.answer(all.map { LevelRecord($0.setting, name: $0.name, holds: $0.holds) })
    }
}
