import Decisions
import Dispatch
import Domain
import Foundation
import Gateway
import Synchronization
import Testing

extension EndToEnd {
    struct CrowdTests {
        @Test("Many clients at once each get their own answers")
        func crossTalk() async throws {
            try await withGateway(
                Setup(reply: { .init(body: Array($0.uri.utf8) + $0.body, chunked: $0.uri.hasSuffix("3")) })
            ) { gateway in
                let wrong = Mutex<[String]>([])
                DispatchQueue.concurrentPerform(iterations: 16) { number in
                    guard let client = try? gateway.client() else {
                        wrong.withLock { $0.append("client \(number) could not connect") }
                        return
                    }
                    for turn in 0..<30 {
                        let path = "/contacts/\(number)-\(turn)"
                        let body = turn % 3 == 0 ? String(repeating: "\(number),", count: 1 + turn * 497) : ""
                        let isRefused = turn % 7 == 6
                        let target = isRefused ? "/crm/secret" : "/crm" + path
                        client.send(gateway.request(body.isEmpty ? "GET" : "PUT", target, body: body))
                        let answer = client.answer()
                        let isRight = isRefused ? answer?.status == 403 : answer?.text == path + body
                        if !isRight { wrong.withLock { $0.append("\(path): \(answer?.status ?? 0)") } }
                    }
                }
                #expect(wrong.withLock { $0 } == [])
                #expect(gateway.upstream.received.count == 16 * 26)
            }
        }

        @Test("After a stop is acknowledged nothing reaches the upstream, however many are asking")
        func stopUnderLoad() async throws {
            try await withGateway { gateway in
                let isStopped = Mutex(false)
                let finished = Mutex(0)
                for _ in 0..<8 {
                    Thread {
                        while let client = try? gateway.client(), !isStopped.withLock({ $0 }) {
                            for _ in 0..<20 {
                                client.send(gateway.request("POST", "/crm/contacts", body: "x"))
                                if client.answer()?.status != 200 { break }
                            }
                        }
                        finished.withLock { $0 += 1 }
                    }.start()
                }
                #expect(gateway.eventually { gateway.upstream.received.count > 200 })
                gateway.swap { $0.identities[0].state = .suspended }
                await gateway.revalidate()
                // What the upstream's own loop has read by now was forwarded before the acknowledgement.
                let atStop = gateway.eventuallySteady { gateway.upstream.received.count }
                let next = try gateway.client()
                for _ in 0..<50 {
                    next.send(gateway.request("POST", "/crm/contacts", body: "x"))
                    #expect(next.answer()?.status == 403)
                }
                #expect(gateway.upstream.received.count == atStop)
                isStopped.withLock { $0 = true }
                #expect(gateway.eventually { finished.withLock { $0 == 8 } })
                #expect(gateway.upstream.received.count == atStop)
            }
        }
    }
}
