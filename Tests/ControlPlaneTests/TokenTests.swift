import Decisions
import Domain
import Foundation
import SQLEngine
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

    @Test(
        "G8: the longest life of a token follows from the class, whatever is asked for",
        arguments: IdentityClass.allCases
    )
    func lifeByClass(identityClass: IdentityClass) async throws {
        try await House.onEach { house in
            var workflow = House.workflow("sync")
            workflow.steps[0].effect = StepEffect(identityClass, reason: "for the test")
            let flow = workflow
            _ = try await house.control.importEstates([House.estate([flow])], dryRun: false, by: house.boss)
            try await house.person("ana")
            try await house.person("ben")
            _ = try await house.control.registerIdentity("sync", house.registration, by: house.boss)
            let longest: [IdentityClass: Int] = [.readOnly: 3600, .changeCapable: 900, .privileged: 300]
            let issued = try await house.control.issueToken("sync", task: nil, life: .days(1), by: house.boss)
            #expect(issued.expiresIn == longest[identityClass])
            #expect(issued.lease.expires == house.clock.now + .seconds(issued.expiresIn))
            let short = try await house.control.issueToken("sync", task: nil, life: .seconds(60), by: house.boss)
            #expect(short.expiresIn == 60)
        }
    }

    @Test("G6 D6: a token is refused from its end on, with no grace, and its identity's end is one of its own")
    func ends() async throws {
        try await House.onEach { house in
            let identity = try await house.active()
            let issued = try await house.control.issueToken("sync", task: nil, life: nil, by: house.boss)
            let text = issued.token.withBytes { Array($0) }
            // The stated skew is for clocks that run behind, never for what has ended.
            let verifier = AccessTokenVerifier(
                issuer: house.control.settings.issuer,
                audience: house.control.settings.audience,
                keys: house.control.keys.keySet,
                skew: .seconds(5),
            )
            let end = issued.lease.expires
            #expect(try verifier.verify(text, at: end - .microseconds(1)).id == issued.lease.id.text)
            #expect(throws: TokenError.expired) { try verifier.verify(text, at: end) }
            #expect(issued.lease.isUsable(at: end - .microseconds(1)))
            #expect(!issued.lease.isUsable(at: end))
            // The identity has an end beside it, asked at each request.
            let identityEnd = try #require(identity.expires)
            let resource = try #require(ResourcePath("crm/contacts"))
            _ = try await house.control.putSystem(
                System(name: "crm", title: "CRM", environment: "production"),
                by: house.boss,
            )
            func refusing(at moment: Instant) throws -> Bool {
                try #require(house.control.world.snapshot).decide(
                    .init(identity: identity.id, action: .read, resource: resource, now: moment)
                ).policies.contains("guardrail.expired")
            }
            #expect(try !refusing(at: identityEnd - .milliseconds(1)))
            #expect(try refusing(at: identityEnd))
        }
    }

    @Test("G5: what lets somebody in always has an end: tokens, clients, one-time links and envelopes")
    func everythingEnds() async throws {
        try await House.onEach { house in
            let identity = try await house.active()
            let far = house.clock.now + .days(91)
            _ = try await house.control.issueToken("sync", task: nil, life: nil, by: house.boss)
            let client = try await house.control.addClient("sync", publicKey: nil, by: house.boss).client
            #expect(client.expires > house.clock.now && client.expires < far)
            let end = try #require(identity.expires)
            house.clock.advance(by: end - house.clock.now - .days(1))
            let last = try await house.control.addClient("sync", publicKey: nil, by: house.boss).client
            #expect(last.expires == end)
            _ = try await house.control.oneTimeLink(for: "ana@example.com", by: house.boss)
            // The store takes none without an end either.
            for table in ["leases", "clients", "one_time_links"] as [Identifier] {
                do {
                    try await house.database.write { connection in
                        _ = try connection.execute("UPDATE \(identifier: table) SET expires = NULL")
                    }
                    Issue.record("`\(table)` holds what has no end")
                } catch let error as DatabaseError {
                    #expect("\(error)".contains("expires"), "\(error)")
                }
            }
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
