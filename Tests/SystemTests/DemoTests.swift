import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Testing

/// What `make run` starts.
@Suite(.serialized)
struct DemoTests {
    private static let demo = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "demo").path

    @Test("The demo starts with its estate and a sign-in link that works once; a second start imports nothing again")
    func demo() async throws {
        try await withHome { home in
            let server = try await RunningServer.start(in: home, options: ["--demo", Self.demo])
            let first = try await Program.succeed(["identities", "--json", "--limit", "1"], in: home)
                .json(ListShape<IdentityLineShape>.self)
            #expect(first.total == 40)
            let systems = try await Program.succeed(["system", "list", "--json"], in: home).output
            #expect(systems.contains("127.0.0.1"))
            let rules = Set(
                try await Program.succeed(["findings", "--json"], in: home).json([FindingShape].self).map(\.rule)
            )
            #expect(
                rules == [
                    "clone-shares-access", "cross-function-reach", "cross-region-flow", "inactive-live-credential",
                    "literal-secret", "no-end-date", "secret-across-environments", "shared-callback",
                    "shared-credential", "unowned",
                ]
            )
            let events = try await Program.succeed(["log", "list", "--json", "--limit", "1"], in: home)
                .json(ListShape<EventLineShape>.self).total
            let link = try #require(server.link)
            #expect(try await status(link) == 200)
            #expect(await server.terminate() == 0)

            let again = try await RunningServer.start(in: home, options: ["--demo", Self.demo])
            let second = try await Program.succeed(["identities", "--json", "--limit", "1"], in: home)
                .json(ListShape<IdentityLineShape>.self)
            #expect(second.total == 40)
            var imports = 0
            let log = try await Program.succeed(["log", "list", "--json", "--limit", "1000"], in: home)
                .json(ListShape<EventLineShape>.self)
            imports = log.items.count { $0.event.kind == "estateImported" }
            #expect(imports == 1)
            #expect(log.total > events)
            #expect(await again.terminate() == 0)
        }
    }

    @Test("The link works once: after it was used, it signs nobody in")
    func link() async throws {
        try await withHome { home in
            let server = try await RunningServer.start(in: home, options: ["--demo", Self.demo])
            let link = try #require(server.link)
            let token = try #require(link.split(separator: "=").last).description
            let first = try await redeem(server, token)
            #expect(first == 303)
            let second = try await redeem(server, token)
            #expect(second != 303)
            #expect(await server.terminate() == 0)
        }
    }

    private func status(_ address: String) async throws -> Int {
        let response = try await HTTPClient.shared.execute(HTTPClientRequest(url: address), timeout: .seconds(30))
        _ = try await response.body.collect(upTo: 1 << 20)
        return Int(response.status.code)
    }

    /// Sends the form of the sign-in page, as a browser does.
    private func redeem(_ server: RunningServer, _ token: String) async throws -> Int {
        let base = "http://127.0.0.1:\(server.console)"
        let page = try await HTTPClient.shared.execute(
            HTTPClientRequest(url: "\(base)/sign-in?link=\(token)"),
            timeout: .seconds(30),
        )
        let html = String(buffer: try await page.body.collect(upTo: 1 << 20))
        let cookie = page.headers["Set-Cookie"].compactMap { $0.split(separator: ";").first }.joined(separator: "; ")
        var form = ["passphrase=four+words+of+mine", "again=four+words+of+mine"]
        for match in html.matches(of: /<input[^>]*type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"/) {
            form.append("\(match.1)=\(match.2)")
        }
        var request = HTTPClientRequest(url: "\(base)/sign-in/link")
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        request.headers.add(name: "Cookie", value: cookie)
        request.body = .bytes(.init(string: form.joined(separator: "&")))
        let client = HTTPClient(
            eventLoopGroupProvider: .singleton,
            configuration: .init(redirectConfiguration: .disallow),
        )
        do {
            let response = try await client.execute(request, timeout: .seconds(30))
            _ = try await response.body.collect(upTo: 1 << 20)
            try await client.shutdown()
            return Int(response.status.code)
        } catch {
            try await client.shutdown()
            throw error
        }
    }
}
