import Domain
import Testing

@testable import Tokens

struct AccessTokenTests {
    private let key = SigningKey.generate()
    private let now = Instant(seconds: 1_700_000_000)
    private let issuer = "https://penstock.example"

    private var token: AccessToken {
        AccessToken(
            issuer: issuer,
            subject: "idn_1",
            audience: ["https://gateway.example"],
            issued: now,
            expires: now + .minutes(5),
            id: "lse_1",
            client: "idn_1",
            scope: ScopeSet(["read:crm/contacts", "write:crm/notes"]),
            task: "run 17",
            environment: "production",
            identityClass: .changeCapable,
            actors: ["idn_agent", "idn_planner"],
        )
    }

    private var verifier: AccessTokenVerifier {
        AccessTokenVerifier(issuer: issuer, audience: "https://gateway.example", keys: KeySet([key.publicKey]))
    }

    private func verify(_ token: String, at time: Instant? = nil) throws(TokenError) -> AccessToken {
        try verifier.verify(Array(token.utf8), at: time ?? now)
    }

    @Test("A token that was issued verifies with all its claims")
    func roundTrip() throws {
        #expect(try verify(token.signed(by: key)) == token)
        var short = token
        short.task = nil
        short.environment = nil
        short.identityClass = nil
        short.actors = []
        short.scope = ScopeSet()
        short.notBefore = now
        short.audience = ["https://other.example", "https://gateway.example"]
        #expect(try verify(short.signed(by: key)) == short)
    }

    @Test("A token has the header and claims of RFC 9068 and an actor chain of RFC 8693")
    func claims() throws {
        let parts = try CompactJWS(Array(token.signed(by: key).utf8))
        #expect(parts.header == ["alg": .string("ES256"), "kid": .string(key.id), "typ": .string("at+jwt")])
        let payload = String(decoding: parts.payload, as: UTF8.self)
        #expect(
            payload == #"{"iss":"https://penstock.example","sub":"idn_1","aud":"https://gateway.example","#
                + #""exp":1700000300,"iat":1700000000,"jti":"lse_1","client_id":"idn_1","#
                + #""scope":"read:crm/contacts write:crm/notes","task":"run 17","environment":"production","#
                + #""class":"changeCapable","act":{"act":{"sub":"idn_planner"},"sub":"idn_agent"}}"#
        )
    }

    @Test("A token is refused from its end on, without any tolerance")
    func expired() throws {
        let signed = try token.signed(by: key)
        #expect(try verify(signed, at: now + .seconds(299)) == token)
        #expect(try verify(signed, at: now + .seconds(300) - .microseconds(1)) == token)
        #expect(throws: TokenError.expired) { try self.verify(signed, at: now + .seconds(300)) }
        #expect(throws: TokenError.expired) { try self.verify(signed, at: now + .days(1)) }
    }

    @Test("A token from the future is refused beyond the difference of clocks that is allowed")
    func notYet() throws {
        let signed = try token.signed(by: key)
        #expect(try verify(signed, at: now - .seconds(5)) == token)
        #expect(throws: TokenError.notYetValid) { try self.verify(signed, at: now - .seconds(6)) }
        var later = token
        later.notBefore = now + .minutes(1)
        let signedLater = try later.signed(by: key)
        #expect(throws: TokenError.notYetValid) { try self.verify(signedLater) }
    }

    @Test("A token of another issuer or for another audience is refused")
    func others() throws {
        var other = token
        other.issuer = "https://penstock.example/"
        let otherIssuer = try other.signed(by: key)
        #expect(throws: TokenError.wrongIssuer) { try self.verify(otherIssuer) }
        other = token
        other.audience = ["https://gateway.example.evil"]
        let otherAudience = try other.signed(by: key)
        #expect(throws: TokenError.wrongAudience) { try self.verify(otherAudience) }
    }

    @Test("A token signed with an unknown key is refused, and with a known key's name too")
    func otherKeys() throws {
        let stranger = SigningKey.generate()
        let signed = try token.signed(by: stranger)
        #expect(throws: TokenError.notOurs(.unknownKey)) { try self.verify(signed) }
        let header = #"{"alg":"ES256","kid":"\#(key.id)","typ":"at+jwt"}"#
        let forged = try TestSigner.p256().sign("{}", header: header)
        #expect(throws: TokenError.notOurs(.wrongSignature)) { try self.verify(forged) }
    }

    @Test("After a change of keys tokens of both verify while both are listed")
    func rotation() throws {
        let next = SigningKey.generate()
        let both = AccessTokenVerifier(
            issuer: issuer,
            audience: "https://gateway.example",
            keys: KeySet([key.publicKey, next.publicKey])
        )
        for signer in [key, next] {
            #expect(try both.verify(Array(token.signed(by: signer).utf8), at: now) == token)
        }
    }

    @Test(
        "A header that we would not have written is refused",
        arguments: [
            #"{"alg":"ES256","kid":"K","typ":"JWT"}"#, #"{"alg":"ES256","kid":"K"}"#,
            #"{"alg":"ES256","kid":"K","typ":"AT+JWT"}"#, #"{"alg":"ES256","typ":"at+jwt"}"#,
            #"{"alg":"ES256","kid":"K","typ":"at+jwt","jwk":{}}"#,
            #"{"alg":"ES256","kid":"K","typ":"at+jwt","jku":"x"}"#,
        ]
    )
    func headers(header: String) throws {
        let signer = TestSigner.p256()
        let keys = try signer.keySet(#","kid":"K""#)
        let verifier = AccessTokenVerifier(issuer: issuer, audience: "https://gateway.example", keys: keys)
        let payload = String(decoding: try CompactJWS(Array(token.signed(by: key).utf8)).payload, as: UTF8.self)
        let good = try signer.sign(payload, header: #"{"alg":"ES256","kid":"K","typ":"at+jwt"}"#)
        #expect(try verifier.verify(Array(good.utf8), at: now) == token)
        let bad = try signer.sign(payload, header: header)
        #expect(throws: TokenError.self) { try verifier.verify(Array(bad.utf8), at: self.now) }
    }

    @Test(
        "A claim that is missing or of another form is named",
        arguments: [
            ("iss", #""aud":"a","sub":"s","exp":9,"iat":1,"jti":"j","client_id":"c""#),
            ("sub", #""iss":"i","aud":"a","sub":"","exp":9,"iat":1,"jti":"j","client_id":"c""#),
            ("aud", #""iss":"i","sub":"s","exp":9,"iat":1,"jti":"j","client_id":"c""#),
            ("aud", #""iss":"i","aud":[],"sub":"s","exp":9,"iat":1,"jti":"j","client_id":"c""#),
            ("aud", #""iss":"i","aud":["a",1],"sub":"s","exp":9,"iat":1,"jti":"j","client_id":"c""#),
            ("exp", #""iss":"i","aud":"a","sub":"s","iat":1,"jti":"j","client_id":"c""#),
            ("exp", #""iss":"i","aud":"a","sub":"s","exp":"9","iat":1,"jti":"j","client_id":"c""#),
            ("iat", #""iss":"i","aud":"a","sub":"s","exp":9,"jti":"j","client_id":"c""#),
            ("nbf", #""iss":"i","aud":"a","sub":"s","exp":9,"iat":1,"nbf":"x","jti":"j","client_id":"c""#),
            ("jti", #""iss":"i","aud":"a","sub":"s","exp":9,"iat":1,"client_id":"c""#),
            ("client_id", #""iss":"i","aud":"a","sub":"s","exp":9,"iat":1,"jti":"j""#),
            ("scope", #""iss":"i","aud":"a","sub":"s","exp":9,"iat":1,"jti":"j","client_id":"c","scope":"a  b""#),
            ("class", #""iss":"i","aud":"a","sub":"s","exp":9,"iat":1,"jti":"j","client_id":"c","class":"root""#),
            ("act", #""iss":"i","aud":"a","sub":"s","exp":9,"iat":1,"jti":"j","client_id":"c","act":{"act":{}}"#),
        ]
    )
    func missing(name: String, members: String) throws {
        let claims =
            JSONReader.value(Array(("{" + members + "}").utf8))?.object
            ?? JSONReader.value(Array(("{" + members + "}}").utf8))?.object
        let read = try #require(claims)
        #expect(throws: TokenError.missingClaim(name)) { try AccessToken(claims: read) }
    }

    @Test("A chain of more actors than allowed is refused")
    func longChain() throws {
        var long = token
        long.actors = (0..<AccessToken.maximumActors).map { "idn_\($0)" }
        #expect(try verify(long.signed(by: key)) == long)
        long.actors.append("idn_more")
        let signed = try long.signed(by: key)
        #expect(throws: TokenError.missingClaim("act")) { try self.verify(signed) }
    }

    @Test("Claims that a later version may add do not matter")
    func unknownClaims() throws {
        let signer = TestSigner.p256()
        let verifier = AccessTokenVerifier(
            issuer: "i",
            audience: "a",
            keys: try signer.keySet(#","kid":"K""#)
        )
        let payload =
            #"{"iss":"i","aud":"a","sub":"s","exp":1700000300,"iat":1700000000,"jti":"j","client_id":"c","new":1}"#
        let signed = try signer.sign(payload, header: #"{"alg":"ES256","kid":"K","typ":"at+jwt"}"#)
        #expect(try verifier.verify(Array(signed.utf8), at: now).subject == "s")
    }

    @Test("A remembered token is found, and refused from its end on")
    func remembered() throws {
        let cache = VerifiedTokenCache(verifier)
        let signed = Array(try token.signed(by: key).utf8)
        #expect(try cache.verify(signed, at: now) == token)
        #expect(cache.count == 1)
        #expect(try cache.verify(signed, at: now + .seconds(1)) == token)
        #expect(cache.count == 1)
        #expect(throws: TokenError.expired) { try cache.verify(signed, at: now + .seconds(300)) }
    }

    @Test("A refused token is not remembered, and a look-alike of a remembered one is refused")
    func notRemembered() throws {
        let cache = VerifiedTokenCache(verifier)
        let signed = Array(try token.signed(by: key).utf8)
        #expect(throws: TokenError.expired) { try cache.verify(signed, at: now + .days(1)) }
        #expect(cache.count == 0)
        _ = try cache.verify(signed, at: now)
        #expect(throws: TokenError.self) { try cache.verify(signed + [UInt8(ascii: "A")], at: now) }
        #expect(cache.count == 1)
    }

    @Test("The cache holds no more tokens than it may, and still verifies those that made room")
    func bounded() throws {
        let cache = VerifiedTokenCache(verifier, capacity: 16)
        let signed = try (0..<100).map { number in
            var token = token
            token.id = "lse_\(number)"
            return Array(try token.signed(by: key).utf8)
        }
        for token in signed + signed {
            _ = try cache.verify(token, at: now)
            #expect(cache.count <= 16)
        }
    }
}
