import Crypto
import Domain
import Testing

@testable import Tokens

struct ClientAuthenticatorTests {
    private let now = Instant(seconds: 1_700_000_000)
    private let rules = ClientAuthenticator(ServerMetadata(issuer: "https://as.example"))

    private func digest(_ secret: String) -> String {
        SHA256.hash(data: Array(secret.utf8)).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    private func payload(
        _ changes: [String: String?] = [:]
    ) -> String {
        var members: [String: String?] = [
            "iss": #""idn_1""#, "sub": #""idn_1""#, "aud": #""https://as.example/oauth/token""#,
            "exp": "1700000060", "iat": "1700000000", "jti": #""one""#,
        ]
        members.merge(changes) { $1 }
        return "{" + members.compactMap { name, value in value.map { #""\#(name)":\#($0)"# } }.joined(separator: ",")
            + "}"
    }

    private func check(
        _ payload: String,
        header: String? = nil,
        signer: TestSigner,
        keys: KeySet? = nil,
    ) throws -> ClientAuthenticator.Use? {
        let assertion = try ClientAssertion(signer.sign(payload, header: header))
        let client = RegisteredClient(id: "idn_1", method: .privateKeyJWT(try keys ?? signer.keySet()))
        return try rules.check(.assertion(assertion), of: client, at: now)
    }

    @Test("An assertion of every algorithm authenticates its client and names its use")
    func algorithms() throws {
        for signer in [TestSigner.p256(), .ed25519(), try .rsa(.rs256), try .rsa(.ps256)] {
            let use = try check(payload(), signer: signer)
            #expect(use == .init(client: "idn_1", id: "one", until: now + .seconds(60)))
        }
    }

    @Test(
        "The issuer, the token endpoint and lists of these are accepted as audience, nothing else",
        arguments: [
            (#""https://as.example""#, true), (#""https://as.example/""#, true), (#"["https://as.example"]"#, true),
            (#"["https://as.example","https://as.example/oauth/token"]"#, true),
            (#"["https://as.example","https://other.example"]"#, false), (#""https://other.example""#, false),
            (#""https://as.example/oauth/jwks""#, false), ("[]", false), (#"["https://as.example",1]"#, false),
            ("7", false),
        ]
    )
    func audience(audience: String, accepted: Bool) {
        let signer = TestSigner.p256()
        if accepted {
            #expect(throws: Never.self) { try self.check(self.payload(["aud": audience]), signer: signer) }
        } else {
            #expect(throws: OAuthError.self) { try self.check(self.payload(["aud": audience]), signer: signer) }
        }
    }

    @Test(
        "An assertion with a claim missing or wrong is refused",
        arguments: [
            ["iss": nil], ["iss": #""""#], ["iss": "1"], ["sub": nil], ["sub": #""idn_2""#], ["iss": #""idn_2""#],
            ["aud": nil], ["exp": nil], ["exp": #""1700000060""#], ["exp": "1700000000"], ["exp": "1699999999"],
            ["exp": "1700003631"], ["exp": "9999999999"], ["exp": "-1"], ["exp": "1e400"], ["jti": nil], ["jti": "1"],
            ["jti": #""""#], ["iat": "1700000031"], ["iat": #""now""#], ["nbf": "1700000031"], ["nbf": "null"],
        ] as [[String: String?]]
    )
    func claims(changes: [String: String?]) {
        let signer = TestSigner.p256()
        #expect(throws: OAuthError.self) { try self.check(self.payload(changes), signer: signer) }
    }

    @Test(
        "An assertion with a claim left out that may be, or at its limit, is accepted",
        arguments: [
            ["iat": nil], ["nbf": "1700000030"], ["iat": "1700000030"], ["exp": "1700003630"], ["exp": "1700000001"],
            ["exp": "1700000060.5"],
        ] as [[String: String?]]
    )
    func accepted(changes: [String: String?]) {
        let signer = TestSigner.p256()
        #expect(throws: Never.self) { try self.check(self.payload(changes), signer: signer) }
    }

    @Test(
        "An assertion that is a token of another kind is refused",
        arguments: ["at+jwt", "dpop+jwt", "logout+jwt", ""]
    )
    func types(type: String) throws {
        let signer = TestSigner.p256()
        #expect(throws: OAuthError.self) {
            try self.check(self.payload(), header: #"{"alg":"ES256","typ":"\#(type)"}"#, signer: signer)
        }
        for header in [#"{"alg":"ES256"}"#, #"{"alg":"ES256","typ":"client-authentication+jwt"}"#] {
            #expect(try check(payload(), header: header, signer: signer) != nil)
        }
    }

    @Test("A signature by another key is refused in the same words as an unknown client")
    func wrongKey() throws {
        let keys = try TestSigner.p256().keySet()
        let wrong = try #require(throws: OAuthError.self) {
            try self.check(self.payload(), signer: .p256(), keys: keys)
        }
        let assertion = try ClientAssertion(TestSigner.p256().sign(payload()))
        let unknown = try #require(throws: OAuthError.self) {
            try self.rules.check(.assertion(assertion), of: nil, at: self.now)
        }
        #expect(wrong == unknown)
        #expect(wrong.code == .invalidClient)
    }

    @Test("An assertion is accepted once")
    func once() async throws {
        let signer = TestSigner.p256()
        let client = RegisteredClient(id: "idn_1", method: .privateKeyJWT(try signer.keySet()))
        let assertion = ClientCredential.assertion(try ClientAssertion(signer.sign(payload())))
        var used: Set<ClientAuthenticator.Use> = []
        try await rules.authenticate(assertion, of: client, at: now) { used.insert($0).inserted }
        await #expect(throws: OAuthError.self) {
            try await rules.authenticate(assertion, of: client, at: now) { used.insert($0).inserted }
        }
        #expect(used.count == 1)
    }

    @Test("A use that can't be recorded lets nothing pass")
    func unrecorded() async throws {
        struct Unreachable: Error {}
        let signer = TestSigner.p256()
        let client = RegisteredClient(id: "idn_1", method: .privateKeyJWT(try signer.keySet()))
        let assertion = ClientCredential.assertion(try ClientAssertion(signer.sign(payload())))
        await #expect(throws: Unreachable.self) {
            try await rules.authenticate(assertion, of: client, at: now) { _ in throw Unreachable() }
        }
    }

    @Test("The right secret authenticates, also while two are valid; others and unknown clients are refused alike")
    func secrets() throws {
        let client = RegisteredClient(id: "idn_1", method: .secret(digests: [digest("old"), digest("new")]))
        for secret in ["old", "new"] {
            #expect(try rules.check(.secret(client: "idn_1", Secret(secret)), of: client, at: now) == nil)
        }
        let none = RegisteredClient(id: "idn_1", method: .secret(digests: []))
        let broken = RegisteredClient(id: "idn_1", method: .secret(digests: ["", "zz", digest("x") + "0"]))
        for (secret, client) in [("other", client), ("", client), ("old", nil), ("old", none), ("x", broken)] {
            let error = try #require(throws: OAuthError.self) {
                try self.rules.check(.secret(client: "idn_1", Secret(secret)), of: client, at: self.now)
            }
            #expect(error == OAuthError(.invalidClient, "the client is not known, or its secret is wrong"))
        }
    }

    @Test("A client is accepted only by the way it is registered for, and only as itself")
    func otherWay() throws {
        let signer = TestSigner.p256()
        let byKey = RegisteredClient(id: "idn_1", method: .privateKeyJWT(try signer.keySet()))
        let bySecret = RegisteredClient(id: "idn_1", method: .secret(digests: [digest("s")]))
        let another = RegisteredClient(id: "idn_2", method: .secret(digests: [digest("s")]))
        let assertion = try ClientAssertion(signer.sign(payload()))
        #expect(throws: OAuthError.self) {
            try rules.check(.secret(client: "idn_1", Secret("s")), of: byKey, at: now)
        }
        #expect(throws: OAuthError.self) { try rules.check(.assertion(assertion), of: bySecret, at: now) }
        #expect(throws: OAuthError.self) {
            try rules.check(.secret(client: "idn_1", Secret("s")), of: another, at: now)
        }
    }
}
