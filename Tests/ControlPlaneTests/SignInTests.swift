import Domain
import Testing

@testable import ControlPlane

struct SignInTests {
    @Test("A link works once; then a passphrase signs in, and a wrong one does not")
    func signIn() async throws {
        try await House.onEach { house in
            try await house.person("ana", roles: [.admin])
            let control = house.control
            let link = try await control.oneTimeLink(for: "ana@example.com", by: house.boss)
            let session = try await control.redeemLink(link)
            #expect(session.mustChoosePassphrase)
            let again = try await house.failure { _ = try await control.redeemLink(link) }
            #expect(again?.code == .unauthenticated)
            let short = try await house.failure {
                try await control.choosePassphrase(Secret("short"), session: session.token)
            }
            #expect(short?.code == .invalid)
            let passphrase = Secret("four words of my own")
            try await control.choosePassphrase(passphrase, session: session.token)
            #expect(try await control.session(session.token)?.mustChoosePassphrase == false)
            let wrong = try await house.failure {
                _ = try await control.signIn(email: "ana@example.com", passphrase: Secret("another one"), remote: nil)
            }
            #expect(wrong?.code == .unauthenticated)
            let second = try await control.signIn(email: "ANA@example.com", passphrase: passphrase, remote: nil)
            #expect(second.user.email == "ana@example.com")
            try await control.signOut(second.token)
            #expect(try await control.session(second.token) == nil)
        }
    }

    @Test("Whoever leaves is signed out at once and cannot come back")
    func leaving() async throws {
        try await House.onEach { house in
            try await house.person("ana", roles: [.admin])
            let control = house.control
            let link = try await control.oneTimeLink(for: "ana@example.com", by: house.boss)
            let session = try await control.redeemLink(link)
            _ = try await control.putUser(
                NewUser(email: "ana@example.com", name: "ana", status: .left, roles: [.admin]),
                by: house.boss,
            )
            #expect(try await control.session(session.token) == nil)
            let refused = try await house.failure {
                _ = try await control.oneTimeLink(for: "ana@example.com", by: house.boss)
            }
            #expect(refused?.code == .conflict)
        }
    }

    @Test("A session and a link end by themselves")
    func ends() async throws {
        try await House.onEach { house in
            try await house.person("ana")
            let link = try await house.control.oneTimeLink(for: "ana@example.com", by: house.boss)
            let other = try await house.control.redeemLink(link)
            house.clock.advance(by: .hours(13))
            #expect(try await house.control.session(other.token) == nil)
            let late = try await house.control.oneTimeLink(for: "ana@example.com", by: house.boss)
            house.clock.advance(by: .minutes(61))
            let failure = try await house.failure { _ = try await house.control.redeemLink(late) }
            #expect(failure?.code == .unauthenticated)
        }
    }

    @Test("From the fifth wrong try on, the next one must wait")
    func slowing() async throws {
        try await House.onEach { house in
            try await house.person("ana")
            let control = house.control
            let session = try await control.redeemLink(
                try await control.oneTimeLink(for: "ana@example.com", by: house.boss)
            )
            let passphrase = Secret("four words of my own")
            try await control.choosePassphrase(passphrase, session: session.token)
            for _ in 0..<5 {
                _ = try await house.failure {
                    _ = try await control.signIn(email: "ana@example.com", passphrase: Secret("guess"), remote: nil)
                }
            }
            let blocked = try await house.failure {
                _ = try await control.signIn(email: "ana@example.com", passphrase: passphrase, remote: nil)
            }
            #expect(blocked?.message == "too many wrong tries")
            house.clock.advance(by: .hours(2))
            _ = try await control.signIn(email: "ana@example.com", passphrase: passphrase, remote: nil)
        }
    }
}
