import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import TestSupport
import Testing

/// From an estate to a stopped identity, through the built program, on both stores.
@Suite(.serialized)
struct SpineTests {
    @Test("An estate is imported, an identity registered, granted, used, stopped; the log holds", arguments: Store.all)
    func spine(store: Store) async throws {
        try await withHome { home in
            let upstream = try await Upstream.start()
            try await store.withOptions(home: home) { options, environment in
                let server = try await RunningServer.start(in: home, options: options, environment: environment)
                do {
                    try await walk(home, server, upstream)
                } catch {
                    server.kill()
                    throw error
                }
                #expect(await server.terminate() == 0)
                try await verify(home, store: store, options: options, environment: environment)
            }
            await upstream.stop()
        }
    }

    private func walk(_ home: String, _ server: RunningServer, _ upstream: Upstream) async throws {
        try Estates.write(
            [
                "estate/orders.json": Estates.workflow("w1", name: "order alerts"),
                "estate/copy.json": Estates.workflow("w2", name: "order alerts (copy)", path: "w1"),
                "estate/broken.json": "{\"nodes\": [",
            ],
            to: home,
        )
        let first = try await Program.succeed(["import", "estate", "--environment", "production", "--json"], in: home)
        let imported = try first.json(ImportShape.self)
        #expect(imported.totals["workflows"] == 2)
        #expect(imported.totals["rejected"] == 1)
        #expect(imported.rejected.map(\.path) == ["broken.json"])
        #expect(imported.rejected.first?.line == 1)

        let list = try await Program.succeed(["identities", "--json"], in: home)
            .json(ListShape<IdentityLineShape>.self)
        #expect(list.items.map(\.identity.name).sorted() == ["order alerts", "order alerts (copy)"])
        let id = try #require(list.items.first { $0.identity.name == "order alerts" }).identity.id

        let findings = try await Program.succeed(["findings", "--json"], in: home).json([FindingShape].self)
        let rules = Set(findings.map(\.rule))
        for rule in ["unowned", "no-end-date", "shared-credential", "clone-shares-access"] {
            #expect(rules.contains { $0.contains(rule) }, "\(rule) is not among \(rules.sorted())")
        }

        let refused = try await Program.run(["identity", "register", id, "--purpose", "tells of orders"], in: home)
        #expect(refused.status == 1)
        for field in ["owner", "technicalOwner", "backupApprover", "expires"] {
            #expect(refused.errors.contains(field), "\(field) is not named: \(refused.errors)")
        }

        for (email, name) in [("ana@example.com", "Ana"), ("ben@example.com", "Ben")] {
            try await Program.succeed(["user", "add", email, "--name", name, "--role", "owner"], in: home)
        }
        try await Program.succeed(
            [
                "identity", "register", id, "--owner", "ana@example.com", "--technical-owner", "ben@example.com",
                "--backup", "ben@example.com", "--purpose", "tells of orders", "--environment", "production",
                "--function", "sales",
                "--expires", "200d",
            ],
            in: home,
        )
        try await Program.succeed(
            [
                "system", "add", "crm", "--environment", "production", "--upstream",
                "http://127.0.0.1:\(upstream.port)", "--inject", "bearer",
            ],
            in: home,
        )
        let sealed = "upstream-\(UUID().uuidString)"
        try await Program.succeed(["system", "credential", "crm"], in: home, input: sealed + "\n")
        try await Program.succeed(["grant", id, "read", "crm/contacts", "--until", "30d"], in: home)

        let token = try await Program.succeed(["token", id, "--task", "run-1"], in: home).output
            .trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(token.split(separator: ".").count == 3)

        let allowed = try await call(server, .GET, "/crm/contacts/42", token: token)
        #expect(allowed.status == 200)
        #expect(allowed.body == "hello from upstream")
        #expect(
            upstream.requests == [
                Upstream.Seen(method: "GET", path: "/contacts/42", authorization: "Bearer \(sealed)", body: "")
            ]
        )

        let denied = try await call(server, .POST, "/crm/contacts", token: token)
        #expect(denied.status == 403)
        let problem = try JSONDecoder().decode(ProblemShape.self, from: Data(denied.body.utf8))
        #expect(problem.fix?.hasPrefix("penstock grant \(id) write crm/contacts --until ") == true)
        #expect(problem.decision?.hasPrefix("dec_") == true)
        #expect(try await call(server, .GET, "/crm/contacts/42", token: nil).status == 401)
        #expect(upstream.requests.count == 1)

        let fromClient = try await clientToken(home, server, id)
        #expect(try await call(server, .GET, "/crm/contacts/7", token: fromClient).status == 200)

        let stopped = try await Program.succeed(["stop", id, "--reason", "drill"], in: home)
        #expect(stopped.output.contains("ms"))
        for token in [token, fromClient] {
            #expect(try await call(server, .GET, "/crm/contacts/42", token: token).status != 200)
        }
        #expect(upstream.requests.count == 2)
        let noToken = try await Program.run(["token", id], in: home)
        #expect(noToken.status == 1)

        // Reads are in the log within 100 ms.
        try await Task.sleep(for: .milliseconds(500))
        let events = try await Program.succeed(["log", "list", "--json", "--limit", "200"], in: home)
            .json(ListShape<EventLineShape>.self)
        let kinds = Set(events.items.map(\.event.kind))
        for kind in [
            "estateImported", "identityDiscovered", "identityRegistered", "systemAdded", "systemCredentialSealed",
            "grantAdded", "tokenIssued", "requestAllowed", "requestRefused", "stopped",
        ] {
            #expect(kinds.contains(kind), "\(kind) is not among \(kinds.sorted())")
        }
        let page = try await call(port: server.console, .GET, "/healthz", token: nil)
        #expect(page.status == 200)
        #expect(!server.text.contains(sealed))
        #expect(!server.text.contains(token))
    }

    /// A token from the OAuth endpoint, with a client secret.
    private func clientToken(_ home: String, _ server: RunningServer, _ id: String) async throws -> String {
        let made = try await Program.succeed(["client", "add", id, "--json"], in: home)
        struct Made: Decodable {
            var id: String
            var secret: String
        }
        struct Answer: Decodable {
            var accessToken: String
            var tokenType: String
            var expiresIn: Int
        }
        let client = try made.json(Made.self)
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(server.console)/oauth/token")
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        let basic = Data("\(client.id):\(client.secret)".utf8).base64EncodedString()
        request.headers.add(name: "Authorization", value: "Basic \(basic)")
        request.body = .bytes(ByteBuffer(string: "grant_type=client_credentials"))
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
        #expect(response.status == .ok)
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let answer = try decoder.decode(
            Answer.self,
            from: Data(String(buffer: try await response.body.collect(upTo: 65_536)).utf8),
        )
        #expect(answer.tokenType == "Bearer")
        #expect((1...900).contains(answer.expiresIn))
        return answer.accessToken
    }

    /// The log verifies offline; with one byte changed it does not, and the entry is named.
    private func verify(
        _ home: String,
        store: Store,
        options: [String],
        environment: [String: String],
    ) async throws {
        let choice = store == .sqlite ? ["--data", "penstock-data"] : options
        let sound = try await Program.succeed(["log", "verify"] + choice, in: home, environment: environment)
        #expect(sound.output.lowercased().contains("verif") || sound.output.contains("hold"))
        let statement = """
            UPDATE log_entries SET bytes = \
            \(store == .sqlite ? "CAST(replace(CAST(bytes AS TEXT), 'Z\"', 'Y\"') AS BLOB)" : "set_byte(bytes, 20, 33)") \
            WHERE leaf = 3
            """
        try await store.execute(statement, home: home, options: options)
        let tampered = try await Program.run(["log", "verify"] + choice, in: home, environment: environment)
        #expect(tampered.status == 1)
        #expect((tampered.output + tampered.errors).contains("3"))
    }

    private func call(
        _ server: RunningServer,
        _ method: HTTPMethod,
        _ path: String,
        token: String?,
    ) async throws -> (status: Int, body: String) {
        try await call(port: server.gateway, method, path, token: token)
    }

    private func call(
        port: Int,
        _ method: HTTPMethod,
        _ path: String,
        token: String?,
    ) async throws -> (status: Int, body: String) {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)")
        request.method = method
        if let token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
        let body = try await response.body.collect(upTo: 1024 * 1024)
        return (Int(response.status.code), String(buffer: body))
    }
}
