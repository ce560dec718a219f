import NIOCore
import NIOPosix

/// Passes bytes between a client and a server on loopback, and cuts the connection after some of the server's.
final class CuttingProxy: Sendable {
    let port: Int
    private let channel: any Channel

    /// - Parameters:
    ///   - target: The server's port.
    ///   - limit: Bytes of the server's that are passed on; nil for all.
    /// - Throws: When no port is free.
    init(to target: Int, limit: Int?) async throws {
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelOption(.allowRemoteHalfClosure, value: false)
            .childChannelInitializer { client in
                ClientBootstrap(group: client.eventLoop).connect(host: "127.0.0.1", port: target).flatMapThrowing {
                    server in
                    try client.pipeline.syncOperations.addHandler(Pass(to: server, limit: nil))
                    try server.pipeline.syncOperations.addHandler(Pass(to: client, limit: limit))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        port = channel.localAddress?.port ?? 0
    }

    func close() async { try? await channel.close() }
}

private final class Pass: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let other: any Channel
    private var left: Int?

    init(to other: any Channel, limit: Int?) {
        self.other = other
        left = limit
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var buffer = unwrapInboundIn(data)
        guard let limit = left else {
            other.writeAndFlush(buffer, promise: nil)
            return
        }
        let passed = buffer.readSlice(length: min(limit, buffer.readableBytes)) ?? ByteBuffer()
        left = limit - passed.readableBytes
        let isOver = left == 0
        let other = other
        other.writeAndFlush(passed).whenComplete { _ in
            if isOver { other.close(promise: nil) }
        }
        if isOver { context.close(promise: nil) }
    }

    func channelInactive(context: ChannelHandlerContext) { other.close(promise: nil) }
}
