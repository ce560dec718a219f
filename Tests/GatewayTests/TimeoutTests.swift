import Gateway
import Synchronization
import Testing

extension EndToEnd {
    struct TimeoutTests {
        @Test("A head that does not arrive whole in time is refused")
        func slowHead() async throws {
            try await withGateway(Setup(settings: { $0.timeouts.requestHead = .milliseconds(60) })) { gateway in
                let client = try gateway.client()
                client.send("GET /crm/contacts HTTP/1.1\r\nHost: ")
                #expect(client.answer()?.status == 408)
                #expect(client.untilEnd().isEmpty)
            }
        }

        @Test("A body that stops arriving is refused")
        func slowBody() async throws {
            try await withGateway(Setup(settings: { $0.timeouts.requestBody = .milliseconds(60) })) { gateway in
                let client = try gateway.client()
                client.send(gateway.request("POST", "/crm/contacts", headers: "Content-Length: 10\r\n") + "12345")
                #expect(client.answer()?.status == 408)
                #expect(client.untilEnd().isEmpty)
                #expect(gateway.upstream.received.isEmpty)
            }
        }

        @Test("A connection without requests is closed silently")
        func idle() async throws {
            try await withGateway(Setup(settings: { $0.timeouts.keepAlive = .milliseconds(60) })) { gateway in
                let client = try gateway.client()
                #expect(client.untilEnd().isEmpty)
            }
        }

        @Test("Unused connections to an upstream are closed after a while")
        func pool() async throws {
            try await withGateway(Setup(settings: { $0.timeouts.pool = .milliseconds(60) })) { gateway in
                let client = try gateway.client()
                client.send(gateway.request("GET", "/crm/contacts"))
                #expect(client.answer()?.status == 200)
                #expect(gateway.eventually { gateway.upstream.openConnections == 0 })
                client.send(gateway.request("GET", "/crm/contacts"))
                #expect(client.answer()?.status == 200)
                #expect(gateway.upstream.connections == 2)
            }
        }

        @Test("More connections than the limit are refused")
        func connections() async throws {
            try await withGateway(Setup(settings: { $0.limits.connections = 2 })) { gateway in
                let clients = try (0..<12).map { _ in try gateway.client() }
                // Two loops take two each; what is over is told so at once.
                let refused = clients.filter { client in
                    client.send(gateway.request("GET", "/crm/contacts"))
                    return client.answer()?.status == 503
                }
                #expect(refused.count >= 8)
            }
        }

        @Test("Shutting down lets a request in flight end and closes idle connections")
        func drain() async throws {
            try await withGateway { gateway in
                let idle = try gateway.client()
                idle.send(gateway.request("GET", "/crm/contacts"))
                _ = idle.answer()
                gateway.world.withLock { $0.holdsRecords = true }
                let busy = try gateway.client()
                busy.send(gateway.request("POST", "/crm/contacts", body: "hello"))
                #expect(gateway.eventually { gateway.world.withLock { $0.held.count == 1 } })
                async let stopped: Void = gateway.stop(grace: .seconds(8))
                #expect(idle.untilEnd().isEmpty)
                gateway.releaseRecords()
                let answer = try #require(busy.answer())
                #expect(answer.status == 200)
                #expect(answer.header("Connection") == "close")
                #expect(busy.untilEnd().isEmpty)
                try await stopped
                #expect(throws: (any Error).self) { try gateway.client() }
            }
        }

        @Test("Shutting down cuts what does not end in time")
        func drainCuts() async throws {
            try await withGateway(Setup(reply: { _ in .init(dripsForever: true) })) { gateway in
                let client = try gateway.client()
                client.send(gateway.request("GET", "/crm/contacts"))
                #expect(client.receive())
                async let stopped: Void = gateway.stop(grace: .milliseconds(100))
                _ = client.untilEnd()
                try await stopped
                #expect(gateway.world.withLock { $0.summaries.last?.outcome } == .broken)
            }
        }
    }
}
