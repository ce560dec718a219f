import Decisions
import Domain
import Foundation
import Gateway
import Logging
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization
import Testing

/// A running gateway in front of one upstream, with everything behind its hooks held in memory.
final class GatewayFixture: Sendable {
    static let now = Instant(seconds: 1_790_000_000)

    struct World: Sendable {
        var facts: Facts
        var snapshot: Snapshot?
        var tokens: [String: Caller] = [:]
        var refusals: [String: TokenRefusal] = [:]
        var credential: Secret? = Secret("upstream-value")
        var durable: [AccessRecord] = []
        var soon: [AccessRecord] = []
        var summaries: [ExchangeSummary] = []
        var recordsAreDurable = true
        /// Durable records wait until ``GatewayFixture/releaseRecords()``.
        var holdsRecords = false
        var held: [@Sendable (Bool) -> Void] = []
    }

    let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
    let world: Mutex<World>
    let upstream: UpstreamServer
    let server: Mutex<ProxyServer?> = Mutex(nil)
    /// Cannot be one of a real installation: made anew for each fixture.
    let token = "test-" + UUID().uuidString
    let identity: ID<Identity>
    let lease: ID<Lease>

    init(_ setup: Setup) async throws {
        upstream = try await UpstreamServer.start(on: group, tls: setup.tls, setup.reply)
        var identity = Identity(
            id: try #require(ID("idn_sync")),
            kind: .workflow,
            name: "sync",
            state: .active,
            classification: Classification(.changeCapable, reasons: []),
            firstSeen: Self.now,
        )
        identity.environment = "production"
        identity.owner = ID("usr_owner")
        identity.expires = Self.now + .days(90)
        identity.renewal = Self.now + .days(30)
        identity.level = setup.level
        var system = Domain.System(
            name: "crm",
            title: "CRM",
            environment: "production",
            upstream: upstream.address,
            injection: .bearer,
            adminPaths: ["/settings"],
        )
        setup.system(&system)
        self.identity = identity.id
        lease = try #require(ID("lse_one"))
        let grants = try [ActionClass.read, .write].map { action in
            Grant(
                id: try #require(ID("grt_\(action.rawValue)")),
                identity: identity.id,
                action: action,
                resource: try #require(ResourcePath("crm/contacts")),
                begins: Self.now - .days(1),
                ends: Self.now + .days(1),
                grantedBy: "usr_owner",
            )
        }
        let owner = User(id: try #require(ID("usr_owner")), email: "owner@example.com", name: "Owner")
        let facts = Facts(version: 1, identities: [identity], grants: grants, systems: [system], users: [owner])
        world = Mutex(World(facts: facts, snapshot: Snapshot(facts)))
        let caller = Caller(
            identity: identity.id,
            lease: lease,
            task: "run-7",
            issued: Self.now - .seconds(30),
            expires: Self.now + .minutes(10),
            originalCaller: "alice@example.com",
            delegation: ["idn_first"],
        )
        world.withLock { [token] in $0.tokens[token] = caller }
        var settings = ProxySettings(port: 0)
        settings.timeouts.tick = .milliseconds(20)
        setup.settings(&settings)
        let server = try await ProxyServer.start(
            settings,
            hooks: hooks(),
            group: group,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
        )
        self.server.withLock { $0 = server }
    }

    var port: Int { server.withLock { $0?.port ?? 0 } }

    func client() throws -> RawClient { try RawClient(port: port) }

    /// A request with the good token; further header lines end with CRLF.
    func request(_ method: String, _ target: String, headers: String = "", body: String = "") -> String {
        let length = body.isEmpty ? "" : "Content-Length: \(body.utf8.count)\r\n"
        return
            "\(method) \(target) HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer \(token)\r\n\(length)\(headers)\r\n"
            + body
    }

    /// Puts other facts in place, as a new version, without telling the gateway.
    func swap(_ change: (inout Facts) -> Void) {
        world.withLock { world in
            change(&world.facts)
            world.facts.version += 1
            world.snapshot = Snapshot(world.facts)
        }
    }

    func releaseRecords() {
        let held = world.withLock { world in
            defer { world.held = [] }
            return world.held
        }
        for done in held { done(true) }
    }

    /// Waits, at most ten seconds, until something becomes true.
    func eventually(_ condition: () -> Bool) -> Bool {
        for _ in 0..<2000 {
            if condition() { return true }
            usleep(5000)
        }
        return false
    }

    /// A number, once it has not changed for a tenth of a second.
    func eventuallySteady(_ number: () -> Int) -> Int {
        var last = number()
        while true {
            usleep(100_000)
            let next = number()
            if next == last { return next }
            last = next
        }
    }

    func revalidate() async {
        let server = server.withLock { $0 }
        await server?.revalidate()
    }

    func stop(grace: Duration = .seconds(1)) async throws {
        let server = server.withLock { server in
            defer { server = nil }
            return server
        }
        guard let server else { return }
        await server.shutDown(grace: grace)
        try await upstream.stop()
        try await group.shutdownGracefully()
    }

    private func hooks() -> ProxyHooks {
        ProxyHooks(
            verify: { [self] token in
                world.withLock { world in
                    if let caller = world.tokens[token] { return .success(caller) }
                    return .failure(world.refusals[token] ?? TokenRefusal(.invalid, detail: "not a token of ours"))
                }
            },
            facts: { [self] in world.withLock { $0.snapshot } },
            credential: { [self] _ in world.withLock { $0.credential } },
            recordDurably: { [self] record, done in
                let answer: Bool? = world.withLock { world in
                    if world.holdsRecords {
                        world.held.append { isDurable in
                            self.world.withLock { $0.durable.append(record) }
                            done(isDurable)
                        }
                        return nil
                    }
                    if world.recordsAreDurable { world.durable.append(record) }
                    return world.recordsAreDurable
                }
                if let answer { done(answer) }
            },
            recordSoon: { [self] record in world.withLock { $0.soon.append(record) } },
            finished: { [self] summary in world.withLock { $0.summaries.append(summary) } },
            clock: { Self.now },
        )
    }
}

/// What is different about one test's gateway.
struct Setup: Sendable {
    var settings: @Sendable (inout ProxySettings) -> Void = { _ in }
    var system: @Sendable (inout Domain.System) -> Void = { _ in }
    var level = Identity.Level.enforce
    /// Makes the upstream one of `https://localhost`.
    var tls: NIOSSLContext?
    var reply: @Sendable (UpstreamServer.Received) -> UpstreamServer.Reply = { _ in .init() }
}

/// Runs `body` with a gateway of its own.
func withGateway(_ setup: Setup = Setup(), _ body: (GatewayFixture) async throws -> Void) async throws {
    let gateway = try await GatewayFixture(setup)
    do {
        try await body(gateway)
    } catch {
        try await gateway.stop()
        throw error
    }
    try await gateway.stop()
}
