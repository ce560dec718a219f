import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import TestSupport
import Testing

/// A machine that asks with its own token and is called back, through the built program and real sockets.
@Suite(.serialized)
struct MachineTests {
    @Test("A machine asks with its own token and is called back with the decision, signed, once", arguments: Store.all)
    func calledBack(store: Store) async throws {
        try await withHome { home in
            let receiver = try await Upstream.start()
            try await store.withOptions(home: home) { options, environment in
                let server = try await RunningServer.start(in: home, options: options, environment: environment)
                do {
                    try await walk(home, server, receiver)
                } catch {
                    server.kill()
                    throw error
                }
                #expect(await server.terminate() == 0)
            }
            await receiver.stop()
        }
    }

    private func walk(_ home: String, _ server: RunningServer, _ receiver: Upstream) async throws {
        try await prepare(home)
        struct Token: Decodable { var accessToken: String }
        let token = try await Program.succeed(["token", "orders", "--task", "run-1", "--json"], in: home).json(
            Token.self
        )
        .accessToken
        let key = Data((0..<32).map { _ in UInt8.random(in: 0...255) }).base64EncodedString()
        let order = #"""
            {"kind":"grant","reason":"nightly run","callback":"http://127.0.0.1:\#(receiver.port)/decided",
             "callbackSecret":"whsec_\#(key)","grants":[{"action":"write","resource":"crm/contacts",
             "until":"\#(Date(timeIntervalSinceNow: 86_400).ISO8601Format())","task":"run-1"}]}
            """#
        let refused = try await ask(server, token, order)
        #expect(refused.status == 400)
        #expect(refused.body.contains("callback"))
        try await Program.succeed(
            ["terms", "--set", "-"],
            in: home,
            input: #"{"webhooks":{"allowLoopback":true}}"#,
        )
        let asked = try await ask(server, token, order)
        #expect(asked.status == 201, "\(asked.body)")
        #expect(!asked.body.contains(key))
        struct Request: Decodable { var id: String }
        let id = try JSONDecoder().decode(Request.self, from: Data(asked.body.utf8)).id
        try await Program.succeed(["approve", id, "--reason", "agreed"], in: home)
        for _ in 0..<600 where receiver.requests.isEmpty { try await Task.sleep(for: .milliseconds(100)) }
        let call = try #require(receiver.requests.first)
        #expect(call.method == "POST")
        #expect(call.path == "/decided")
        #expect(call.body.contains(#""data":{"reason":"agreed","request":"\#(id)","state":"approved"}"#))
        #expect(call.webhook["webhook-id"]?.hasPrefix("msg_") == true)
        #expect(call.webhook["webhook-timestamp"].flatMap { Int($0) } != nil)
        #expect(call.webhook["webhook-signature"]?.hasPrefix("v1,") == true)
        let log = try await Program.succeed(["log", "list", "--json"], in: home)
        #expect(!log.output.contains(key))
        #expect(receiver.requests.count == 1)
    }

    private func ask(
        _ server: RunningServer,
        _ token: String,
        _ order: String,
    ) async throws -> (status: Int, body: String) {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(server.console)/api/v1/requests")
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json")
        request.headers.add(name: "Authorization", value: "Bearer \(token)")
        request.body = .bytes(ByteBuffer(string: order))
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
        return (Int(response.status.code), String(buffer: try await response.body.collect(upTo: 65_536)))
    }

    private func prepare(_ home: String) async throws {
        try Estates.write(["estate/orders.json": Estates.workflow("w1", name: "orders")], to: home)
        try await Program.succeed(["import", "estate", "--environment", "production"], in: home)
        for name in ["ana", "ben"] {
            try await Program.succeed(
                ["user", "add", "\(name)@example.com", "--name", name, "--role", "owner"],
                in: home,
            )
        }
        try await Program.succeed(["system", "add", "crm", "--environment", "production"], in: home)
        try await Program.succeed(
            [
                "identity", "register", "orders", "--owner", "ana@example.com", "--technical-owner", "ben@example.com",
                "--backup", "ben@example.com", "--purpose", "tells of orders", "--environment", "production",
                "--function", "sales", "--expires", "200d",
            ],
            in: home,
        )
    }
}
