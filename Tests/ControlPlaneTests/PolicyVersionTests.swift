import Decisions
import Domain
import SQLEngine
import Store
import Testing

@testable import ControlPlane

struct PolicyVersionTests {
    private static let freeze = PolicyText(
        name: "freeze.cedar",
        text:
            #"@id("org.freeze") @reason("frozen") forbid (principal is Identity, action == Action::"write", resource is Resource);"#,
    )
    private static let closed = PolicyText(
        name: "closed.cedar",
        text: #"@id("org.closed") forbid (principal is User, action == Action::"administer", resource);"#,
    )

    @Test("I1: policies are proposed, approved by somebody else, live, replaced and live again")
    func versions() async throws {
        try await House.onEach { house in
            let admin = Caller.user(try await house.person("ada", roles: [.admin]))
            let control = house.control
            let first = try await control.proposePolicies([Self.freeze], note: "year's end", tests: 2, by: admin)
            #expect(first.version == 1)
            let own = try await house.failure {
                _ = try await control.decidePolicies(1, approve: true, reason: nil, by: admin)
            }
            #expect(own?.code == .forbidden)
            let early = try await house.failure { _ = try await control.putPoliciesLive(1, by: admin) }
            #expect(early?.code == .conflict)
            let dumb = try await house.failure {
                _ = try await control.decidePolicies(1, approve: false, reason: " ", by: house.boss)
            }
            #expect(dumb?.fields.map(\.field) == ["reason"])
            _ = try await control.decidePolicies(1, approve: true, reason: nil, by: house.boss)
            _ = try await control.putPoliciesLive(1, by: admin)
            #expect(control.world.snapshot?.organisation.statements.map(\.id) == ["org.freeze"])
            let again = try await house.failure {
                _ = try await control.proposePolicies([Self.freeze], note: "again", tests: 0, by: admin)
            }
            #expect(again?.code == .conflict)
            _ = try await control.proposePolicies([], note: "none", tests: 0, by: admin)
            _ = try await control.decidePolicies(2, approve: true, reason: nil, by: house.boss)
            _ = try await control.putPoliciesLive(2, by: admin)
            #expect(control.world.snapshot?.organisation.statements.isEmpty == true)
            _ = try await control.putPoliciesLive(1, by: admin)
            let states = try await control.policyVersions(by: admin).map { "\($0.version) \($0.state.rawValue)" }
            #expect(states == ["2 replaced", "1 live"])
            // A node that starts anew finds them in force.
            let other = try await House(house.database, vault: house.vault, clock: house.clock)
            #expect(other.control.world.snapshot?.organisation.version == 1)
        }
    }

    @Test("Policies that would lock out every administrator need a word more, and the operator finds the way back")
    func lockOut() async throws {
        try await House.onEach { house in
            let admin = Caller.user(try await house.person("ada", roles: [.admin]))
            let control = house.control
            _ = try await control.proposePolicies([Self.closed], note: "close", tests: 0, by: admin)
            _ = try await control.decidePolicies(1, approve: true, reason: nil, by: house.boss)
            let refused = try await house.failure { _ = try await control.putPoliciesLive(1, by: admin) }
            #expect(refused?.code == .conflict)
            #expect(refused?.message.contains("no administrator") == true)
            _ = try await control.putPoliciesLive(1, mayLockOut: true, by: admin)
            let out = try await house.failure {
                _ = try await control.proposePolicies([], note: "open", tests: 0, by: admin)
            }
            #expect(out?.code == .forbidden)
            let notHers = try await house.failure { try await control.withdrawPolicies(reason: "mine", by: admin) }
            #expect(notHers?.code == .forbidden)
            try await control.withdrawPolicies(reason: "locked out", by: house.boss)
            _ = try await control.proposePolicies([], note: "open", tests: 0, by: admin)
            #expect(control.world.snapshot?.organisation.version == 0)
        }
    }

    @Test("F12: a preview says for whom the answers to recorded requests would change")
    func preview() async throws {
        try await House.onEach { house in
            let identity = try await house.active()
            _ = try await house.control.putSystem(
                System(name: "crm", title: "CRM", environment: "production"),
                by: house.boss
            )
            let crm = try #require(ResourcePath("crm"))
            for action in [ActionClass.read, .write] {
                _ = try await house.control.grant(
                    identity.id.text,
                    action: action,
                    resource: crm,
                    until: house.clock.now + .days(9),
                    reason: nil,
                    by: house.boss
                )
            }
            let moment = house.clock.now
            let uses = [(ActionClass.write, 14), (.read, 3)].map { action, count in
                RecordedUse(
                    identity: identity.id,
                    action: action,
                    resource: crm,
                    address: "127.0.0.1",
                    verdict: .allow,
                    count: count,
                    last: moment
                )
            }
            try await house.database.write { try UseTable.record(uses, in: $0) }
            let effect = try await house.control.previewPolicies(
                [Self.freeze],
                since: moment - .days(7),
                by: house.boss
            )
            #expect(effect.requests == 17)
            #expect(effect.wouldRefuse == 14)
            #expect(effect.wouldAllow == 0)
            #expect(effect.differences.map(\.policies) == [["org.freeze"]])
            #expect(effect.differences.map(\.name) == ["sync"])
        }
    }
}
