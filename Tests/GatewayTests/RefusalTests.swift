import Decisions
import Domain
import Gateway
import Synchronization
import Testing

extension EndToEnd {
    struct RefusalTests {
        @Test("A request without exactly one bearer token is challenged")
        func tokenMissing() async throws {
            try await withGateway { gateway in
                let twice = "Authorization: Bearer a\r\nAuthorization: Bearer b\r\n"
                for headers in ["", "Authorization: Basic eDp5\r\n", "Authorization: Bearer\r\n", twice] {
                    let client = try gateway.client()
                    client.send("GET /crm/contacts HTTP/1.1\r\nHost: g\r\n\(headers)\r\n")
                    let answer = try #require(client.answer())
                    #expect(answer.status == 401)
                    #expect(answer.header("WWW-Authenticate") == "Bearer realm=\"penstock\"")
                    #expect(answer.header("Content-Type") == "application/problem+json")
                    #expect(
                        answer.text == """
                            {"type":"urn:penstock:problem:token-missing","title":"Token missing","status":401,\
                            "detail":"send exactly one `Authorization: Bearer TOKEN`","fix":"penstock token IDENTITY"}

                            """
                    )
                }
                #expect(gateway.world.withLock { $0.soon.isEmpty })
            }
        }

        @Test("A token that is not accepted is challenged with the reason, and recorded when it was ours")
        func tokenRefused() async throws {
            try await withGateway { gateway in
                gateway.world.withLock { world in
                    world.refusals["old"] = TokenRefusal(.expired, detail: "ended", identity: gateway.identity)
                    world.refusals["dead"] = TokenRefusal(.revoked, detail: "taken back", lease: gateway.lease)
                }
                let cases = [("none", "token-invalid"), ("old", "token-expired"), ("dead", "token-revoked")]
                for (token, code) in cases {
                    let client = try gateway.client()
                    client.send("GET /crm/contacts?q=1 HTTP/1.1\r\nHost: g\r\nAuthorization: Bearer \(token)\r\n\r\n")
                    let answer = try #require(client.answer())
                    #expect(answer.status == 401)
                    #expect(answer.header("WWW-Authenticate") == "Bearer realm=\"penstock\", error=\"invalid_token\"")
                    #expect(answer.text.contains("urn:penstock:problem:\(code)"))
                }
                let records = gateway.world.withLock { $0.soon }
                #expect(records.map { $0.refusal?.code } == [.expired, .revoked])
                #expect(records.map(\.path) == ["/contacts", "/contacts"])
            }
        }

        @Test("What is not permitted is refused with the decision, and recorded")
        func noPermit() async throws {
            try await withGateway { gateway in
                let client = try gateway.client()
                client.send(gateway.request("GET", "/crm/secret?token=x"))
                let answer = try #require(client.answer())
                #expect(answer.status == 403)
                let decision = try #require(answer.header("X-Penstock-Decision"))
                #expect(answer.text.hasPrefix("{\"type\":\"urn:penstock:problem:no-permit\""))
                #expect(answer.text.contains("\"decision\":\"\(decision)\",\"verdict\":\"noPermit\""))
                #expect(answer.text.contains("\"fix\":\"penstock grant idn_sync read crm/secret"))
                let record = try #require(gateway.world.withLock { $0.soon.first })
                #expect(record.decision?.id.text == decision)
                #expect(record.enforcement == .refuse)
                #expect(record.path == "/secret")
                #expect(record.originalCaller == "alice@example.com")
                #expect(record.delegation == ["idn_first"])
                #expect(record.clientAddress == "127.0.0.1")
                #expect(gateway.upstream.received.isEmpty)
            }
        }

        @Test("I2: what a policy forbids and what none permits are told apart, to the caller and in the record")
        func deniedOrNotPermitted() async throws {
            try await withGateway { gateway in
                let client = try gateway.client()
                client.send(gateway.request("GET", "/crm/secret"))
                #expect(client.answer()?.text.contains("urn:penstock:problem:no-permit") == true)
                gateway.swap { $0.identities[0].state = .suspended }
                client.send(gateway.request("GET", "/crm/contacts"))
                let denied = try #require(client.answer())
                #expect(denied.text.contains("urn:penstock:problem:denied"))
                #expect(denied.text.contains("\"verdict\":\"deny\",\"policies\":["))
                #expect(denied.text.contains("guardrail.suspended"))
                let records = gateway.world.withLock { $0.soon }
                #expect(records.map { $0.decision?.verdict } == [.noPermit, .deny])
                #expect(records.last?.decision?.policies.contains("guardrail.suspended") == true)
            }
        }

        @Test("A write is not covered by a grant to read, nor an admin path by either")
        func classes() async throws {
            try await withGateway { gateway in
                gateway.swap { $0.grants.removeAll { $0.action == .write } }
                let client = try gateway.client()
                for method in ["POST", "PUT", "PATCH", "DELETE", "PURGE", "get"] {
                    client.send(gateway.request(method, "/crm/contacts"))
                    #expect(client.answer()?.status == 403)
                }
                gateway.swap { facts in
                    guard var grant = facts.grants.first, let whole = ResourcePath("crm"),
                        let id = ID<Grant>("grt_other")
                    else { return }
                    grant.resource = whole
                    var other = grant
                    other.id = id
                    other.action = .write
                    facts.grants = [grant, other]
                }
                client.send(gateway.request("GET", "/crm/other"))
                #expect(client.answer()?.status == 200)
                for path in ["/settings", "/settings/users", "/Settings/users", "/settings;v=1/users", "/%73ettings"] {
                    client.send(gateway.request("GET", "/crm" + path))
                    #expect(client.answer()?.status == 403)
                }
                client.send(gateway.request("GET", "/crm/settingsother"))
                #expect(client.answer()?.status == 200)
            }
        }

        @Test("A refused request's small body is dropped and the connection kept; a large one ends it")
        func bodies() async throws {
            try await withGateway { gateway in
                let client = try gateway.client()
                client.send(gateway.request("POST", "/crm/secret", body: String(repeating: "a", count: 10_000)))
                #expect(client.answer()?.status == 403)
                client.send(gateway.request("GET", "/crm/contacts"))
                #expect(client.answer()?.status == 200)
                client.send(gateway.request("POST", "/crm/secret", body: String(repeating: "a", count: 1_000_000)))
                #expect(client.answer()?.header("Connection") == "close")
                #expect(client.untilEnd().isEmpty)
            }
        }

        @Test("Upgrades, tunnels and unknown expectations are not forwarded")
        func notForwarded() async throws {
            try await withGateway(Setup(settings: { $0.authorities = ["gateway"] })) { gateway in
                let cases = [
                    (
                        gateway.request(
                            "GET",
                            "/crm/contacts",
                            headers: "Connection: Upgrade\r\nUpgrade: websocket\r\n"
                        ), 501
                    ),
                    (gateway.request("CONNECT", "crm:443"), 501),
                    (gateway.request("TRACE", "/crm/contacts"), 501),
                    (gateway.request("POST", "/crm/contacts", headers: "Expect: wonders\r\n", body: "x"), 417),
                    (gateway.request("GET", "http://gateway/crm/contacts"), 400),
                    (gateway.request("OPTIONS", "*"), 400),
                    (gateway.request("GET", "/crm/../contacts"), 400),
                    (
                        "GET /crm/contacts HTTP/1.1\r\nHost: elsewhere\r\nAuthorization: Bearer \(gateway.token)\r\n\r\n",
                        421
                    ),
                ]
                for (request, status) in cases {
                    let client = try gateway.client()
                    client.send(request)
                    #expect(client.answer()?.status == status)
                }
                #expect(gateway.upstream.received.isEmpty)
            }
        }

        @Test("Without current facts everything is refused")
        func factsUnavailable() async throws {
            try await withGateway { gateway in
                gateway.world.withLock { $0.snapshot = nil }
                let client = try gateway.client()
                client.send(gateway.request("GET", "/crm/contacts"))
                let answer = try #require(client.answer())
                #expect(answer.status == 503)
                #expect(answer.header("Retry-After") == "1")
                #expect(
                    answer.text == """
                        {"type":"urn:penstock:problem:facts-unavailable","title":"No current facts","status":503,\
                        "detail":"this gateway cannot tell whether it still knows who may do what, so it refuses",\
                        "fix":"penstock doctor"}

                        """
                )
            }
        }

        @Test("A system without upstream or usable credential is a problem of its own")
        func unusableSystem() async throws {
            try await withGateway(Setup(system: { $0.upstream = nil })) { gateway in
                let client = try gateway.client()
                client.send(gateway.request("GET", "/crm/contacts"))
                #expect(client.answer()?.text.contains("urn:penstock:problem:no-upstream") == true)
            }
            for credential in [nil, Secret(""), Secret("a\r\nX: y")] {
                try await withGateway { gateway in
                    gateway.world.withLock { $0.credential = credential }
                    let client = try gateway.client()
                    client.send(gateway.request("GET", "/crm/contacts"))
                    #expect(client.answer()?.text.contains("urn:penstock:problem:no-credential") == true)
                    #expect(gateway.upstream.received.isEmpty)
                }
            }
        }

        @Test("An upstream that is down, or does not answer, is told apart")
        func upstreamDown() async throws {
            try await withGateway(Setup(system: { $0.upstream = "http://127.0.0.1:1" })) { gateway in
                let client = try gateway.client()
                client.send(gateway.request("GET", "/crm/contacts"))
                let answer = try #require(client.answer())
                #expect(answer.status == 502)
                #expect(answer.text.contains("urn:penstock:problem:upstream-unreachable"))
            }
            try await withGateway(
                Setup(
                    settings: { $0.timeouts.responseHead = .milliseconds(100) },
                    reply: { _ in .init(silent: true) }
                )
            ) { gateway in
                let client = try gateway.client()
                client.send(gateway.request("GET", "/crm/contacts"))
                let answer = try #require(client.answer())
                #expect(answer.status == 504)
                #expect(answer.text.contains("urn:penstock:problem:upstream-timeout"))
            }
        }
    }
}
