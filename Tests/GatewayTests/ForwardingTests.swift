import Domain
import Foundation
import Gateway
import Synchronization
import Testing

extension EndToEnd {
    struct ForwardingTests {
        @Test(
            "The upstream gets the path as it came, the system's credential and the decision, and nothing of the caller's"
        )
        func headers() async throws {
            try await withGateway { gateway in
                let client = try gateway.client()
                client.send(
                    gateway.request(
                        "GET",
                        "/crm/contacts/caf%C3%A9?q=%2F&empty",
                        headers: """
                            Cookie: penstock_session=secret; theme=dark; __Host-penstock=x\r
                            Connection: keep-alive, X-Private\r
                            X-Private: for this hop\r
                            Keep-Alive: timeout=5\r
                            TE: trailers\r
                            Proxy-Authorization: Basic eA==\r
                            X-Penstock-Decision: dec_forged\r
                            X-Penstock-Identity: idn_forged\r
                            X_Penstock_Identity: idn_forged\r
                            X-Forwarded-For: 10.0.0.1\r
                            X-HTTP-Method-Override: DELETE\r
                            X-Original-URL: /settings\r
                            Accept: text/plain\r
                            X-Own: kept\r\n
                            """,
                    )
                )
                let answer = try #require(client.answer())
                #expect(answer.status == 200)
                let received = try #require(gateway.upstream.received.first)
                #expect(received.uri == "/contacts/caf%C3%A9?q=%2F&empty")
                #expect(received.header("Host") == "127.0.0.1:\(gateway.upstream.port)")
                #expect(received.header("Authorization") == "Bearer upstream-value")
                #expect(received.header("Cookie") == "theme=dark")
                #expect(received.header("X-Penstock-Identity") == "idn_sync")
                #expect(received.header("X-Penstock-Decision") == answer.header("X-Penstock-Decision"))
                #expect(received.header("X-Own") == "kept")
                let names = received.headers.map { $0.name.lowercased() }.sorted()
                #expect(
                    names == [
                        "accept", "authorization", "cookie", "host", "via", "x-own", "x-penstock-decision",
                        "x-penstock-identity",
                    ]
                )
            }
        }

        @Test("Each way of injection puts the credential where it belongs")
        func injection() async throws {
            let cases: [(Domain.System.Injection, String, String?)] = [
                (.none, "Authorization", nil),
                (.bearer, "Authorization", "Bearer upstream-value"),
                (.basic, "Authorization", "Basic dXBzdHJlYW0tdmFsdWU="),
                (.header("X-Api-Key"), "X-Api-Key", "upstream-value"),
            ]
            for (injection, name, expected) in cases {
                try await withGateway(Setup(system: { $0.injection = injection })) { gateway in
                    let client = try gateway.client()
                    client.send(
                        gateway.request("GET", "/crm/contacts", headers: "X-API-Key: mine\r\nX_Api_Key: mine\r\n")
                    )
                    #expect(client.answer()?.status == 200)
                    let received = try #require(gateway.upstream.received.first)
                    #expect(received.header(name) == expected)
                    if case .header = injection {
                        #expect(received.headers.filter { $0.value == "mine" }.isEmpty)
                        #expect(received.header("Authorization") == nil)
                    }
                }
            }
        }

        @Test("A prefix of the upstream's address stands before every path, and redirections lead back here")
        func prefix() async throws {
            let locations = ["/v2/contacts/1", "/elsewhere", "https://example.com/v2/x", "//example.com/v2", "next"]
            for (index, location) in locations.enumerated() {
                try await withGateway(
                    Setup(
                        system: { system in system.upstream = system.upstream.map { $0 + "/v2/" } },
                        reply: { _ in .init(status: 302, headers: [("Location", location)]) }
                    )
                ) { gateway in
                    let client = try gateway.client()
                    client.send(gateway.request("GET", "/crm/contacts"))
                    let answer = try #require(client.answer())
                    #expect(gateway.upstream.received.first?.uri == "/v2/contacts")
                    #expect(answer.header("Location") == (index == 0 ? "/crm/contacts/1" : location))
                }
            }
        }

        @Test("Connections are kept and reused on both sides, also for pipelined requests")
        func reuse() async throws {
            try await withGateway(Setup(reply: { .init(body: Array($0.uri.utf8)) })) { gateway in
                let client = try gateway.client()
                for number in 1...3 {
                    client.send(gateway.request("GET", "/crm/contacts/\(number)"))
                    #expect(client.answer()?.text == "/contacts/\(number)")
                }
                client.send(
                    gateway.request("GET", "/crm/contacts/4") + gateway.request("GET", "/crm/secret")
                        + gateway.request("POST", "/crm/contacts/5", body: "x")
                        + gateway.request("GET", "/crm/contacts/6")
                )
                let statuses = (0..<4).map { _ in client.answer()?.status }
                #expect(statuses == [200, 403, 200, 200])
                #expect(gateway.upstream.connections == 1)
                #expect(gateway.upstream.received.count == 6)
            }
        }

        @Test("Answers without a body keep their head and their connection")
        func bodiless() async throws {
            try await withGateway(
                Setup(reply: { received in
                    switch received.uri {
                    case "/contacts/204": .init(status: 204)
                    case "/contacts/304": .init(status: 304, headers: [("ETag", "\"1\"")])
                    default:
                        .init(
                            headers: [("Content-Length", "5")],
                            body: received.method == "HEAD" ? [] : Array("hello".utf8)
                        )
                    }
                })
            ) { gateway in
                let client = try gateway.client()
                client.send(gateway.request("HEAD", "/crm/contacts"))
                let head = try #require(client.answer(toHead: true))
                #expect(head.status == 200)
                #expect(head.header("Content-Length") == "5")
                client.send(gateway.request("GET", "/crm/contacts/204"))
                #expect(client.answer()?.status == 204)
                client.send(gateway.request("GET", "/crm/contacts/304"))
                #expect(client.answer()?.header("ETag") == "\"1\"")
                client.send(gateway.request("GET", "/crm/contacts"))
                #expect(client.answer()?.text == "hello")
                client.send(gateway.request("HEAD", "/crm/secret"))
                #expect(client.answer(toHead: true)?.status == 403)
                client.send(gateway.request("GET", "/crm/contacts"))
                #expect(client.answer()?.text == "hello")
            }
        }

        @Test("A body is asked for only once the request is permitted")
        func expectation() async throws {
            try await withGateway { gateway in
                let client = try gateway.client()
                let headers = "Expect: 100-continue\r\nContent-Length: 5\r\n"
                client.send(gateway.request("POST", "/crm/contacts", headers: headers))
                #expect(client.answer()?.status == 100)
                client.send("hello")
                #expect(client.answer()?.status == 200)
                #expect(gateway.upstream.received.first?.body == Array("hello".utf8))
                #expect(gateway.upstream.received.first?.header("Expect") == nil)

                client.send(gateway.request("POST", "/crm/secret", headers: headers))
                #expect(client.answer()?.status == 403)
                #expect(client.untilEnd().isEmpty)
            }
        }

        @Test("An HTTP/1.0 client gets an answer without chunks and the end of the connection as its end")
        func oldClient() async throws {
            try await withGateway(Setup(reply: { _ in .init(body: Array("hello".utf8), chunked: true) })) { gateway in
                let client = try gateway.client()
                client.send("GET /crm/contacts HTTP/1.0\r\nAuthorization: Bearer \(gateway.token)\r\n\r\n")
                let text = client.untilEnd()
                #expect(text.hasSuffix("\r\n\r\nhello"))
                #expect(!text.lowercased().contains("transfer-encoding"))
            }
        }

        @Test("`Connection: close` is answered and obeyed")
        func close() async throws {
            try await withGateway { gateway in
                let client = try gateway.client()
                client.send(gateway.request("GET", "/crm/contacts", headers: "Connection: close\r\n"))
                #expect(client.answer()?.header("Connection") == "close")
                #expect(client.untilEnd().isEmpty)
            }
        }
    }
}
