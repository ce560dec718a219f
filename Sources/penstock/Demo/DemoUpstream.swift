import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// The systems of the demo estate: one HTTP server on loopback that answers for all of them.
///
/// It tells each caller what arrived, with the credential it got masked, so that one sees what the gateway put in.
struct DemoUpstream: Sendable {
    /// `http://127.0.0.1:PORT`.
    let address: String
    private let running: Task<Void, any Error>

    static func start(logger: Logger) async throws -> DemoUpstream {
        let router = Router()
        for method in [HTTPRequest.Method.get, .post, .put, .patch, .delete] {
            router.on("**", method: method) { request, _ -> Response in
                let body = try await request.body.collect(upTo: 1024 * 1024)
                let arrived = Arrived(
                    method: request.method.rawValue,
                    path: request.uri.path,
                    credential: request.headers[.authorization].map(masked) ?? "none",
                    bytes: body.readableBytes,
                )
                return try arrived.response()
            }
        }
        var quiet = logger
        quiet.logLevel = .error
        let (ports, port) = AsyncStream<Int>.makeStream()
        let application = Application(
            router: router,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0), serverName: "demo"),
            onServerRunning: { channel in
                port.yield(channel.localAddress?.port ?? 0)
                port.finish()
            },
            logger: quiet,
        )
        let running = Task {
            defer { port.finish() }
            try await application.run()
        }
        for await number in ports { return DemoUpstream(address: "http://127.0.0.1:\(number)", running: running) }
        try await running.value
        throw CancellationError()
    }

    func stop() async {
        running.cancel()
        _ = try? await running.value
    }

    private static func masked(_ header: String) -> String {
        let scheme = header.split(separator: " ").first ?? ""
        return "\(scheme) … (\(header.utf8.count) bytes)"
    }

    private struct Arrived: Encodable {
        var method: String
        var path: String
        var credential: String
        var bytes: Int

        func response() throws -> Response {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            let bytes = Array(try encoder.encode(self)) + Array("\n".utf8)
            return Response(
                status: .ok,
                headers: [.contentType: "application/json"],
                body: .init(byteBuffer: ByteBuffer(bytes: bytes)),
            )
        }
    }
}
