import Foundation
import Gateway
import Synchronization
import Testing

extension EndToEnd {
    struct StreamingTests {
        /// Ten megabytes in which every place differs from its neighbours.
        static let large: [UInt8] = {
            var state: UInt64 = 0x9E37_79B9_7F4A_7C15
            return (0..<10_485_763).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: state >> 33)
            }
        }()

        @Test("Ten megabytes arrive unchanged in both directions, with a length and in chunks")
        func large() async throws {
            try await withGateway(
                Setup(reply: { received in
                    .init(body: received.body, chunked: received.uri.hasSuffix("chunked"))
                })
            ) { gateway in
                let client = try gateway.client()
                client.send(gateway.request("PUT", "/crm/contacts", headers: "Content-Length: \(Self.large.count)\r\n"))
                client.send(Self.large)
                let answer = try #require(client.answer())
                #expect(answer.body == Self.large)

                client.send(gateway.request("PUT", "/crm/contacts/chunked", headers: "Transfer-Encoding: chunked\r\n"))
                for start in stride(from: 0, to: Self.large.count, by: 1_000_003) {
                    let piece = Self.large[start..<min(start + 1_000_003, Self.large.count)]
                    client.send(String(piece.count, radix: 16) + ";extension=1\r\n")
                    client.send(Array(piece) + Array("\r\n".utf8))
                }
                client.send("0\r\nTrailer: dropped\r\n\r\n")
                let chunked = try #require(client.answer())
                #expect(chunked.header("Transfer-Encoding") == "chunked")
                #expect(chunked.body == Self.large)
                #expect(gateway.upstream.received.last?.body == Self.large)
            }
        }

        @Test("A caller that does not read does not make the gateway hold the answer")
        func backpressure() async throws {
            try await withGateway(Setup(reply: { _ in .init(body: Self.large) })) { gateway in
                let client = try gateway.client()
                client.send(gateway.request("GET", "/crm/contacts"))
                // The first bytes are there; the rest waits in the sockets' buffers and at the upstream.
                client.receive()
                usleep(200_000)
                #expect(gateway.world.withLock { $0.summaries.isEmpty })
                #expect(client.answer()?.body == Self.large)
            }
        }

        @Test("An answer that the upstream breaks off is broken off for the caller too")
        func brokenAnswer() async throws {
            let raw = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this"
            try await withGateway(Setup(reply: { _ in .init(raw: Array(raw.utf8)) })) { gateway in
                let client = try gateway.client()
                client.send(gateway.request("GET", "/crm/contacts"))
                #expect(client.untilEnd().hasSuffix("only this"))
                #expect(gateway.eventually { gateway.world.withLock { $0.summaries.last?.outcome == .broken } })
            }
        }

        @Test("An answer without length ends with the upstream's connection")
        func untilClose() async throws {
            let raw = "HTTP/1.1 200 OK\r\n\r\nall of it"
            try await withGateway(Setup(reply: { _ in .init(raw: Array(raw.utf8)) })) { gateway in
                let client = try gateway.client()
                client.send(gateway.request("GET", "/crm/contacts"))
                #expect(client.answer()?.text == "all of it")
            }
        }

        @Test("What is no HTTP answer becomes a problem")
        func nonsense() async throws {
            let answers = [
                "SSH-2.0-OpenSSH_9.2\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\nab",
                "HTTP/1.1 200 OK\r\nX: a\r\n b\r\n\r\n", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n",
            ]
            for answer in answers {
                try await withGateway(Setup(reply: { _ in .init(raw: Array(answer.utf8)) })) { gateway in
                    let client = try gateway.client()
                    client.send(gateway.request("GET", "/crm/contacts"))
                    let answer = try #require(client.answer())
                    #expect(answer.status == 502)
                    #expect(answer.text.contains("urn:penstock:problem:upstream-invalid"))
                }
            }
        }
    }
}
