import ControlPlane
import Domain
import Hummingbird
import Wire

struct LogRoutes: Sendable {
    let control: ControlPlane

    init(_ control: ControlPlane) { self.control = control }

    var all: [APIRoute] {
        [
            APIRoute(
                .get,
                Paths.events,
                "Events of the log, newest first.",
                query: Self.filters,
                answer: .json(ListOf<LogLine>.self),
                handle: list,
            ),
            APIRoute(
                .get,
                Paths.checkpoint,
                "The newest signed checkpoint.",
                answer: .json(CheckpointRecord.self),
                handle: checkpoint,
            ),
            APIRoute(
                .get,
                Paths.entryProof,
                "Proof that an entry is in the log (C2SP tlog-proof), to be checked offline.",
                answer: .document("text/plain"),
                handle: entryProof,
            ),
            APIRoute(
                .get,
                Paths.growthProof,
                "Proof that the log only grew from one size to another (RFC 9162).",
                query: Self.sizes,
                answer: .json(GrowthProofRecord.self),
                handle: growthProof,
            ),
            APIRoute(
                .get,
                Paths.logBundle,
                "The whole log with its checkpoints, to be verified offline.",
                answer: .document("application/jsonl"),
                handle: bundle,
            ),
        ]
    }

    private static let sizes = [
        QueryParameter("from", .number(1...Int.max)), QueryParameter("to", .number(1...Int.max)),
    ]

    private static let filters =
        [
            .several("kind", Event.Kind.self), QueryParameter("actor"), QueryParameter("subjectKind"),
            QueryParameter("subject"), QueryParameter("from", .time), QueryParameter("until", .time),
        ] + QueryParameter.page

    private func list(_ request: Request, _ context: APIContext) async throws -> Response {
        let query = try QueryReader(request, Self.filters)
        var filter = EventFilter()
        filter.kinds = try query.several("kind")
        filter.actor = query.text("actor")
        filter.subjectKind = query.text("subjectKind")
        filter.subject = query.text("subject")
        filter.from = try query.instant("from")
        filter.until = try query.instant("until")
        let page = try await control.events(filter, page: query.page, by: context.required())
        return try JSON.answer(ListOf(page.map { LogLine(index: $0.index, event: $0.event) }))
    }

    private func checkpoint(_ request: Request, _ context: APIContext) async throws -> Response {
        let checkpoint = try await control.checkpoint(by: context.required())
        return try JSON.answer(CheckpointRecord(checkpoint))
    }

    private func entryProof(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        guard let index = Int(try context.parameter("index")), index >= 0 else {
            throw APIProblem.invalid("the entry's index is no number", field: "index", why: "counted from 0")
        }
        return Response(
            status: .ok,
            headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: try await control.entryProof(of: index, by: caller))),
        )
    }

    private func growthProof(_ request: Request, _ context: APIContext) async throws -> Response {
        let caller = try context.required()
        let query = try QueryReader(request, Self.sizes)
        let (from, to) = (try query.size("from"), try query.size("to"))
        let hashes = try await control.growthProof(from: from, to: to, by: caller)
        return try JSON.answer(GrowthProofRecord(from: from, to: to, hashes: hashes))
    }

    private func bundle(_ request: Request, _ context: APIContext) async throws -> Response {
        let (control, caller) = (control, try context.required())
        try control.mayExportLog(by: caller)
        var headers = HTTPFields()
        headers[.contentType] = "application/jsonl"
        return Response(
            status: .ok,
            headers: headers,
            body: .init { writer in
                for try await part in control.logBundle() { try await writer.write(ByteBuffer(bytes: part)) }
                try await writer.finish(nil)
            },
        )
    }
}
