import ControlPlane
import Domain
import Hummingbird
import Wire

struct EstateRoutes: Sendable {
    let control: ControlPlane

    /// An estate of some ten thousand workflows.
    private static let mostBytes = 512 * 1024 * 1024

    init(_ control: ControlPlane) { self.control = control }

    var all: [APIRoute] {
        [
            APIRoute(
                .get,
                Paths.sources,
                "Places estates were read from.",
                answer: .json([SourceRecord].self),
                handle: sources
            ),
            APIRoute(
                .get,
                Paths.sources + "/{id}",
                "One source, by id or name: what is in it, and what it cannot tell.",
                answer: .json(SourceRecord.self),
                handle: source,
            ),
            APIRoute(
                .post,
                Paths.imports,
                "Take estates over and compare them with the last import.",
                body: ImportRequest.self,
                answer: .json(ImportOutcome.self),
                handle: take,
            ),
            APIRoute(
                .post,
                Paths.fingerprints,
                "The installation's fingerprints of secrets an importer met.",
                body: FingerprintRequest.self,
                answer: .json([Fingerprint].self),
                handle: fingerprints,
            ),
        ]
    }

    private func sources(_ request: Request, _ context: APIContext) async throws -> Response {
        try JSON.answer(try await control.sourceSummaries(by: context.required()).map { SourceRecord($0) })
    }

    private func source(_ request: Request, _ context: APIContext) async throws -> Response {
        try JSON.answer(SourceRecord(try await control.source(context.parameter("id"), by: context.required())))
    }

    private func take(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: ImportRequest.self, limit: Self.mostBytes)
        let report = try await control.importEstates(body.estates, dryRun: body.dryRun, by: caller)
        return try JSON.answer(ImportOutcome(report))
    }

    private func fingerprints(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let body = try await JSON.body(of: request, as: FingerprintRequest.self, limit: 16 * 1024 * 1024)
        return try JSON.answer(try control.fingerprints(of: body.values.map { Secret($0) }, by: caller))
    }
}
