import Testing

@testable import Tokens

struct JWSTests {
    private func verify(_ token: String, _ keys: KeySet) throws(JOSEError) {
        try keys.verify(try CompactJWS(Array(token.utf8)))
    }

    @Test("The token of RFC 7515, appendix A.3, verifies")
    func rfc7515() throws {
        let jwk =
            #"{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","#
            + #""y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}"#
        let token =
            "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9p"
            + "c19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6N"
            + "U1Q"
        try verify(token, KeySet(json: Array(jwk.utf8)))
        #expect(try CompactJWS(Array(token.utf8)).claims()["iss"] == .string("joe"))
    }

    @Test("The token of RFC 8037, appendix A.4, verifies")
    func rfc8037() throws {
        let jwk = #"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#
        let token =
            "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AI"
            + "bQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"
        try verify(token, KeySet(json: Array(jwk.utf8)))
    }

    @Test("A token of every algorithm verifies with its key and with no other")
    func algorithms() throws {
        let signers: [TestSigner] = [.p256(), .ed25519(), try .rsa(.rs256), try .rsa(.ps256)]
        for signer in signers {
            let token = try signer.sign(#"{"a":1}"#)
            try verify(token, signer.keySet())
            try verify(token, signer.keySet(#","alg":"\#(signer.algorithm)""#))
            #expect(throws: JOSEError.unknownKey) { try self.verify(token, KeySet([])) }
        }
        let token = try TestSigner.p256().sign("{}")
        let other = try TestSigner.p256().keySet()
        #expect(throws: JOSEError.wrongSignature) { try self.verify(token, other) }
    }

    @Test("An algorithm other than the key's is refused before the signature is looked at")
    func pinned() throws {
        let signer = try TestSigner.rsa(.rs256)
        let token = try signer.sign("{}")
        let keys = try signer.keySet(#","alg":"PS256""#)
        #expect(throws: JOSEError.unknownKey) { try self.verify(token, keys) }
        let forged = try TestSigner.ed25519().sign("{}", header: #"{"alg":"ES256"}"#)
        let p256 = try TestSigner.p256().keySet()
        #expect(throws: JOSEError.wrongSignature) { try self.verify(forged, p256) }
    }

    @Test("A token that names another key is refused, one that names none is tried with each")
    func keyNames() throws {
        let signer = TestSigner.p256()
        let named = try signer.keySet(#","kid":"one""#)
        try verify(signer.sign("{}", header: #"{"alg":"ES256","kid":"one"}"#), named)
        try verify(signer.sign("{}", header: #"{"alg":"ES256"}"#), named)
        let other = try signer.sign("{}", header: #"{"alg":"ES256","kid":"two"}"#)
        #expect(throws: JOSEError.unknownKey) { try self.verify(other, named) }
    }

    @Test(
        "A header that asks for more than a signature is refused",
        arguments: [
            #"{"alg":"none"}"#, #"{"alg":"None"}"#, #"{"alg":"HS256"}"#, #"{"alg":"ES384"}"#, #"{"alg":""}"#, #"{}"#,
            #"{"alg":7}"#, #"{"alg":"ES256","crit":["exp"]}"#, #"{"alg":"ES256","crit":[]}"#,
            #"{"alg":"ES256","b64":false}"#, #"{"alg":"ES256","zip":"DEF"}"#, #"{"alg":"ES256","kid":7}"#,
            #"{"alg":"ES256","typ":null}"#, #"{"alg":"ES256","alg":"ES256"}"#, #"["ES256"]"#, #"{"alg":"ES256"} "x""#,
        ]
    )
    func headers(header: String) throws {
        let signer = TestSigner.p256()
        let token = try signer.sign("{}", header: header)
        let keys = try signer.keySet()
        #expect(throws: JOSEError.self) { try self.verify(token, keys) }
    }

    @Test("A token in another form is refused")
    func forms() throws {
        let signer = TestSigner.p256()
        let keys = try signer.keySet()
        let token = try signer.sign(#"{"a":1}"#)
        let parts = token.split(separator: ".")
        for bad in [
            "", ".", "..", "...", token + ".", "." + token, token + "=", token + " ", " " + token, token + "\n",
            "\(parts[0]).\(parts[1])", "\(parts[0]).\(parts[1]).", "\(parts[0])..\(parts[2])",
            ".\(parts[1]).\(parts[2])",
            "\(parts[0]).\(parts[1]).\(parts[2]).\(parts[2])", token.replacing(".", with: ".."),
            String(repeating: "A", count: 20_000),
        ] {
            #expect(throws: JOSEError.self, "\(bad.prefix(40))") { try self.verify(bad, keys) }
        }
    }

    @Test("A changed character anywhere is noticed")
    func tampered() throws {
        let signer = TestSigner.p256()
        let keys = try signer.keySet()
        let token = Array(try signer.sign(#"{"sub":"a"}"#).utf8)
        for place in token.indices {
            var broken = token
            broken[place] = broken[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            #expect(throws: JOSEError.self, "character \(place)") { try keys.verify(try CompactJWS(broken)) }
        }
    }
}
