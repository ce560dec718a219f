import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Synchronization

/// A real HTTP server on loopback, on NIO's own codec, that records what reaches it.
final class UpstreamServer: Sendable {
    struct Received: Sendable {
        var method: String
        var uri: String
        var headers: [(name: String, value: String)]
        var body: [UInt8]

        func header(_ name: String) -> String? {
            headers.first { $0.name.lowercased() == name.lowercased() }?.value
        }
    }

    struct Reply: Sendable {
        var status = 200
        var headers: [(String, String)] = []
        var body: [UInt8] = []
        /// Sends the body in pieces without a length.
        var chunked = false
        /// Bytes that are sent instead of all else; the connection is closed after them.
        var raw: [UInt8]?
        /// Never answers.
        var silent = false
        /// Sends one piece each so often, forever.
        var dripsForever = false
    }

    private let channel: any Channel
    private let state: State
    private let isSecure: Bool

    private final class State: Sendable {
        let received = Mutex<[Received]>([])
        let connections = Mutex(0)
        let open = Mutex(0)
    }

    static func start(
        on group: MultiThreadedEventLoopGroup,
        tls: NIOSSLContext? = nil,
        _ reply: @escaping @Sendable (Received) -> Reply,
    ) async throws -> UpstreamServer {
        let state = State()
        let channel = try await ServerBootstrap(group: group)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    state.connections.withLock { $0 += 1 }
                    state.open.withLock { $0 += 1 }
                    channel.closeFuture.whenComplete { _ in state.open.withLock { $0 -= 1 } }
                    let pipeline = channel.pipeline.syncOperations
                    if let tls { try pipeline.addHandler(NIOSSLServerHandler(context: tls)) }
                    try pipeline.addHandler(ByteToMessageHandler(HTTPRequestDecoder()))
                    try pipeline.addHandler(HTTPResponseEncoder())
                    try pipeline.addHandler(Handler(state: state, reply: reply))
                }
            }
            .bind(host: "127.0.0.1", port: 0)
            .get()
        return UpstreamServer(channel: channel, state: state, isSecure: tls != nil)
    }

    private init(channel: any Channel, state: State, isSecure: Bool) {
        self.channel = channel
        self.state = state
        self.isSecure = isSecure
    }

    var port: Int { channel.localAddress?.port ?? 0 }
    var address: String { isSecure ? "https://localhost:\(port)" : "http://127.0.0.1:\(port)" }
    var received: [Received] { state.received.withLock { $0 } }
    /// Connections ever made to it, and those still open.
    var connections: Int { state.connections.withLock { $0 } }
    var openConnections: Int { state.open.withLock { $0 } }

    func stop() async throws { try await channel.close().get() }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart

        private let state: State
        private let reply: @Sendable (Received) -> Reply
        private var current: Received?

        init(state: State, reply: @escaping @Sendable (Received) -> Reply) {
            self.state = state
            self.reply = reply
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .head(let head):
                current = Received(
                    method: head.method.rawValue,
                    uri: head.uri,
                    headers: head.headers.map { ($0.name, $0.value) },
                    body: [],
                )
            case .body(let part): current?.body += Array(part.readableBytesView)
            case .end:
                guard let received = current else { return }
                current = nil
                state.received.withLock { $0.append(received) }
                send(reply(received), context)
            }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            context.close(promise: nil)
        }

        private func send(_ reply: Reply, _ context: ChannelHandlerContext) {
            if reply.silent { return }
            if let raw = reply.raw {
                let encoder = try? context.pipeline.syncOperations.context(handlerType: HTTPResponseEncoder.self)
                encoder?.writeAndFlush(NIOAny(IOData.byteBuffer(ByteBuffer(bytes: raw))), promise: nil)
                context.close(promise: nil)
                return
            }
            var headers = HTTPHeaders(reply.headers.map { ($0.0, $0.1) })
            if !reply.chunked, !reply.dripsForever, reply.status != 204, reply.status != 304,
                !headers.contains(name: "Content-Length")
            {
                headers.add(name: "Content-Length", value: String(reply.body.count))
            }
            let head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: reply.status), headers: headers)
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            if reply.dripsForever {
                drip(context)
                return
            }
            for start in stride(from: 0, to: reply.body.count, by: 65_521) {
                let part = reply.body[start..<min(start + 65_521, reply.body.count)]
                context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: part)))), promise: nil)
            }
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }

        private func drip(_ context: ChannelHandlerContext) {
            guard context.channel.isActive else { return }
            context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: "drop\n")))), promise: nil)
            context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(5)) { [self] in drip(context) }
        }
    }
}
