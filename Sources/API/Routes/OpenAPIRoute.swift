import Hummingbird
import Wire

/// Serves the description of the other routes.
struct OpenAPIRoute: Sendable {
    let route: APIRoute

    init(_ routes: [APIRoute]) {
        route = APIRoute(
            .get,
            Paths.description,
            "This description (OpenAPI 3.1).",
            open: true,
            answer: .document("application/json"),
        ) { _, _ in
            Response(
                status: .ok,
                headers: [.contentType: "application/json", .cacheControl: "no-store"],
                body: .init(byteBuffer: ByteBuffer(bytes: try OpenAPIDocument(routes).json)),
            )
        }
    }
}
