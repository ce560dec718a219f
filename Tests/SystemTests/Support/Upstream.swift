import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Synchronization

/// A real HTTP server that remembers what reached it.
final class Upstream: Sendable {
    struct Seen: Sendable, Equatable {
        var method: String
        var path: String
        var authorization: String?
        var body: String
        /// The headers of a signed notification, by lower-case name.
        var webhook: [String: String] = [:]
    }

    let port: Int
    private let seen: SeenList
    private let running: Task<Void, any Error>

    var requests: [Seen] { seen.all }

    static func start() async throws -> Upstream {
        let seen = SeenList()
        let router = Router()
        for method in [HTTPRequest.Method.get, .post, .put, .delete] {
            router.on("**", method: method) { request, _ -> String in
                let body = try await request.body.collect(upTo: 1024 * 1024)
                seen.add(
                    Seen(
                        method: request.method.rawValue,
                        path: request.uri.path,
                        authorization: request.headers[.authorization],
                        body: String(buffer: body),
                        webhook: Dictionary(
                            request.headers.filter { $0.name.canonicalName.hasPrefix("webhook-") }
                                .map { ($0.name.canonicalName, $0.value) }
                        ) { first, _ in first },
                    )
                )
                return "hello from upstream"
            }
        }
        let (ports, port) = AsyncStream<Int>.makeStream()
        let application = Application(
            router: router,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in
                port.yield(channel.localAddress?.port ?? 0)
                port.finish()
            },
            logger: Logger(label: "upstream") { _ in SwiftLogNoOpLogHandler() },
        )
        let running = Task {
            defer { port.finish() }
            try await application.run()
        }
        for await number in ports { return Upstream(port: number, seen: seen, running: running) }
        try await running.value
        throw CancellationError()
    }

    private init(port: Int, seen: SeenList, running: Task<Void, any Error>) {
        self.port = port
        self.seen = seen
        self.running = running
    }

    func stop() async {
        running.cancel()
        _ = try? await running.value
    }
}

private final class SeenList: Sendable {
    private let list = Mutex<[Upstream.Seen]>([])

    func add(_ seen: Upstream.Seen) { list.withLock { $0.append(seen) } }

    var all: [Upstream.Seen] { list.withLock { $0 } }
}
