package import ControlPlane
package import Hummingbird
package import NIOCore

/// One request to the API, with whoever asks.
package struct APIContext: RequestContext, RemoteAddressRequestContext {
    package var coreContext: CoreRequestContextStorage
    package let remoteAddress: SocketAddress?
    package var caller: Caller?

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
    }

    /// The peer's address without its port; nil on a Unix socket.
    package var remote: String? { remoteAddress?.ipAddress }

    /// - Throws: 401 when nobody was recognised.
    func required() throws -> Caller {
        guard let caller else { throw APIProblem.unauthenticated }
        return caller
    }
}
