import Decisions
import Domain
import Logging
import NIOCore
import NIOSSL

/// What the connections of one event loop share.
///
/// Nothing in it but the rates is touched from another thread.
final class LoopServices {
    let eventLoop: any EventLoop
    let hooks: ProxyHooks
    let settings: ProxySettings
    let tls: NIOSSLContext
    let logger: Logger
    /// Shared with the other loops.
    let rates: RequestRates
    var routes = RouteTable()
    /// The time of the last tick: good enough for timeouts, and free.
    private(set) var now = NIODeadline.now()
    private(set) var isDraining = false
    private(set) lazy var pool = UpstreamPool(self)

    private var clients: [ObjectIdentifier: ClientConnection] = [:]
    private var ticker: RepeatedTask?
    private var drained: EventLoopPromise<Void>?
    private var lastSerial: UInt64 = 0

    init(
        eventLoop: any EventLoop,
        hooks: ProxyHooks,
        settings: ProxySettings,
        tls: NIOSSLContext,
        logger: Logger,
        rates: RequestRates,
    ) {
        self.eventLoop = eventLoop
        self.hooks = hooks
        self.settings = settings
        self.tls = tls
        self.logger = logger
        self.rates = rates
    }

    func startTicking() {
        let interval = TimeAmount(settings.timeouts.tick)
        let bound = NIOLoopBound(self, eventLoop: eventLoop)
        ticker = eventLoop.scheduleRepeatedTask(initialDelay: interval, delay: interval) { _ in bound.value.tick() }
    }

    func nextSerial() -> UInt64 {
        lastSerial += 1
        return lastSerial
    }

    /// - Returns: False when there are too many.
    func add(_ client: ClientConnection) -> Bool {
        clients[ObjectIdentifier(client)] = client
        return clients.count <= settings.limits.connections
    }

    func remove(_ client: ClientConnection) {
        clients[ObjectIdentifier(client)] = nil
        if clients.isEmpty { drained?.succeed() }
    }

    /// Cuts every request that is not permitted any more.
    func revalidate() {
        for client in Array(clients.values) { client.revalidate(force: true) }
    }

    /// Lets requests in flight end and takes no others.
    ///
    /// - Returns: Fulfilled when the last client is gone.
    func drain() -> EventLoopFuture<Void> {
        isDraining = true
        pool.closeAll()
        let promise = drained ?? eventLoop.makePromise(of: Void.self)
        drained = promise
        if clients.isEmpty { promise.succeed() }
        for client in Array(clients.values) { client.drain() }
        return promise.futureResult
    }

    /// Ends whatever is left.
    func shutDown() {
        isDraining = true
        ticker?.cancel()
        ticker = nil
        for client in Array(clients.values) { client.abort(.broken) }
        pool.closeAll()
        if clients.isEmpty { drained?.succeed() }
    }

    private func tick() {
        now = .now()
        for client in Array(clients.values) { client.tick() }
        pool.tick()
    }
}
