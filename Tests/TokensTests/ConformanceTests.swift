import Domain
import Foundation
import Testing

@testable import Tokens

/// Vectors published by others, read from the shared data.
struct ConformanceTests {
    /// Keys and tokens of one file: what a key set accepts must be valid and of an algorithm we support.
    @Test(
        "Wycheproof's tokens and keys are accepted and refused as they say",
        .enabled(if: SharedData.isPresent("wycheproof.tar.gz")),
        arguments: [
            ("json_web_signature_test", 401), ("json_web_key_test", 26), ("json_web_crypto_test", 83),
        ]
    )
    func wycheproof(file: String, expected: Int) throws {
        try SharedData.unpacked("wycheproof.tar.gz") { folder in
            let url = folder.appending(path: "wycheproof/testvectors_v1/\(file).json")
            let root = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any]
            let groups = try #require(root?["testGroups"] as? [[String: Any]])
            var right = (accepted: 0, refused: 0, unsupported: 0)
            for group in groups {
                let key = try #require(group["public"] as? [String: Any] ?? group["private"] as? [String: Any])
                let json = Array(try JSONSerialization.data(withJSONObject: key))
                let keys = try? KeySet(json: json)
                for test in try #require(group["tests"] as? [[String: Any]]) {
                    let token = try #require(Self.text(test["jws"] ?? test["jwe"]))
                    let isValid = test["result"] as? String == "valid"
                    let isSupported = Self.isSupported(token, key)
                    let accepted = keys.map { Self.accepts(token, $0) } ?? false
                    #expect(
                        accepted == (isValid && isSupported),
                        "\(file) \(test["tcId"] ?? "") \(test["comment"] ?? "")"
                    )
                    guard accepted == (isValid && isSupported) else { continue }
                    if accepted {
                        right.accepted += 1
                    } else if isValid {
                        right.unsupported += 1
                    } else {
                        right.refused += 1
                    }
                }
            }
            let sum = right.accepted + right.refused + right.unsupported
            print(
                "wycheproof/\(file): \(sum) of \(expected): \(right.accepted) valid accepted, \(right.refused) invalid "
                    + "refused, \(right.unsupported) valid of algorithms not supported refused"
            )
            #expect(sum == expected)
        }
    }

    @Test("Signed examples of the RFCs and drafts verify", .enabled(if: SharedData.isPresent("oauth-rfc")))
    func examples() throws {
        let url = try #require(SharedData.standards("oauth-rfc/examples.json"))
        let examples = try #require(JSONReader.value(Array(Data(contentsOf: url)))?.array)
        var passed = 0
        for example in examples.compactMap(\.object) {
            if let proof = example["proof"]?.string {
                let token = try CompactJWS(Array(proof.utf8))
                let key = try PublicKey(jwk: #require(token.header["jwk"]))
                try key.verify(token)
                #expect(key.thumbprint == example["jkt"]?.string)
                #expect(token.type == "dpop+jwt")
                #expect(try token.claims()["htm"] == example["htm"])
            } else if let text = example["jwt"]?.string {
                try PublicKey(jwk: #require(example["jwk"])).verify(try CompactJWS(Array(text.utf8)))
            } else {
                let attestation = try CompactJWS(Array(#require(example["attestation"]?.string).utf8))
                let key = try #require(try attestation.claims()["cnf"]?.object?["jwk"])
                let proof = try CompactJWS(Array(#require(example["pop"]?.string).utf8))
                try PublicKey(jwk: key).verify(proof)
            }
            passed += 1
        }
        print("oauth-rfc: \(passed) of \(examples.count)")
        #expect(passed == 4)
    }

    @Test(
        "Requests that real clients send are read and authenticated",
        .enabled(if: SharedData.isPresent("client-captures"))
    )
    func captures() throws {
        let url = try #require(SharedData.standards("client-captures/requests.jsonl"))
        let signers: [String: TestSigner] = ["ES256": .p256(), "RS256": try .rsa(.rs256)]
        let rules = ClientAuthenticator(audiences: ["http://127.0.0.1:19101", "http://127.0.0.1:19101/token"])
        var granted = 0
        var refused: [OAuthError.Code] = []
        for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
            let capture = try #require(JSONReader.value(Array(line.utf8))?.object)
            guard capture["path"] == .string("/token"), var form = capture["form"]?.object else { continue }
            var keys = KeySet([])
            var now = Instant(seconds: 1_795_221_712)
            if let parts = capture["client_assertion_decoded"]?.array {
                // The capture holds the decoded assertion; it is signed again with a key of our own.
                let header = try #require(parts[0].object)
                let claims = try #require(parts[1].object)
                let signer = try #require(signers[header["alg"]?.string ?? ""])
                form["client_assertion"] = .string(try signer.sign(Self.json(claims), header: Self.json(header)))
                keys = try signer.keySet()
                now = Instant(seconds: try #require(claims["iat"]?.numericDate))
            }
            let body = form.map { "\($0)=\(Self.encoded($1.string ?? ""))" }.joined(separator: "&")
            let basic = capture["auth"]?.string?.hasPrefix("Basic") == true
            let header = basic ? "Basic " + Data("client:secret".utf8).base64EncodedString() : nil
            do throws(OAuthError) {
                let request = try TokenRequest(
                    body: Array(body.utf8),
                    contentType: "application/x-www-form-urlencoded",
                    authorization: header
                )
                guard case .clientCredentials(let scope, _, _, _) = request.grant else { continue }
                #expect(scope?.text == form["scope"]?.string)
                if case .assertion = request.credential {
                    let client = RegisteredClient(id: request.credential.client, method: .privateKeyJWT(keys))
                    _ = try rules.check(request.credential, of: client, at: now)
                }
                granted += 1
            } catch {
                refused.append(error.code)
            }
        }
        print(
            "client-captures: \(granted) token requests accepted, \(refused.count) refused: \(refused.map(\.rawValue))"
        )
        #expect(granted == 6)
        // Token exchange and JWT bearer are other grants; one request asks with `authorization_details`.
        #expect(
            refused.sorted { $0.rawValue < $1.rawValue } == [
                .invalidRequest, .unsupportedGrantType, .unsupportedGrantType,
            ]
        )
    }

    /// A token in compact form, or the text of one in another form.
    private static func text(_ token: Any?) -> String? {
        if let token = token as? String { return token }
        guard let token, let json = try? JSONSerialization.data(withJSONObject: token) else { return nil }
        return String(decoding: json, as: UTF8.self)
    }

    private static func accepts(_ token: String, _ keys: KeySet) -> Bool {
        do throws(JOSEError) {
            try keys.verify(try CompactJWS(Array(token.utf8)))
            return true
        } catch {
            return false
        }
    }

    /// Whether the algorithm that the token's header and its key name is one of ours, by the vector's own words.
    private static func isSupported(_ token: String, _ key: [String: Any]) -> Bool {
        let keys = key["keys"] as? [[String: Any]] ?? [key]
        let names = ["ES256", "EdDSA", "RS256", "PS256"]
        let header = token.split(separator: ".").first.flatMap { Base64URL.decode($0.utf8) } ?? []
        let named = (try? JSONSerialization.jsonObject(with: Data(header)) as? [String: Any])?["alg"] as? String
        return keys.contains { $0["alg"] as? String == named && names.contains(named ?? "") }
    }

    private static func json(_ members: [String: JSONValue]) -> String {
        String(
            decoding: JSONWriter.object { writer in
                for (name, value) in members { writer.member(name, value) }
            },
            as: UTF8.self
        )
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let digits = Array("0123456789ABCDEF")
            return "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
        }.joined()
    }
}
