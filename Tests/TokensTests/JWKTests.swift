import Domain
import Testing

@testable import Tokens

struct JWKTests {
    private func key(_ json: String) throws -> PublicKey {
        try PublicKey(jwk: JSONReader.value(Array(json.utf8)) ?? .null)
    }

    private let rsa =
        #"{"kty":"RSA","n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuh"#
        + "DR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2Qvzq"
        + "Y368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3X"
        + #"PksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw","e":"AQAB","alg":"RS256","kid":"2011-04-29"}"#

    @Test("The key of RFC 7638, section 3.1, has the thumbprint given there")
    func thumbprintOfRSA() throws {
        #expect(try key(rsa).thumbprint == "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs")
    }

    @Test("The key of RFC 8037, appendix A.3, has the thumbprint given there")
    func thumbprintOfEd25519() throws {
        let jwk = #"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#
        #expect(try key(jwk).thumbprint == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
    }

    @Test("A key is named by its thumbprint, and its set reads back as the same key")
    func published() throws {
        let signing = SigningKey.generate()
        let set = try KeySet(json: KeySet([signing.publicKey]).json)
        #expect(set.keys.map(\.id) == [signing.id])
        #expect(set.keys.map(\.thumbprint) == [signing.id])
        #expect(set.keys.map(\.algorithms) == [[.es256]])
    }

    @Test("A signing key comes back from its secret, and its PEM is PKCS 8")
    func secret() throws {
        let signing = SigningKey.generate()
        #expect(try SigningKey(signing.secret).id == signing.id)
        #expect(signing.pem.withBytes { String(decoding: $0, as: UTF8.self) }.hasPrefix("-----BEGIN PRIVATE KEY-----"))
        #expect(throws: JOSEError.self) { try SigningKey(Secret([1, 2, 3])) }
        #expect(throws: JOSEError.self) { try SigningKey(Secret([UInt8](repeating: 0, count: 32))) }
    }

    @Test("An RSA key that names no algorithm may be used with both, one that does with that one")
    func algorithms() throws {
        #expect(try key(rsa).algorithms == [.rs256])
        #expect(try key(rsa.replacing(#","alg":"RS256""#, with: "")).algorithms == [.rs256, .ps256])
        #expect(try key(TestSigner.ed25519().jwk(#","alg":"Ed25519""#)).algorithms == [.edDSA])
    }

    @Test(
        "A key that must not verify is refused",
        arguments: [
            #","use":"enc""#, #","use":7"#, #","key_ops":["sign"]"#, #","key_ops":"verify""#, #","alg":"ES384""#,
            #","alg":"HS256""#, #","alg":"none""#, #","alg":"RS256""#, #","kid":"""#, #","kid":3"#,
            #","d":"AAAA""#, #","k":"AAAA""#,
        ]
    )
    func refused(more: String) throws {
        let jwk = try TestSigner.p256().jwk(more)
        #expect(throws: JOSEError.self) { try self.key(jwk) }
    }

    @Test(
        "A key of another type, curve or form is refused",
        arguments: [
            "[]", "{}", #"{"kty":"oct","k":"AAAA"}"#, #"{"kty":"EC","crv":"P-384","x":"AA","y":"AA"}"#,
            #"{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}"#, #"{"kty":"OKP","crv":"X25519","x":"AA"}"#,
            #"{"kty":"OKP","crv":"Ed25519","x":"AA"}"#, #"{"kty":"RSA","n":"AQAB","e":"AQAB"}"#,
            #"{"kty":"EC","crv":"P-256","x":"04N0xi21hshyvBp7I167sbE_bXqyqkAPfefdklMO7wY","#
                + #""y":"UI8exy-C06a7DUnjIdENkxeFtHM4-l_41LqEw9nVgnw"}"#,
        ]
    )
    func otherKeys(json: String) {
        #expect(throws: JOSEError.self) { try self.key(json) }
    }

    @Test("RSA exponents below 65537 and even ones are refused", arguments: ["AQ", "Aw", "AQAA", "AAEAAQ"])
    func exponents(exponent: String) {
        #expect(throws: JOSEError.self) { try self.key(rsa.replacing("AQAB", with: exponent)) }
    }

    @Test("A set with two keys of one name, no key, too many keys or one bad key is refused whole")
    func sets() throws {
        let one = try TestSigner.p256().jwk(#","kid":"a""#)
        let two = try TestSigner.ed25519().jwk(#","kid":"a""#)
        let other = try TestSigner.ed25519().jwk(#","kid":"b""#)
        #expect(try KeySet(json: Array(#"{"keys":[\#(one),\#(other)]}"#.utf8)).keys.count == 2)
        #expect(try KeySet(json: Array(one.utf8)).keys.count == 1)
        for bad in [
            #"{"keys":[\#(one),\#(two)]}"#, #"{"keys":[]}"#, #"{"keys":7}"#, "{}", "7",
            #"{"keys":[\#(one),{"kty":"oct","k":"AAAA"}]}"#,
            #"{"keys":[\#(Array(repeating: try TestSigner.p256().jwk(), count: 21).joined(separator: ","))]}"#,
        ] {
            #expect(throws: JOSEError.self) { try KeySet(json: Array(bad.utf8)) }
        }
    }
}
