import ControlPlane
import Domain
import Hummingbird
import Wire

struct SystemRoutes: Sendable {
    let control: ControlPlane

    init(_ control: ControlPlane) { self.control = control }

    var all: [APIRoute] {
        let one = Paths.systems + "/{name}"
        return [
            APIRoute(
                .get,
                Paths.systems,
                "Systems that integrations act on.",
                answer: .json([SystemRecord].self),
                handle: list
            ),
            APIRoute(
                .get,
                Paths.systemOverlaps,
                "What may be one system kept twice, or is acted on from several sources.",
                answer: .json([SystemOverlap].self),
                handle: overlaps,
            ),
            APIRoute(
                .put,
                one,
                "Add a system or change it.",
                body: SystemRecord.self,
                answer: .json(SystemRecord.self),
                handle: put,
            ),
            APIRoute(
                .put,
                one + "/credential",
                "Seal the credential the gateway injects.",
                body: CredentialRequest.self,
                answer: .json([String: String].self),
                handle: seal,
            ),
        ]
    }

    private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        let systems = try await control.systems(by: context.required())
        return try JSON.answer(
            systems.map { SystemRecord($0.system, hasCredential: $0.hasCredential, openGrants: $0.openGrants) }
        )
    }

    private func overlaps(_ request: Request, _ context: APIContext) async throws -> Response {
        try JSON.answer(try await control.systemOverlaps(by: context.required()))
    }

    private func put(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let record = try await JSON.body(of: request, as: SystemRecord.self)
        guard record.name == (try context.parameter("name")) else {
            throw APIProblem.invalid("`name` is not the name in the path", field: "name", why: "must be the same")
        }
        guard let system = record.system else {
            throw APIProblem.invalid(
                "`injection` is unknown",
                field: "injection",
                why: "none, bearer, basic or header:NAME"
            )
        }
        let summary = try await control.putSystem(system, by: caller)
        return try JSON.answer(
            SystemRecord(summary.system, hasCredential: summary.hasCredential, openGrants: summary.openGrants)
        )
    }

    private func seal(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: CredentialRequest.self)
        let name = try context.parameter("name")
        try await control.sealCredential(system: name, value: Secret(body.value), by: caller)
        return try JSON.answer(["sealed": name])
    }
}
