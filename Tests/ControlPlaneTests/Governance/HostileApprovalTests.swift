import Domain
import SQLEngine
import Store
import Testing

@testable import ControlPlane

/// No one approves their own request, however they go about it.
struct HostileApprovalTests {
    @Test("Nobody approves what they asked for themselves, whatever their roles")
    func own() async throws {
        try await Office.onEach { office in
            let asking = try await office.house.person("multi", roles: Set(Role.allCases))
            let request = try await office.open(office.asked(.admin), by: asking)
            let failure = try await office.failure { try await office.approve(request, by: asking) }
            #expect(failure?.code == .forbidden)
            #expect(failure?.decision?.policies.contains("approve.not-own") == true)
            #expect(try await office.grants().isEmpty)
        }
    }

    @Test("A second account of the same person does not approve either")
    func secondAccount() async throws {
        try await Office.onEach { office in
            func account(_ name: String, _ roles: Set<Role>) async throws -> User {
                try await office.control.putUser(
                    NewUser(email: "\(name)@example.com", name: name, roles: roles, person: "staff-17"),
                    by: office.boss,
                )
            }
            let first = try await account("first", [.owner])
            let second = try await account("second", [.approver, .security])
            let request = try await office.open(by: first)
            #expect(try await office.failure { try await office.approve(request, by: second) }?.code == .forbidden)
            #expect(try await office.grants().isEmpty)
        }
    }

    @Test("Accounts that turn out to be one person after the request was opened do not approve it")
    func linkedLater() async throws {
        try await Office.onEach { office in
            let first = try await office.house.person("first", roles: [.owner])
            _ = try await office.house.person("second", roles: [.approver])
            let request = try await office.open(by: first)
            var second = first
            for name in ["first", "second"] {
                second = try await office.control.putUser(
                    NewUser(
                        email: "\(name)@example.com",
                        name: name,
                        roles: name == "first" ? [.owner] : [.approver],
                        person: "staff-18",
                    ),
                    by: office.boss,
                )
            }
            let late = second
            #expect(try await office.failure { try await office.approve(request, by: late) }?.code == .forbidden)
        }
    }

    @Test("Through a nested group nobody approves their own request, and others in it do")
    func nestedGroup() async throws {
        try await Office.onEach { office in
            let member = try await office.house.person("member", roles: [.owner])
            let other = try await office.house.person("other", roles: [.owner])
            let inner = try await office.control.putTeam(
                NewTeam(name: "inner", members: [member.email, other.email]),
                by: office.boss,
            )
            let outer = try await office.control.putTeam(
                NewTeam(name: "outer", teams: [inner.name]),
                by: office.boss,
            )
            try await office.put(
                policies: """
                    @id("shop.outer-approves")
                    permit (principal in Team::"\(outer.id)", action == Action::"approve", resource is Request)
                    when { context.seat == "approver" };
                    """
            )
            let request = try await office.open(by: member)
            #expect(try await office.failure { try await office.approve(request, by: member) }?.code == .forbidden)
            #expect(try await office.approve(request, by: other).state == .approved)
        }
    }

    @Test("Who has left the group or the role does not approve any more, nor who was asked and is gone")
    func leftGroup() async throws {
        try await Office.onEach { office in
            let request = try await office.open()
            _ = try await office.house.person("abel", roles: [.viewer])
            let demoted = try await office.failure { try await office.approve(request, by: office.approver) }
            #expect(demoted?.code == .forbidden)
            _ = try await office.control.putUser(
                NewUser(email: "sina@example.com", name: "sina", status: .left, roles: [.security]),
                by: office.boss,
            )
            #expect(
                try await office.failure { try await office.approve(request, by: office.security) }?.code == .forbidden
            )
            // Leaving the group does not make one's own request another's either.
            _ = try await office.house.person("olga", roles: [.approver])
            #expect(
                try await office.failure { try await office.approve(request, by: office.owner) }?.code == .forbidden
            )
            #expect(try await office.grants().isEmpty)
        }
    }

    @Test("I12: an approver who looked at something else than what stands there now approves nothing")
    func changedRequest() async throws {
        try await Office.onEach { office in
            let request = try await office.open()
            let failure = try await office.failure {
                _ = try await office.control.decideRequest(
                    request.id.text,
                    RequestDecision(.approved, seen: "0000"),
                    by: .user(office.approver),
                )
            }
            #expect(failure?.code == .conflict)
            #expect(try await office.grants().isEmpty)
        }
    }

    @Test("One person does not fill two places, and the second approval of one person is refused")
    func twice() async throws {
        try await Office.onEach { office in
            let both = try await office.house.person("both", roles: [.approver, .security])
            let request = try await office.open(office.asked(.admin))
            #expect(try await office.approve(request, by: both).state == .open)
            #expect(try await office.failure { try await office.approve(request, by: both) }?.code == .forbidden)
            #expect(try await office.grants().isEmpty)
            #expect(try await office.approve(request, by: office.security).state == .approved)
            #expect(try await office.grants().count == 1)
        }
    }

    @Test("Approved at the same moment from two nodes, it is carried out once")
    func twoNodes() async throws {
        try await Office.onEach { office in
            let other = try await House(office.house.database, vault: office.house.vault, clock: office.clock)
            let request = try await office.open()
            let results = await withTaskGroup(of: Bool.self) { group in
                for (control, user) in [(office.control, office.approver), (other.control, office.security)] {
                    group.addTask {
                        do {
                            _ = try await control.decideRequest(
                                request.id.text,
                                RequestDecision(.approved),
                                by: .user(user),
                            )
                            return true
                        } catch { return false }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(results.filter(\.self).count == 1)
            #expect(try await office.grants().count == 1)
        }
    }

    @Test("A missing reviewer blocks: the request stays open, lapses, and nothing is granted")
    func missingReviewer() async throws {
        try await Office.onEach { office in
            for name in ["abel", "sina", "bea"] { _ = try await office.house.person(name, roles: [.viewer]) }
            let request = try await office.open(by: office.owner)
            office.clock.advance(by: .days(15))
            let failure = try await office.failure { try await office.approve(request, by: office.approver) }
            #expect(failure?.code == .conflict)
            #expect(try await office.control.request(request.id.text, by: office.boss).request.state == .expired)
            #expect(try await office.grants().isEmpty)
        }
    }

    @Test("Zero approvers is a refusal: a policy that requires nobody does not approve")
    func zeroApprovers() async throws {
        try await Office.onEach { office in
            try await office.put(
                policies: """
                    @id("shop.nobody") @replaces("route.one-approval") @requires("") @because("nobody has to")
                    permit (principal, action == Action::"route", resource is Request);
                    """
            )
            let failure = try await office.failure { _ = try await office.open() }
            #expect(failure?.code == .forbidden)
            #expect(try await office.grants().isEmpty)
        }
    }

    @Test("C4 I6 Y5: the backup decides in the owner's place when the owner asked, is away, or did not answer in time")
    func backup() async throws {
        try await Office.onEach { office in
            let own = try await office.open(by: office.owner)
            #expect(try await office.approve(own, by: office.backup).state == .approved)
            let other = try await office.open(by: office.technical)
            #expect(try await office.failure { try await office.approve(other, by: office.backup) }?.code == .forbidden)
            office.clock.advance(by: .days(2))
            #expect(try await office.approve(other, by: office.backup).state == .approved)
            let late = try await office.open(by: office.technical)
            _ = try await office.control.putUser(
                NewUser(email: "olga@example.com", name: "olga", status: .disabled, roles: [.owner]),
                by: office.boss,
            )
            #expect(try await office.approve(late, by: office.backup).state == .approved)
        }
    }

    @Test("What an organisation's policy cannot replace: no self-approval, active people, one person one place")
    func promises() async throws {
        try await Office.onEach { office in
            let failure = try await office.failure {
                try await office.put(
                    policies: """
                        @id("shop.own") @replaces("approve.not-own")
                        permit (principal, action == Action::"approve", resource is Request);
                        """
                )
            }
            #expect(failure?.code == .invalid)
        }
    }

    @Test("A clock that goes back brings nothing back: what lapsed stays lapsed, and what was voided or ended stays so")
    func clockBack() async throws {
        try await Office.onEach { office in
            let lapsed = try await office.open()
            office.clock.advance(by: .days(15))
            #expect(
                try await office.failure { try await office.approve(lapsed, by: office.approver) }?.code == .conflict
            )
            office.clock.advance(by: .zero - .days(14))
            let late = try await office.failure { try await office.approve(lapsed, by: office.approver) }
            #expect(late?.code == .conflict)
            let request = try await office.open()
            try await office.approve(request, by: office.approver)
            let changed = Office.workflow(target: "elsewhere.example")
            _ = try await office.control.importEstates([Office.estate([changed])], dryRun: false, by: office.boss)
            office.clock.advance(by: .zero - .days(1))
            let again = try await office.failure { try await office.approve(request, by: office.security) }
            #expect(again?.code == .conflict)
            let (grants, now) = (try await office.grants(), office.clock.now)
            #expect(grants.count == 1 && grants.allSatisfy { !$0.isOpen(at: now) })
        }
    }

    @Test("Whoever left the team that a policy names does not approve, also when the team lies within another")
    func leftTeam() async throws {
        try await Office.onEach { office in
            let other = try await office.house.person("other", roles: [.owner])
            _ = try await office.control.putTeam(NewTeam(name: "inner", members: [other.email]), by: office.boss)
            let outer = try await office.control.putTeam(NewTeam(name: "outer", teams: ["inner"]), by: office.boss)
            try await office.put(
                policies: """
                    @id("shop.outer-approves")
                    permit (principal in Team::"\(outer.id)", action == Action::"approve", resource is Request)
                    when { context.seat == "approver" };
                    """
            )
            let first = try await office.open()
            #expect(try await office.approve(first, by: other).state == .approved)
            let second = try await office.open(office.asked(days: 20))
            _ = try await office.control.putTeam(NewTeam(name: "inner", members: []), by: office.boss)
            #expect(try await office.failure { try await office.approve(second, by: other) }?.code == .forbidden)
            _ = try await office.control.putTeam(NewTeam(name: "inner", members: [other.email]), by: office.boss)
            _ = try await office.control.removeTeam("inner", by: office.boss)
            #expect(try await office.failure { try await office.approve(second, by: other) }?.code == .forbidden)
        }
    }

    @Test("One exception and one change of policy, approved at the same moment from two nodes, count once")
    func twoNodesOfEveryKind() async throws {
        try await Office.onEach { office in
            let other = try await House(office.house.database, vault: office.house.vault, clock: office.clock)
            let second = try await office.house.person("selma", roles: [.security])
            let file = PolicyText(
                name: "a.cedar",
                text: #"@id("org.a") forbid (principal is Identity, action == Action::"admin", resource is Resource);"#,
            )
            let version = try await office.control.proposePolicies([file], note: "a", tests: 0, by: office.boss)
            let results = await withTaskGroup(of: Bool.self) { group in
                for (control, user) in [(office.control, office.security), (other.control, second)] {
                    group.addTask {
                        do {
                            _ = try await control.decidePolicies(
                                version.version,
                                approve: true,
                                reason: nil,
                                by: .user(user),
                            )
                            return true
                        } catch { return false }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(results.filter(\.self).count == 1)
            let state = try await office.control.policyVersion(version.version, by: office.boss).state
            #expect(state == .proposed)
        }
    }

    @Test("Dates gone by, and the owner as backup, are refused in a registration that is asked for")
    func badRegistration() async throws {
        try await Office.onEach { office in
            for change: @Sendable (inout Registration) -> Void in [
                { $0.expires = Instant(seconds: 0) }, { $0.renewal = Instant(seconds: 0) },
                { $0.backupApprover = $0.owner }, { $0.purpose = String(repeating: "x", count: 1_000_000) },
            ] {
                var registration = Office.registration(office.house)
                change(&registration)
                let new = NewRequest(
                    .register,
                    identity: office.identity.id.text,
                    registration: registration,
                    reason: "bad"
                )
                let failure = try await office.failure { _ = try await office.open(new) }
                #expect([.invalid, .missingFields].contains(failure?.code), "\(failure?.message ?? "taken")")
            }
        }
    }
}
