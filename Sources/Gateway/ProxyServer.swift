import Dispatch
package import Logging
import NIOCore
package import NIOPosix
import NIOSSL

/// The enforcing gateway: an HTTP/1.1 reverse proxy that lets a request through when its token and the policies do.
///
/// `http://gateway/SYSTEM/path?query` with `Authorization: Bearer TOKEN` goes to `path` of the system's upstream, with the
/// system's own credential in place of the token.
package final class ProxyServer: Sendable {
    private let listener: any Channel
    private let loops: [NIOLoopBound<LoopServices>]
    private let logger: Logger

    /// Listens, and forwards from then on.
    ///
    /// - Parameters:
    ///   - settings: Where to listen and what to take.
    ///   - hooks: The rest of the program.
    ///   - group: Its loops carry the connections; stays the caller's to shut down, after ``shutDown(grace:)``.
    ///   - logger: For what operators should see.
    /// - Returns: The running gateway.
    /// - Throws: When the address cannot be listened on or the file of trusted authorities cannot be read.
    package static func start(
        _ settings: ProxySettings,
        hooks: ProxyHooks,
        group: MultiThreadedEventLoopGroup,
        logger: Logger,
    ) async throws -> ProxyServer {
        var configuration = TLSConfiguration.makeClientConfiguration()
        if let file = settings.trustedAuthorities {
            configuration.additionalTrustRoots = [.file(file)]
        }
        let tls = try NIOSSLContext(configuration: configuration)
        let rates = RequestRates()
        var loops: [NIOLoopBound<LoopServices>] = []
        for eventLoop in group.makeIterator() {
            loops.append(
                try await eventLoop.submit {
                    let services = LoopServices(
                        eventLoop: eventLoop,
                        hooks: hooks,
                        settings: settings,
                        tls: tls,
                        logger: logger,
                        rates: rates,
                    )
                    services.startTicking()
                    return NIOLoopBound(services, eventLoop: eventLoop)
                }.get()
            )
        }
        let listener = try await listen(settings, group, loops)
        logger.info("gateway listens", metadata: ["address": "\(listener.localAddress?.description ?? "")"])
        return ProxyServer(listener: listener, loops: loops, logger: logger)
    }

    private init(listener: any Channel, loops: [NIOLoopBound<LoopServices>], logger: Logger) {
        self.listener = listener
        self.loops = loops
        self.logger = logger
    }

    /// The port it listens on.
    package var port: Int { listener.localAddress?.port ?? 0 }

    /// Cuts every request in flight that the current facts do not permit; returns when none is left.
    ///
    /// To be called after each swap of the facts, before a stop is acknowledged.
    package func revalidate() async {
        for loop in loops {
            // A loop that has been shut down has no requests.
            try? await loop.eventLoop.submit { loop.value.revalidate() }.get()
        }
    }

    /// Stops listening, lets requests in flight end, and cuts those that have not after `grace`.
    package func shutDown(grace: Duration = .seconds(8)) async {
        try? await listener.close().get()
        let deadline = NIODeadline.now() + TimeAmount(grace)
        let drained = loops.map { loop in
            let cut = loop.eventLoop.scheduleTask(deadline: deadline) { loop.value.shutDown() }
            return loop.eventLoop.flatSubmit { loop.value.drain() }.always { _ in cut.cancel() }
        }
        for (loop, drained) in zip(loops, drained) {
            try? await drained.get()
            try? await loop.eventLoop.submit { loop.value.shutDown() }.get()
        }
        logger.info("gateway stopped")
    }

    private static func listen(
        _ settings: ProxySettings,
        _ group: MultiThreadedEventLoopGroup,
        _ loops: [NIOLoopBound<LoopServices>],
    ) async throws -> any Channel {
        try await ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(.writeBufferWaterMark, value: .init(low: 65_536, high: 262_144))
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    guard let loop = loops.first(where: { $0.eventLoop === channel.eventLoop }) else {
                        throw ChannelError.inappropriateOperationForState
                    }
                    try channel.pipeline.syncOperations.addHandler(ClientConnection(services: loop.value))
                }
            }
            .bind(host: settings.host, port: settings.port)
            .get()
    }
}
