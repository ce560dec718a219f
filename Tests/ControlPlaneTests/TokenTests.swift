import Domain
import Foundation
import Testing
import Tokens

@testable import ControlPlane

struct TokenTests {
    @Test("A token lives as long as the class allows, never past the identity's end, and says whom it is for")
    func life() async throws {
        try await House.onEach { house in
            let identity = try await house.active()
            let issued = try await house.control.issueToken("sync", task: "run-7", life: .hours(5), by: house.boss)
            #expect(issued.expiresIn == 900)
            let text = issued.token.withBytes { Array($0) }
            let verifier = AccessTokenVerifier(
                issuer: house.control.settings.issuer,
                audience: house.control.settings.audience,
                keys: house.control.keys.keySet,
            )
            let token = try verifier.verify(text, at: house.clock.now)
            #expect(token.subject == identity.id.text)
            #expect(token.id == issued.lease.id.text)
            #expect(token.task == "run-7")
            #expect(token.environment == "production")
            house.clock.advance(by: .seconds(900))
            #expect(throws: TokenError.expired) { try verifier.verify(text, at: house.clock.now) }
        }
    }

    @Test("The token endpoint gives a token for the right secret and records the wrong ones")
    func endpoint() async throws {
        try await House.onEach { house in
            _ = try await house.active()
            let client = try await house.control.addClient("sync", publicKey: nil, by: house.boss)
            let secret = try #require(client.secret).withBytes { String(decoding: $0, as: UTF8.self) }
            func ask(_ secret: String) async throws -> TokenAnswer {
                let basic = Data("\(client.client.id):\(secret)".utf8).base64EncodedString()
                return try await house.control.tokenEndpoint(
                    body: Array("grant_type=client_credentials".utf8),
                    contentType: "application/x-www-form-urlencoded",
                    authorization: "Basic \(basic)",
                    remote: nil,
                )
            }
            #expect(try await ask(secret).status == 200)
            let refused = try await ask("wrong")
            #expect(refused.status == 401)
            #expect(refused.challenge != nil)
            var filter = EventFilter()
            filter.kinds = [.tokenRefused]
            #expect(try await house.control.events(filter, page: PageRequest(), by: house.boss).total == 1)
            _ = try await house.control.stop("sync", reason: "drill", by: house.boss)
            #expect(try await ask(secret).status == 400)
        }
    }

    @Test("A public key that is none is refused")
    func key() async throws {
        try await House.onEach { house in
            _ = try await house.active()
            for text in ["", "{}", #"{"kty":"oct","k":"AAAA"}"#] {
                let failure = try await house.failure {
                    _ = try await house.control.addClient("sync", publicKey: text, by: house.boss)
                }
                #expect(failure?.code == .invalid)
            }
        }
    }
}
