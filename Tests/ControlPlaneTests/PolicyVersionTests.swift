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
            try await approve(1, house)
            _ = try await control.putPoliciesLive(1, by: admin)
            #expect(control.world.snapshot?.organisation.statements.map(\.id) == ["org.freeze"])
            let again = try await house.failure {
                _ = try await control.proposePolicies([Self.freeze], note: "again", tests: 0, by: admin)
            }
            #expect(again?.code == .conflict)
            _ = try await control.proposePolicies([], note: "none", tests: 0, by: admin)
            try await approve(2, house)
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

    /// Approves as the operator and somebody of security, in the places that the shipped route asks for.
    private func approve(_ number: Int64, _ house: House) async throws {
        let sina = try await house.person("sina", roles: [.security])
        let half = try await house.control.decidePolicies(number, approve: true, reason: nil, by: house.boss)
        #expect(half.state == .proposed)
        let whole = try await house.control.decidePolicies(number, approve: true, reason: nil, by: .user(sina))
        #expect(whole.state == .approved)
    }

    private func states(_ house: House) async throws -> [String] {
        try await house.control.policyVersions(by: house.boss).map { "\($0.version) \($0.state.rawValue)" }
    }

    @Test("I5 I12: what is approved for a set that is not live any more cannot go live, nor be approved any further")
    func stale() async throws {
        try await House.onEach { house in
            let admin = Caller.user(try await house.person("ada", roles: [.admin]))
            let control = house.control
            let notes = PolicyText(
                name: "notes.cedar",
                text:
                    #"@id("org.notes") forbid (principal is Identity, action == Action::"admin", resource is Resource);"#
            )
            _ = try await control.proposePolicies([Self.freeze], note: "one", tests: 0, by: admin)
            _ = try await control.proposePolicies([notes], note: "two", tests: 0, by: admin)
            _ = try await control.proposePolicies([Self.freeze, notes], note: "three", tests: 0, by: admin)
            try await approve(1, house)
            try await approve(2, house)
            _ = try await control.putPoliciesLive(1, by: admin)
            #expect(try await states(house) == ["3 void", "2 void", "1 live"])
            let late = try await house.failure { _ = try await control.putPoliciesLive(2, by: admin) }
            #expect(late?.code == .conflict)
            let open = try await house.failure {
                _ = try await control.decidePolicies(3, approve: true, reason: nil, by: house.boss)
            }
            #expect(open?.code == .conflict)
            #expect(control.world.snapshot?.organisation.version == 1)
        }
    }

    @Test(
        "I1 I12: files that are not those that were approved do not go live, and an approval that ended puts nothing live"
    )
    func otherFiles() async throws {
        try await House.onEach { house in
            let admin = Caller.user(try await house.person("ada", roles: [.admin]))
            _ = try await house.control.proposePolicies([Self.freeze], note: "one", tests: 0, by: admin)
            try await approve(1, house)
            try await house.database.write { connection in
                try connection.execute("UPDATE policy_versions SET files = replace(files, 'frozen', 'melted')")
            }
            let swapped = try await house.failure { _ = try await house.control.putPoliciesLive(1, by: admin) }
            #expect(swapped?.message.contains("not any more those that were proposed") == true)
            #expect(try await states(house) == ["1 void"])
            _ = try await house.control.proposePolicies([Self.freeze], note: "two", tests: 0, by: admin)
            try await approve(2, house)
            house.clock.advance(by: .days(400))
            let ended = try await house.failure { _ = try await house.control.putPoliciesLive(2, by: admin) }
            #expect(ended?.message.contains("it ended at") == true)
            #expect(house.control.world.snapshot?.organisation.version == 0)
        }
    }

    @Test("A version that was taken back, refused or that nobody decided on in time waits for nobody")
    func undecided() async throws {
        try await House.onEach { house in
            let admin = Caller.user(try await house.person("ada", roles: [.admin]))
            let control = house.control
            for note in ["taken", "refused", "late"] {
                _ = try await control.proposePolicies([Self.freeze], note: note, tests: 0, by: admin)
            }
            var filter = RequestFilter()
            filter.kinds = [.policyChange]
            let requests = try await control.requests(filter, page: PageRequest(), by: admin).items
            let taken = try #require(requests.first { $0.subject?.id == "1" })
            #expect(requests.map(\.route.seats) == Array(repeating: ["admin", "security"].map(Seat.init), count: 3))
            _ = try await control.withdrawRequest(taken.id.text, reason: nil, by: admin)
            _ = try await control.decidePolicies(2, approve: false, reason: "not now", by: house.boss)
            house.clock.advance(by: .days(15))
            for due in try await control.dueGovernance() { try await control.carryOut(due) }
            #expect(try await states(house) == ["3 withdrawn", "2 refused", "1 withdrawn"])
        }
    }

    @Test("A change of policy is previewed as any request, and asked for by proposing its files alone")
    func previewed() async throws {
        try await House.onEach { house in
            let admin = Caller.user(try await house.person("ada", roles: [.admin]))
            let new = NewRequest(.policyChange, reason: "freeze")
            let preview = try await house.control.previewRequest(new, by: admin)
            #expect(
                preview.route.sentence
                    == "this needs two approvals (admin, security) because it changes what policy says"
            )
            let bare = try await house.failure { _ = try await house.control.openRequest(new, by: admin) }
            #expect(bare?.code == .invalid)
        }
    }

    @Test("I1: policies under which no change of policy could be approved any more need a word more as well")
    func deadEnd() async throws {
        try await House.onEach { house in
            let admin = Caller.user(try await house.person("ada", roles: [.admin]))
            try await house.person("adam", roles: [.admin])
            let dead = PolicyText(
                name: "dead.cedar",
                text: """
                    @id("org.nobody") @replaces("approve.security")
                    forbid (principal, action == Action::"approve", resource is Request)
                    when { context.seat == "security" };
                    """
            )
            _ = try await house.control.proposePolicies([dead], note: "dead end", tests: 0, by: admin)
            try await approve(1, house)
            let refused = try await house.failure { _ = try await house.control.putPoliciesLive(1, by: admin) }
            #expect(refused?.message.contains("another change of policy") == true)
            _ = try await house.control.putPoliciesLive(1, mayLockOut: true, by: admin)
            try await house.control.withdrawPolicies(reason: "dead end", by: house.boss)
            #expect(house.control.world.snapshot?.organisation.version == 0)
        }
    }

    @Test("I1: policies that would lock out every administrator need a word more, and the operator finds the way back")
    func lockOut() async throws {
        try await House.onEach { house in
            let admin = Caller.user(try await house.person("ada", roles: [.admin]))
            let control = house.control
            _ = try await control.proposePolicies([Self.closed], note: "close", tests: 0, by: admin)
            try await approve(1, house)
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
