import ControlPlane
import HTTPTypes
import Hummingbird
import Wire

/// Carries a change out once, however often it is asked for with the same `Idempotency-Key`.
///
/// The header is the caller's to choose: up to 200 visible ASCII characters, one for each change. Problems below 500 are
/// kept as any answer. An answer that holds a secret is not kept: the repetition says so instead.
struct Idempotency: Sendable {
    let control: ControlPlane

    static let header = HTTPField.Name("Idempotency-Key")
    private static let replayed = HTTPField.Name("Idempotency-Replayed")
    /// A body larger than this is refused together with a key.
    private static let mostBytes = 64 * 1024 * 1024

    func answer(_ request: Request, _ context: APIContext, _ route: APIRoute) async throws -> Response {
        guard route.isChange, let name = Self.header, let key = request.headers[name] else {
            return try await route.handle(request, context)
        }
        guard (1...200).contains(key.utf8.count), key.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw APIProblem.invalid(
                "the idempotency key is not usable",
                field: "Idempotency-Key",
                why: "1 to 200 visible ASCII characters",
            )
        }
        let caller = try context.required()
        var request = request
        let body = try await request.collectBody(upTo: Self.mostBytes)
        let asked = Array("\(request.method) \(request.uri.string)\n".utf8) + Array(body.readableBytesView)
        switch try await control.claim(key: key, for: asked, by: caller) {
        case .first: return try await first(request, context, route, key, caller)
        case .done(let status, let answer): return try repeated(status, answer, route)
        case .unfinished:
            throw refusal(
                "unfinished",
                "this request is under way, or was cut off before its answer could be kept",
                remedy: "look at what is there before sending it under another key",
            )
        case .otherRequest:
            throw refusal("keyReused", "the idempotency key was used for another request", remedy: "choose a new key")
        }
    }

    private func first(
        _ request: Request,
        _ context: APIContext,
        _ route: APIRoute,
        _ key: String,
        _ caller: Caller,
    ) async throws -> Response {
        var response: Response
        do {
            response = try await route.handle(request, context)
        } catch {
            let problem = APIProblem(error)
            // What nobody expected stays unfinished: it may have happened.
            guard problem.problem.status < 500 else { throw error }
            response = problem.response()
        }
        let bytes = try await Self.bytes(of: response)
        response.body = .init(byteBuffer: ByteBuffer(bytes: bytes))
        let kept = route.answersSecret && response.status.code < 300 ? [] : bytes
        try await control.keep(kept, status: response.status.code, key: key, by: caller)
        return response
    }

    private func repeated(_ status: Int, _ answer: [UInt8], _ route: APIRoute) throws -> Response {
        guard !(route.answersSecret && answer.isEmpty) else {
            throw refusal(
                "answerNotKept",
                "this request was carried out before, and its answer held a secret that is not kept",
                remedy: "ask again under another key, and revoke what was made before",
            )
        }
        var headers = HTTPFields()
        headers[.contentType] = status < 400 ? "application/json" : "application/problem+json"
        headers[.cacheControl] = "no-store"
        if let name = Self.replayed { headers[name] = "true" }
        return Response(
            status: .init(code: status),
            headers: headers,
            body: .init(byteBuffer: ByteBuffer(bytes: answer)),
        )
    }

    private func refusal(_ kind: String, _ detail: String, remedy: String) -> APIProblem {
        APIProblem(
            problem: Problem(kind: kind, title: "Not twice", status: 409, detail: detail, remedy: remedy)
        )
    }

    private static func bytes(of response: Response) async throws -> [UInt8] {
        let collected = Collected()
        try await response.body.write(Collector(collected: collected))
        return collected.bytes
    }
}
