import SecretScan
import Testing

struct ParameterScannerTests {
    private let scanner = ParameterScanner()

    @Test(
        "Secrets are found where names and values stand in one text",
        arguments: [
            ("const apiKey = \"7f3a9c21e4b85d06aa19\";", "secret-in-code"),
            ("{\"client_secret\": \"7f3a9c21e4b85d06aa19\"}", "secret-in-code"),
            ("headers: {'Authorization': 'Bearer 7f3a9c21e4b85d06aa19'}", "secret-in-code"),
            ("curl -H \"Authorization: Bearer 7f3a9c21e4b85d06aa19\" https://a.example", "authorization-value"),
            ("https://api.example.org/v1?api_key=7f3a9c21e4b85d06aa19&x=1", "secret-in-address"),
            ("postgres://app:Winter2024x!@db.internal/app", "secret-in-address"),
        ]
    )
    func found(text: String, rule: String) {
        #expect(scanner.matches(in: text, name: nil, form: .code).map(\.rule) == [rule])
    }

    @Test(
        "Program text that only speaks of secrets holds none",
        arguments: [
            "const token = $json.token;", "const apiKey = process.env[\"API_KEY\"];",
            "token: \"{{ $json.access_token }}\"",
            "https://api.example.org/v1?page=7f3a9c21e4b85d06aa19", "// password: \"see the vault\"",
            "https://user@host.example.org/path", "Bearer {{ $json.token }} and some more text behind it",
        ]
    )
    func nothing(text: String) {
        #expect(scanner.matches(in: text, name: nil, form: .code).isEmpty)
    }

    @Test("A private key is found from its first line to its last")
    func privateKey() {
        let body = String(repeating: "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC", count: 5)
        let text = "x -----BEGIN " + "PRIVATE KEY-----\n\(body)\n-----END PRIVATE KEY-----"
        #expect(scanner.matches(in: text, name: nil, form: .value).map(\.rule) == ["private-key"])
    }

    @Test("A value is taken once, by the rule that knows most of it")
    func once() {
        let token = "AI" + "za" + "SyD4x8Qm2Lw9Rk7Tn3Vb6Yh1Jc5Fg0Pz4Us8"
        let matches = scanner.matches(in: String(token.prefix(39)), name: "apiKey", form: .value)
        #expect(matches.map(\.rule) == ["google-api-key"])
    }

    @Test("Bytes that are no text at all do no harm")
    func noise() {
        var bytes: [UInt8] = []
        var state: UInt64 = 42
        for _ in 0..<65_536 {
            state = state &* 6_364_136_223_846_793_005 &+ 1
            bytes.append(UInt8(truncatingIfNeeded: state >> 33))
        }
        let matches = bytes.withUnsafeBufferPointer { scanner.matches(in: $0, name: "password", form: .code) }
        #expect(matches.allSatisfy { $0.range.upperBound <= bytes.count })
    }
}
