import Logging
import NIOCore
import NIOPosix
import NIOSSL

/// The connections of one event loop to upstreams that wait for their next request.
final class UpstreamPool {
    private unowned let services: LoopServices
    private var unused: [UpstreamAddress: [UpstreamConnection]] = [:]

    init(_ services: LoopServices) {
        self.services = services
    }

    /// The connection that was used last, or nil when none is unused.
    func take(_ address: UpstreamAddress) -> UpstreamConnection? {
        unused[address]?.popLast()
    }

    func give(_ connection: UpstreamConnection) {
        guard !services.isDraining, unused[connection.address, default: []].count < services.settings.limits.pooled
        else {
            connection.abandon()
            return
        }
        connection.idleSince = services.now
        unused[connection.address, default: []].append(connection)
    }

    func remove(_ connection: UpstreamConnection) {
        unused[connection.address]?.removeAll { $0 === connection }
    }

    /// Ends the connections that were not used for too long.
    func tick() {
        let limit = services.now - TimeAmount(services.settings.timeouts.pool)
        for (address, connections) in unused where connections.contains(where: { $0.idleSince < limit }) {
            unused[address] = connections.filter { $0.idleSince >= limit }
            for connection in connections where connection.idleSince < limit { connection.abandon() }
        }
    }

    func closeAll() {
        let all = unused.values.joined()
        unused.removeAll()
        for connection in all { connection.abandon() }
    }

    /// Makes a new connection; for `https` the certificate is checked before anything is sent.
    func connect(
        _ address: UpstreamAddress,
        _ done: @escaping (Result<UpstreamConnection, UpstreamFault>) -> Void,
    ) {
        let connection = UpstreamConnection(to: address, services: services)
        let bound = NIOLoopBound(connection, eventLoop: services.eventLoop)
        let tls = services.tls
        let logger = services.logger
        ClientBootstrap(group: services.eventLoop)
            .connectTimeout(TimeAmount(services.settings.timeouts.connect))
            .channelOption(.socketOption(.so_keepalive), value: 1)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelOption(.writeBufferWaterMark, value: .init(low: 65_536, high: 262_144))
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    if address.isSecure {
                        let name = address.isNumeric ? nil : address.host
                        try pipeline.addHandler(NIOSSLClientHandler(context: tls, serverHostname: name))
                    }
                    try pipeline.addHandler(bound.value)
                }
            }
            .connect(host: address.host, port: address.port)
            .assumeIsolated()
            .whenComplete { result in
                switch result {
                case .success: done(.success(connection))
                case .failure(let error):
                    logger.debug("no connection", metadata: ["upstream": "\(address.origin)", "error": "\(error)"])
                    done(.failure(Self.isTimeout(error) ? .timeout : .unreachable))
                }
            }
    }

    private static func isTimeout(_ error: any Error) -> Bool {
        if case ChannelError.connectTimeout? = error as? ChannelError { return true }
        guard let error = error as? NIOConnectionError else { return false }
        return error.connectionErrors.contains { isTimeout($0.error) }
    }
}
