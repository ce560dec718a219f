import API
import Audit
import CLI
import Console
import ControlPlane
import Domain
import Foundation
import Gateway
import Hummingbird
import Logging
import NIOPosix
import SQLEngine
import Sealing
import ServiceLifecycle
import Tokens
import UnixSignals

/// `penstock serve`: console, API, gateway, recorder and checkpoints in one process.
struct Server: Sendable {
    let order: ServeOrder
    let store: OpenStore
    let logger: Logger

    static func run(_ order: ServeOrder) async throws {
        LoggingSystem.bootstrap { JSONLogHandler(label: $0) }
        let logger = Logger(label: "penstock")
        // Commands find this server by a file in its data folder, wherever the store is.
        try Storage.makeFolder(order.choice.data)
        let store = try await Storage(order.choice).open(now: SystemClock.now())
        do {
            try await Server(order: order, store: store, logger: logger).serve()
        } catch {
            await store.database.close()
            throw error
        }
        await store.database.close()
    }

    private func serve() async throws {
        let steady = try await SteadyClock.load(SystemClock.now, from: store.database)
        let clock: @Sendable () -> Instant = { steady.now }
        let listen = try ListenAddress(order.listen, option: "--listen")
        let gatewayAddress = try ListenAddress(order.gateway, option: "--gateway")
        let world = try await World.load(from: store.database, vault: store.vault, now: clock())
        let operatorToken = RandomToken()
        var control = ControlPlane(
            database: store.database,
            world: world,
            vault: store.vault,
            keys: store.keys,
            settings: ControlPlane.Settings(
                issuer: order.issuer ?? "http://\(listen)",
                gateway: "http://\(gatewayAddress)",
                operatorDigest: operatorToken.digest,
            ),
            now: clock,
        )
        control.sendOut = WebhookSender.send
        let node = "\(ProcessInfo.processInfo.hostName)-\(getpid())-\(store.keys.installation.suffix(6))"
        let lease = NodeLease(
            id: node,
            name: ProcessInfo.processInfo.hostName,
            world: world,
            database: store.database,
            vault: store.vault,
            now: clock,
        )
        try await lease.renew()
        let demo = try await holding(lease) {
            try await order.demo.flatMap { try Demo(folder: $0) }?.start(control, logger: logger)
        }
        let recorder = GroupCommit(database: store.database, logger: logger, clock: clock)
        let proxy = try await startGateway(gatewayAddress, control, recorder)
        world.onSwap { _ in await proxy.revalidate() }
        let web = try await website(listen, control, gateway: proxy.port, operatorToken, demo)
        let checkpointer = Checkpointer(database: store.database, signer: store.keys.log, now: clock) { [logger] in
            logger.error("no checkpoint could be made", metadata: ["cause": "\($0)"])
        }
        let housekeeping = Housekeeping(database: store.database, control: control, logger: logger, clock: clock)
        await PendingRecords(data: order.choice.data, control: control, logger: logger).take()
        let scheduler = Scheduler(control: control, clock: steady, node: node, logger: logger)
        // Ended in the opposite order: no new requests first, the lease on the world last.
        var services: [any Service] = [
            Work.untilCancelled { [logger] in
                await lease.run { logger.error("the lease was not renewed", metadata: ["cause": "\($0)"]) }
            },
            Work.untilCancelled { await checkpointer.run() },
            Work.untilCancelled { await housekeeping.run() },
            Work.untilCancelled { await scheduler.run() },
            Work.until(ended: { recorder.close() }, run: { await recorder.run() }),
            Work {
                try? await gracefulShutdown()
                await proxy.shutDown(grace: .seconds(6))
            },
        ]
        if let demo { services.append(demo) }
        services.append(web)
        defer { OperatorFile.remove(in: order.choice.data) }
        var group = ServiceGroupConfiguration(
            services: services,
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger,
        )
        group.maximumGracefulShutdownDuration = .seconds(9)
        try await ServiceGroup(configuration: group).run()
    }

    /// Runs `body` while the lease is renewed, so that what takes long before the services run does not lose it.
    private func holding<Result: Sendable>(
        _ lease: NodeLease,
        _ body: () async throws -> Result,
    ) async throws -> Result {
        let result = try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { [logger] in
                await lease.run { logger.error("the lease was not renewed", metadata: ["cause": "\($0)"]) }
            }
            defer { group.cancelAll() }
            return try await body()
        }
        try await lease.renew()
        return result
    }

    private func startGateway(
        _ address: ListenAddress,
        _ control: ControlPlane,
        _ recorder: GroupCommit,
    ) async throws -> ProxyServer {
        let verifier = AccessTokenVerifier(
            issuer: control.settings.issuer,
            audience: control.settings.audience,
            keys: control.keys.keySet,
        )
        do {
            return try await ProxyServer.start(
                ProxySettings(host: address.host, port: address.port),
                hooks: ProxyHooks(
                    world: control.world,
                    tokens: VerifiedTokenCache(verifier),
                    recorder: recorder,
                    clock: control.now,
                ),
                group: MultiThreadedEventLoopGroup.singleton,
                logger: logger,
            )
        } catch {
            throw CommandFailure("the gateway cannot listen on \(address): \(error); choose another with --gateway")
        }
    }

    private func website(
        _ address: ListenAddress,
        _ control: ControlPlane,
        gateway: Int,
        _ operatorToken: RandomToken,
        _ demo: RunningDemo?,
    ) async throws -> Application<RouterResponder<APIContext>> {
        let router = Router(context: APIContext.self)
        APIRoutes(control, operatorName: NSUserName()).add(to: router)
        let issuer = control.settings.issuer
        try Console(control, version: Penstock.version, secure: issuer.hasPrefix("https://")).addRoutes(to: router)
        var quiet = logger
        quiet.logLevel = .warning
        let (data, logger) = (order.choice.data, logger)
        return Application(
            router: router,
            configuration: ApplicationConfiguration(
                address: .hostname(address.host, port: address.port),
                serverName: "penstock",
            ),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? address.port
                let reached = ListenAddress(host: address.host, port: port)
                let token = operatorToken.text.withBytes { String(decoding: $0, as: UTF8.self) }
                do {
                    try OperatorFile(address: "http://\(reached)", token: token, process: getpid()).write(in: data)
                } catch {
                    logger.error("commands cannot find this server", metadata: ["cause": "\(error)"])
                }
                await Greeting.print(control, console: reached, gateway: gateway, demo: demo)
            },
            logger: quiet,
        )
    }
}
