import Decisions
import Domain
import Gateway
import Synchronization
import Testing

extension EndToEnd {
    struct RecordTests {
        @Test("A write is forwarded only after its record is durable")
        func order() async throws {
            try await withGateway { gateway in
                gateway.world.withLock { $0.holdsRecords = true }
                let client = try gateway.client()
                client.send(gateway.request("POST", "/crm/contacts", body: "hello"))
                #expect(gateway.eventually { gateway.world.withLock { $0.held.count == 1 } })
                #expect(gateway.upstream.received.isEmpty)
                #expect(gateway.upstream.connections == 0)
                gateway.releaseRecords()
                #expect(client.answer()?.status == 200)
                let record = try #require(gateway.world.withLock { $0.durable.first })
                #expect(record.action == .write)
                #expect(record.method == "POST")
                #expect(record.resource?.description == "crm/contacts")
                #expect(record.identity == gateway.identity)
                #expect(record.lease == gateway.lease)
                #expect(record.task == "run-7")
                #expect(record.enforcement == .allow)
                #expect(gateway.upstream.received.first?.body == Array("hello".utf8))
            }
        }

        @Test("A write whose record cannot be stored is refused")
        func notDurable() async throws {
            try await withGateway { gateway in
                gateway.world.withLock { $0.recordsAreDurable = false }
                let client = try gateway.client()
                client.send(gateway.request("POST", "/crm/contacts", body: "hello"))
                let answer = try #require(client.answer())
                #expect(answer.status == 503)
                #expect(answer.text.contains("urn:penstock:problem:record-unavailable"))
                client.send(gateway.request("GET", "/crm/contacts"))
                #expect(client.answer()?.status == 200)
                #expect(gateway.upstream.received.map(\.method) == ["GET"])
            }
        }

        @Test("A write whose record is not durable in time is refused, and a late record forwards nothing")
        func late() async throws {
            try await withGateway(Setup(settings: { $0.timeouts.record = .milliseconds(60) })) { gateway in
                gateway.world.withLock { $0.holdsRecords = true }
                let client = try gateway.client()
                client.send(gateway.request("POST", "/crm/contacts", body: "hello"))
                #expect(client.answer()?.text.contains("urn:penstock:problem:record-unavailable") == true)
                gateway.releaseRecords()
                client.send(gateway.request("GET", "/crm/contacts"))
                #expect(client.answer()?.status == 200)
                #expect(gateway.upstream.received.map(\.method) == ["GET"])
            }
        }

        @Test("A read is handed to the grouped recorder and does not wait")
        func read() async throws {
            try await withGateway { gateway in
                gateway.world.withLock { $0.holdsRecords = true }
                let client = try gateway.client()
                client.send(gateway.request("GET", "/crm/contacts/1?secret=x"))
                #expect(client.answer()?.status == 200)
                let records = gateway.world.withLock { $0.soon }
                #expect(records.map(\.path) == ["/contacts/1"])
                #expect(gateway.world.withLock { $0.held.isEmpty })
            }
        }

        @Test("Every request is told of when it has ended")
        func summaries() async throws {
            try await withGateway(Setup(reply: { _ in .init(body: Array("answer".utf8)) })) { gateway in
                let client = try gateway.client()
                client.send(gateway.request("POST", "/crm/contacts", body: "hello"))
                _ = client.answer()
                client.send(gateway.request("GET", "/crm/secret"))
                _ = client.answer()
                #expect(gateway.eventually { gateway.world.withLock { $0.summaries.count == 2 } })
                let summaries = gateway.world.withLock { $0.summaries }
                #expect(summaries.map(\.outcome) == [.forwarded, .refused])
                #expect(summaries.map(\.status) == [200, 403])
                #expect(summaries.map(\.requestBytes) == [5, 0])
                #expect(summaries.map(\.responseBytes) == [6, 0])
                #expect(summaries.map(\.system) == ["crm", "crm"])
            }
        }
    }
}
