import Decisions
import Domain
import Gateway
import Synchronization
import Testing

extension EndToEnd {
    struct StopTests {
        @Test("A stop cuts an answer in the middle and refuses the next request")
        func streaming() async throws {
            try await withGateway(Setup(reply: { _ in .init(dripsForever: true) })) { gateway in
                let client = try gateway.client()
                client.send(gateway.request("GET", "/crm/contacts"))
                while !client.text.contains("drop") { #expect(client.receive()) }
                gateway.swap { $0.identities[0].state = .suspended }
                await gateway.revalidate()
                #expect(!client.untilEnd().hasSuffix("0\r\n\r\n"))
                #expect(gateway.world.withLock { $0.summaries.last?.outcome } == .cut)
                #expect(gateway.world.withLock { $0.soon.last?.enforcement } == .refuse)
                #expect(gateway.eventually { gateway.upstream.openConnections == 0 })

                let next = try gateway.client()
                next.send(gateway.request("GET", "/crm/contacts"))
                #expect(next.answer()?.status == 403)
            }
        }

        @Test("The next piece of a body after a stop is not forwarded, even before anybody tells the gateway")
        func upload() async throws {
            try await withGateway(Setup(settings: { $0.timeouts.tick = .hours(1) })) { gateway in
                let client = try gateway.client()
                client.send(gateway.request("POST", "/crm/contacts", headers: "Content-Length: 10\r\n") + "12345")
                #expect(gateway.eventually { gateway.upstream.connections == 1 })
                gateway.swap { $0.identities[0].state = .suspended }
                client.send("67890")
                #expect(client.answer()?.status == 403)
                #expect(client.untilEnd().isEmpty)
                #expect(gateway.upstream.received.isEmpty)
            }
        }

        @Test("A request that waits for its record when the stop comes is never forwarded")
        func waiting() async throws {
            try await withGateway { gateway in
                gateway.world.withLock { $0.holdsRecords = true }
                let client = try gateway.client()
                client.send(gateway.request("POST", "/crm/contacts", body: "hello"))
                #expect(gateway.eventually { gateway.world.withLock { $0.held.count == 1 } })
                gateway.swap { $0.identities[0].state = .suspended }
                gateway.releaseRecords()
                #expect(client.answer()?.status == 403)
                #expect(gateway.upstream.received.isEmpty)
            }
        }

        @Test("A revoked lease or grant cuts what runs on it; an unrelated change does not")
        func revoked() async throws {
            try await withGateway(Setup(reply: { _ in .init(dripsForever: true) })) { gateway in
                let first = try gateway.client()
                first.send(gateway.request("GET", "/crm/contacts"))
                #expect(first.receive())
                gateway.swap { $0.grants.removeAll { $0.action == .write } }
                await gateway.revalidate()
                #expect(first.receive())
                gateway.swap { $0.grants = [] }
                await gateway.revalidate()
                _ = first.untilEnd()
                #expect(gateway.world.withLock { $0.summaries.last?.outcome } == .cut)
            }
            try await withGateway(Setup(reply: { _ in .init(dripsForever: true) })) { gateway in
                let client = try gateway.client()
                client.send(gateway.request("GET", "/crm/contacts"))
                #expect(client.receive())
                gateway.world.withLock { world in
                    world.tokens = [:]
                    world.refusals[gateway.token] = TokenRefusal(.expired, detail: "ended", lease: gateway.lease)
                }
                await gateway.revalidate()
                // The end of a token ends no request that began before.
                #expect(client.receive())
                gateway.world.withLock { world in
                    world.refusals[gateway.token] = TokenRefusal(.revoked, detail: "taken back", lease: gateway.lease)
                }
                await gateway.revalidate()
                _ = client.untilEnd()
                #expect(gateway.world.withLock { $0.summaries.last?.outcome } == .cut)
            }
        }

        @Test("A node that loses its hold on the facts cuts what is in flight")
        func factsLost() async throws {
            try await withGateway(Setup(reply: { _ in .init(dripsForever: true) })) { gateway in
                let client = try gateway.client()
                client.send(gateway.request("GET", "/crm/contacts"))
                #expect(client.receive())
                gateway.world.withLock { $0.snapshot = nil }
                _ = client.untilEnd()
                #expect(gateway.world.withLock { $0.summaries.last?.outcome } == .cut)
            }
        }

        @Test(
            "G10: what is said of a system or a source lets pass and records what would be refused, until it ends",
            arguments: [LevelSetting.Subject.Kind.system, .source]
        )
        func said(of kind: LevelSetting.Subject.Kind) async throws {
            try await withGateway(Setup()) { gateway in
                let client = try gateway.client()
                func setting(_ level: Identity.Level, ends: Duration) -> LevelSetting {
                    let now = GatewayFixture.now
                    return LevelSetting(
                        LevelSetting.Subject(kind, kind == .system ? "crm" : "src_shop"),
                        level,
                        until: now + ends,
                        reason: "rollout",
                        setBy: "sina",
                        set: now,
                    )
                }
                gateway.swap { $0.identities[0].source = ID("src_shop") }
                for level in [Identity.Level.observe, .warn] {
                    gateway.swap { $0.levels = [setting(level, ends: .minutes(1))] }
                    client.send(gateway.request("GET", "/crm/secret"))
                    let answer = try #require(client.answer())
                    #expect(answer.status == 200)
                    #expect(answer.header("X-Penstock-Warning") == (level == .warn ? "no-permit" : nil))
                    let record = try #require(gateway.world.withLock { $0.soon.last })
                    #expect(record.decision?.verdict == .noPermit)
                    #expect(record.enforcement.rawValue == level.rawValue)
                }
                gateway.swap { $0.levels = [setting(.observe, ends: .zero)] }
                client.send(gateway.request("GET", "/crm/secret"))
                #expect(client.answer()?.status == 403)
            }
        }

        @Test("At level observe or warn a refusal is recorded and forwarded, but never for a stopped identity")
        func levels() async throws {
            for level in [Identity.Level.observe, .warn] {
                try await withGateway(Setup(level: level)) { gateway in
                    let client = try gateway.client()
                    client.send(gateway.request("GET", "/crm/secret"))
                    let answer = try #require(client.answer())
                    #expect(answer.status == 200)
                    #expect(answer.header("X-Penstock-Warning") == (level == .warn ? "no-permit" : nil))
                    let record = try #require(gateway.world.withLock { $0.soon.first })
                    #expect(record.decision?.verdict == .noPermit)
                    #expect(record.enforcement.rawValue == level.rawValue)
                    client.send(gateway.request("POST", "/crm/secret", body: "x"))
                    #expect(client.answer()?.status == 200)
                    #expect(gateway.world.withLock { $0.durable.count } == 1)
                    gateway.swap { $0.identities[0].state = .suspended }
                    client.send(gateway.request("GET", "/crm/contacts"))
                    #expect(client.answer()?.status == 403)
                }
            }
        }
    }
}
