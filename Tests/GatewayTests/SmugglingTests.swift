import Synchronization
import Testing

extension EndToEnd {
    /// Requests that two servers could read in two ways, sent byte by byte to the socket.
    struct SmugglingTests {
        static let ambiguous: [(name: String, request: String)] = [
            (
                "length and coding",
                "POST /crm/contacts HTTP/1.1\r\n#Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            ),
            (
                "coding and length",
                "POST /crm/contacts HTTP/1.1\r\n#Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n"
            ),
            ("two lengths", "POST /crm/contacts HTTP/1.1\r\n#Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde"),
            ("two equal lengths", "POST /crm/contacts HTTP/1.1\r\n#Content-Length: 4\r\nContent-Length: 4\r\n\r\nabcd"),
            ("list of lengths", "POST /crm/contacts HTTP/1.1\r\n#Content-Length: 4, 4\r\n\r\nabcd"),
            ("signed length", "POST /crm/contacts HTTP/1.1\r\n#Content-Length: +4\r\n\r\nabcd"),
            ("hexadecimal length", "POST /crm/contacts HTTP/1.1\r\n#Content-Length: 0x4\r\n\r\nabcd"),
            ("huge length", "POST /crm/contacts HTTP/1.1\r\n#Content-Length: 99999999999999999999\r\n\r\n"),
            ("other coding", "POST /crm/contacts HTTP/1.1\r\n#Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
            ("odd coding", "POST /crm/contacts HTTP/1.1\r\n#Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"),
            (
                "coding twice",
                "POST /crm/contacts HTTP/1.1\r\n#Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            ),
            ("coding in old version", "POST /crm/contacts HTTP/1.0\r\n#Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
            ("blank before colon", "POST /crm/contacts HTTP/1.1\r\n#Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n"),
            ("folded line", "GET /crm/contacts HTTP/1.1\r\n#X: a\r\n Transfer-Encoding: chunked\r\n\r\n"),
            ("tab-folded line", "GET /crm/contacts HTTP/1.1\r\n#X: a\r\n\tb\r\n\r\n"),
            ("bare line feed", "GET /crm/contacts HTTP/1.1\r\n#X: a\nY: b\r\n\r\n"),
            ("bare line feeds only", "GET /crm/contacts HTTP/1.1\nHost: gateway\n\n"),
            ("bare carriage return", "GET /crm/contacts HTTP/1.1\r\n#X: a\rY: b\r\n\r\n"),
            ("line of a carriage return", "GET /crm/contacts HTTP/1.1\r\n#\rX: b\r\n\r\n"),
            ("nul in value", "GET /crm/contacts HTTP/1.1\r\n#X: a\0b\r\n\r\n"),
            ("nul in name", "GET /crm/contacts HTTP/1.1\r\n#X\0: b\r\n\r\n"),
            ("no name", "GET /crm/contacts HTTP/1.1\r\n#: b\r\n\r\n"),
            ("no colon", "GET /crm/contacts HTTP/1.1\r\n#Header\r\n\r\n"),
            ("no host", "GET /crm/contacts HTTP/1.1\r\nX: y\r\n\r\n"),
            ("two hosts", "GET /crm/contacts HTTP/1.1\r\n#Host: other\r\n\r\n"),
            ("odd host", "GET /crm/contacts HTTP/1.1\r\nHost: a@b/c\r\n\r\n"),
            ("two blanks", "GET  /crm/contacts HTTP/1.1\r\n#\r\n"),
            ("tab in line", "GET\t/crm/contacts HTTP/1.1\r\n#\r\n"),
            ("blank in target", "GET /crm/contacts /x HTTP/1.1\r\n#\r\n"),
            ("no version", "GET /crm/contacts\r\n#\r\n"),
            ("version 0.9 style", "GET /crm/contacts HTTP/0.9\r\n#\r\n"),
            ("version 2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
            ("lower-case version", "GET /crm/contacts http/1.1\r\n#\r\n"),
            ("blank after version", "GET /crm/contacts HTTP/1.1 \r\n#\r\n"),
        ]

        @Test(
            "A request that could be read in two ways is refused, and the connection ends",
            arguments: ambiguous.map(\.name)
        )
        func malformed(name: String) async throws {
            let request = try #require(Self.ambiguous.first { $0.name == name }).request
            try await withGateway { gateway in
                let client = try gateway.client()
                let authorization = "Host: gateway\r\nAuthorization: Bearer \(gateway.token)\r\n"
                client.send(request.replacing("#", with: authorization))
                let answer = try #require(client.answer())
                #expect(answer.status == 400)
                #expect(answer.header("Connection") == "close")
                #expect(answer.text.contains("urn:penstock:problem:malformed-request"))
                #expect(client.untilEnd().isEmpty)
                #expect(gateway.upstream.received.isEmpty)
            }
        }

        @Test(
            "A malformed chunk ends the request and the connection",
            arguments: [
                "x\r\n", "\r\n", "-1\r\n", " 1\r\na\r\n", "1 \r\na\r\n", "1\na\r\n", "0x1\r\na\r\n", "1\r\nab\r\n",
                "1\r\na\n0\r\n\r\n", "1000000000000000\r\n", "1\r\na\r\n0\r\n folded: x\r\n\r\n",
                "0\r\nbad name: x\r\n\r\n",
                "1;a=\u{1}\r\na\r\n",
            ],
        )
        func chunks(body: String) async throws {
            try await withGateway { gateway in
                let client = try gateway.client()
                client.send(gateway.request("POST", "/crm/contacts", headers: "Transfer-Encoding: chunked\r\n") + body)
                #expect(client.answer()?.status == 400)
                #expect(client.untilEnd().isEmpty)
                #expect(gateway.upstream.received.isEmpty)
            }
        }

        @Test("What stands behind a body is the next request, wherever the bytes are split")
        func splits() async throws {
            try await withGateway(Setup(reply: { .init(body: Array($0.uri.utf8) + $0.body) })) { gateway in
                let text =
                    gateway.request("POST", "/crm/contacts/1", body: "GET /crm/secret HTTP/1.1\r\n\r\n")
                    + gateway.request("POST", "/crm/contacts/2", headers: "Transfer-Encoding: chunked\r\n")
                    + "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n" + "\r\n" + gateway.request("GET", "/crm/contacts/3")
                let bytes = Array(text.utf8)
                for size in [1, 2, 3, 7, 64, 1000] {
                    let client = try gateway.client()
                    for start in stride(from: 0, to: bytes.count, by: size) {
                        client.send(Array(bytes[start..<min(start + size, bytes.count)]))
                    }
                    #expect(client.answer()?.text == "/contacts/1GET /crm/secret HTTP/1.1\r\n\r\n")
                    #expect(client.answer()?.text == "/contacts/2abcde")
                    #expect(client.answer()?.text == "/contacts/3")
                }
            }
        }

        @Test("Too much of anything is refused with its own status")
        func limits() async throws {
            try await withGateway { gateway in
                let cases: [(String, Int)] = [
                    (gateway.request("GET", "/crm/contacts/" + String(repeating: "a", count: 9000)), 414),
                    ("GET /" + String(repeating: "a", count: 20_000), 414),
                    (
                        gateway.request(
                            "GET",
                            "/crm/contacts",
                            headers: "X: \(String(repeating: "a", count: 40_000))\r\n"
                        ), 431
                    ),
                    (gateway.request("GET", "/crm/contacts", headers: String(repeating: "X: a\r\n", count: 101)), 431),
                ]
                for (request, status) in cases {
                    let client = try gateway.client()
                    client.send(request)
                    #expect(client.answer()?.status == status)
                    #expect(client.untilEnd().isEmpty)
                }
                #expect(gateway.upstream.received.isEmpty)
            }
        }
    }
}
