import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A server on loopback that answers as a test says.
final class HTTPStub: Sendable {
    struct Request: Sendable {
        var path: String
        /// Parameters of the query, escapes resolved.
        var query: [String: String]
        var headers: HTTPHeaders
        /// How often this address was asked for before.
        var turn: Int
    }

    enum Answer: Sendable {
        case json(String)
        case status(Int, headers: [String: String] = [:], body: String = "{}")
        /// Promises the whole body, sends the first bytes of it and closes the connection.
        case cut(String, after: Int)
    }

    private let channel: any Channel
    private let log: Mutex<[Request]>

    var port: Int { channel.localAddress?.port ?? 0 }

    /// What was asked for, in order.
    var requests: [Request] { log.withLock { $0 } }

    private init(channel: any Channel, log: consuming Mutex<[Request]>) {
        self.channel = channel
        self.log = log
    }

    /// Runs `body` while the server answers.
    static func serving<Result>(
        _ answer: @escaping @Sendable (Request) -> Answer,
        _ body: (HTTPStub) async throws -> Result,
    ) async throws -> Result {
        let seen = Seen()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(Handler(seen: seen, answer: answer))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let stub = HTTPStub(channel: channel, log: Mutex([]))
        seen.stub.withLock { $0 = stub }
        do {
            let result = try await body(stub)
            try await channel.close()
            return result
        } catch {
            try? await channel.close()
            throw error
        }
    }

    fileprivate func note(_ head: HTTPRequestHead) -> Request {
        let parts = head.uri.split(separator: "?", maxSplits: 1)
        var query: [String: String] = [:]
        for pair in parts.count > 1 ? parts[1].split(separator: "&") : [] {
            let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
            query[sides[0]] = sides.count > 1 ? Self.unescaped(sides[1]) : ""
        }
        return log.withLock { log in
            let path = String(parts.first ?? "/")
            let turn = log.count { $0.path == path && $0.query == query }
            let request = Request(path: path, query: query, headers: head.headers, turn: turn)
            log.append(request)
            return request
        }
    }

    private static func unescaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

private final class Seen: Sendable {
    let stub = Mutex<HTTPStub?>(nil)
}

private final class Handler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let seen: Seen
    private let answer: @Sendable (HTTPStub.Request) -> HTTPStub.Answer
    private var head: HTTPRequestHead?

    init(seen: Seen, answer: @escaping @Sendable (HTTPStub.Request) -> HTTPStub.Answer) {
        self.seen = seen
        self.answer = answer
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): self.head = head
        case .body: break
        case .end:
            guard let head, let request = seen.stub.withLock({ $0?.note(head) }) else {
                return context.close(promise: nil)
            }
            switch answer(request) {
            case .json(let text):
                send(200, ["Content-Type": "application/json"], text, whole: text.utf8.count, context)
            case .status(let status, let headers, let body):
                send(status, headers, body, whole: body.utf8.count, context)
            case .cut(let text, let count):
                send(200, [:], String(text.prefix(count)), whole: text.utf8.count, context)
            }
        }
    }

    private func send(
        _ status: Int,
        _ headers: [String: String],
        _ body: String,
        whole: Int,
        _ context: ChannelHandlerContext,
    ) {
        var head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: status))
        for (name, value) in headers { head.headers.add(name: name, value: value) }
        head.headers.add(name: "Content-Length", value: "\(whole)")
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: body)))), promise: nil)
        guard body.utf8.count == whole else {
            context.flush()
            context.close(promise: nil)
            return
        }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
}
