import Domain
import SQLEngine
import Sealing
import Store
import Testing
import Tokens

@testable import ControlPlane

/// Which tokens of machines are taken at the API.
struct MachineTokenTests {
    private func token(
        _ office: Office,
        issuer: String? = nil,
        audience: String? = nil,
        subject: String? = nil,
        lease: ID<Lease>,
        expires: Instant? = nil,
        key: SigningKey? = nil,
    ) throws -> Secret {
        let settings = office.control.settings
        let token = AccessToken(
            issuer: issuer ?? settings.issuer,
            subject: subject ?? office.identity.id.text,
            audience: [audience ?? settings.audience],
            issued: office.clock.now,
            expires: expires ?? office.clock.now + .minutes(5),
            id: lease.text,
            client: office.identity.id.text,
            scope: ScopeSet(),
        )
        return Secret(try token.signed(by: key ?? office.control.keys.tokens))
    }

    @Test("Only our own token, for here, not ended, not taken back, of an active identity, says who a machine is")
    func taken() async throws {
        try await Office.onEach { office in
            let machine = Caller.identity(office.identity.id)
            let issued = try await office.control.issueToken("sync", task: nil, life: nil, by: office.boss)
            #expect(office.control.identity(token: issued.token) == machine)
            let lease = issued.lease.id
            #expect(office.control.identity(token: try token(office, lease: lease)) == machine)
            let refused = [
                try token(office, issuer: "http://other.test", lease: lease),
                try token(office, audience: "http://other.test/gateway", lease: lease),
                try token(office, audience: office.control.settings.issuer, lease: lease),
                try token(office, subject: "idn_unknown", lease: lease),
                try token(office, subject: office.owner.id.text, lease: lease),
                try token(office, lease: lease, expires: office.clock.now),
                try token(office, lease: lease, key: .generate()),
                Secret("eyJhbGciOiJub25lIn0.e30."), Secret(""), Secret("none"),
            ]
            for (place, token) in refused.enumerated() {
                #expect(office.control.identity(token: token) == nil, "\(place)")
            }
            office.clock.advance(by: .seconds(Int64(issued.expiresIn)))
            #expect(office.control.identity(token: issued.token) == nil)
        }
    }

    @Test("A stop ends what a machine's token says at the API at once; a new token after resuming is another")
    func stopped() async throws {
        try await Office.onEach { office in
            let issued = try await office.control.issueToken("sync", task: "run-1", life: nil, by: office.boss)
            _ = try await office.control.stop("sync", reason: "drill", by: office.boss)
            #expect(office.control.identity(token: issued.token) == nil)
            _ = try await office.control.resume("sync", reason: "over", by: office.boss)
            #expect(office.control.identity(token: issued.token) == nil)
            let again = try await office.control.issueToken("sync", task: "run-1", life: nil, by: office.boss)
            #expect(office.control.identity(token: again.token) == .identity(office.identity.id))
            _ = try await office.control.closeTask("run-1", of: "sync", by: .identity(office.identity.id))
            #expect(office.control.identity(token: again.token) == nil)
        }
    }

    @Test("F4: a purpose is in the token that was asked for it, and in the record of its issue")
    func purpose() async throws {
        try await Office.onEach { office in
            let issued = try await office.control.issueToken(
                "sync",
                task: nil,
                purpose: "month end",
                life: nil,
                by: office.boss,
            )
            let verifier = AccessTokenVerifier(
                issuer: office.control.settings.issuer,
                audience: office.control.settings.audience,
                keys: office.control.keys.keySet,
            )
            let text = issued.token.withBytes { Array($0) }
            #expect(try verifier.verify(text, at: office.clock.now).purpose == "month end")
            var filter = EventFilter()
            filter.kinds = [.tokenIssued]
            let events = try await office.control.events(filter, page: PageRequest(), by: office.boss)
            #expect(events.items.first?.event.detail["purpose"] == "month end")
            let failure = try await office.failure {
                _ = try await office.control.issueToken("sync", task: nil, purpose: " ", life: nil, by: office.boss)
            }
            #expect(failure?.code == .invalid)
        }
    }
}
