import ControlPlane
import Domain
import HTTPTypes
import Hummingbird
import Wire

struct OAuthRoutes: Sendable {
    let control: ControlPlane

    init(_ control: ControlPlane) { self.control = control }

    var all: [APIRoute] {
        [
            APIRoute(
                .post,
                Paths.token,
                "A client proves itself and gets an access token (RFC 6749).",
                open: true,
                answer: .document("application/json"),
                handle: token,
            ),
            APIRoute(
                .get,
                Paths.keys,
                "The public keys that tokens are signed with.",
                open: true,
                answer: .document("application/json"),
                handle: keys,
            ),
            APIRoute(
                .get,
                Paths.metadata,
                "What this authorization server offers (RFC 8414).",
                open: true,
                answer: .document("application/json"),
                handle: metadata,
            ),
        ]
    }

    private func token(_ request: Request, _ context: APIContext) async throws -> Response {
        let body = try await request.body.collect(upTo: 128 * 1024)
        let answer = try await control.tokenEndpoint(
            body: Array(body.readableBytesView),
            contentType: request.headers[.contentType],
            authorization: request.headers[.authorization],
            remote: context.remote,
        )
        var headers = HTTPFields()
        headers[.contentType] = "application/json"
        headers[.cacheControl] = "no-store"
        headers[.wwwAuthenticate] = answer.challenge
        return Response(
            status: .init(code: answer.status),
            headers: headers,
            body: .init(byteBuffer: answer.body.withBytes { ByteBuffer(bytes: $0) }),
        )
    }

    private func keys(_ request: Request, _ context: APIContext) async throws -> Response {
        document(control.keySetDocument())
    }

    private func metadata(_ request: Request, _ context: APIContext) async throws -> Response {
        document(control.metadataDocument())
    }

    private func document(_ bytes: [UInt8]) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "application/json", .cacheControl: "public, max-age=300"],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)),
        )
    }
}
