import Domain
import Testing

@testable import Decisions

@Suite struct OrganisationPolicyTests {
    private func organisation(_ text: String, version: Int64 = 3) throws -> OrganisationPolicies {
        try OrganisationPolicies(version: version, files: [PolicyText(name: "own.cedar", text: text)])
    }

    private func problems(_ text: String) -> [String] {
        do throws(PolicyProblems) {
            _ = try OrganisationPolicies(version: 1, files: [PolicyText(name: "own.cedar", text: text)])
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    private let freeze = """
        @id("org.freeze")
        @reason("writes are frozen over new year")
        @expires("2027-01-16T00:00:00Z")
        forbid (principal is Identity, action == Action::"read", resource is Resource);
        """

    @Test("I1 S12: a policy of the organisation forbids, gives its own reason, and ends when it says so")
    func forbids() throws {
        var world = SmallWorld()
        world.grants.append(world.grant("grt_long", .read, "crm", days: 300))
        var facts = world.facts
        facts.policies = try organisation(freeze)
        let snapshot = Snapshot(facts)
        let end = try #require(Instant("2027-01-16T00:00:00Z"))
        #expect(world.now < end)
        let refused = snapshot.decide(world.request())
        #expect(refused.verdict == .deny)
        #expect(refused.policies == ["org.freeze"])
        #expect(refused.reason.hasSuffix("writes are frozen over new year"))
        var later = world.request()
        later.now = end
        #expect(snapshot.decide(later).verdict == .allow)
        // And back again: a clock that was set back finds the policy in force.
        #expect(snapshot.decide(world.request()).verdict == .deny)
    }

    @Test("I4: a permit of the organisation passes no guardrail")
    func permits() throws {
        var world = SmallWorld()
        world.grants = []
        var facts = world.facts
        facts.policies = try organisation(
            #"@id("org.all") permit (principal is Identity, action, resource is Resource);"#
        )
        #expect(Snapshot(facts).decide(world.request()).verdict == .allow)
        facts.identities[0].state = .suspended
        #expect(Snapshot(facts).decide(world.request()).verdict == .deny)
    }

    @Test("I9: a policy tells people from machines, and never binds whoever holds the machine")
    func governance() throws {
        var world = SmallWorld()
        world.ben.roles = [.admin]
        var facts = world.facts
        facts.policies = try organisation(#"@id("org.closed") forbid (principal, action, resource is Installation);"#)
        let snapshot = Snapshot(facts)
        func verdict(_ principal: GovernanceRequest.Principal) -> AccessDecision.Verdict {
            snapshot.decide(GovernanceRequest(principal: principal, action: .administer, now: world.now)).verdict
        }
        #expect(verdict(.user(world.ben.id)) == .deny)
        #expect(verdict(.localOperator) == .allow)
        #expect(snapshot.decide(world.request()).verdict == .allow)
    }

    @Test("A forbid marked as binding holds at level observe, another does not")
    func binding() throws {
        var world = SmallWorld()
        world.identity.level = .observe
        for (mark, expected) in [("@binding", Enforcement.refuse), ("", .observe)] {
            var facts = world.facts
            facts.policies = try organisation(
                #"@id("org.no") \#(mark) forbid (principal is Identity, action, resource is Resource);"#
            )
            let snapshot = Snapshot(facts)
            #expect(snapshot.enforcement(of: snapshot.decide(world.request()), for: world.request()) == expected)
        }
    }

    @Test("What is wrong is said with its place")
    func problems() {
        #expect(problems("permit (principal").first?.hasPrefix("own.cedar:1:18: ") == true)
        #expect(
            problems("permit (principal, action, resource);") == [
                "own.cedar:1:1: the statement has no `@id(\"…\")`; give it one of its own"
            ]
        )
        #expect(
            problems(#"@id("guardrail.own") permit (principal, action, resource);"#).first?.contains(
                "belong to the program"
            ) == true
        )
        #expect(
            problems(#"@id("a") @expires("soon") permit (principal, action, resource);"#).first?.contains("no date")
                == true
        )
        #expect(
            problems(#"@id("a") permit (principal == ?principal, action, resource);"#).first?.contains("?principal")
                == true
        )
        #expect(
            problems(#"@id("a") permit (principal is User, action, resource) when { principal.shoe == 3 };"#).count == 1
        )
        #expect(
            problems(#"@id("a") permit (principal, action, resource); @id("a") forbid (principal, action, resource);"#)
                .first?.contains("used in own.cedar too") == true
        )
    }

    @Test("A change of policies alone keeps grants and takes effect")
    func change() throws {
        let world = SmallWorld()
        let before = world.snapshot
        #expect(before.decide(world.request()).verdict == .allow)
        let after = before.applying([.policies(try organisation(freeze))], version: 8)
        #expect(after.decide(world.request()).verdict == .deny)
        #expect(after.applying([.policies(.none)], version: 9).decide(world.request()).verdict == .allow)
        let same = after.applying([.grant(world.grant("grt_more", .write, "crm"))], version: 10)
        #expect(same.decide(world.request()).verdict == .deny)
        #expect(same.decide(world.request(.write)).verdict == .allow)
    }
}
