import Decisions
import Domain
import Testing

struct JustInTimeTests {
    /// A grant to administer, and whether it lets a request with this task pass.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var life: Duration = .hours(8)
        var task: String?
        var asking: String?
        let verdict: AccessDecision.Verdict
    }

    @Test(
        "G4: to administer needs a grant that is open for a task or for a short while",
        arguments: [
            Case(testDescription: "8 hours", verdict: .allow),
            Case(testDescription: "longer", life: .hours(8) + .seconds(1), verdict: .deny),
            Case(testDescription: "for its task", life: .days(3), task: "run-7", asking: "run-7", verdict: .allow),
            Case(testDescription: "for another task", life: .days(3), task: "run-7", asking: "run-8", verdict: .deny),
            Case(testDescription: "for no task", life: .days(3), task: "run-7", verdict: .deny),
        ]
    )
    func administering(each: Case) {
        var world = SmallWorld()
        var grant = world.grant("grt_admin", .admin, "crm/schema")
        grant.begins = world.now - .hours(1)
        grant.ends = grant.begins + each.life
        grant.task = each.task
        world.grants = [grant]
        var request = world.request(.admin, "crm/schema/contacts")
        request.task = each.asking
        #expect(world.snapshot.decide(request).verdict == each.verdict)
    }

    @Test("G4: without one the refusal names the grant that is needed, and reading and writing go on")
    func named() {
        var world = SmallWorld()
        world.grants.append(world.grant("grt_write", .write, "crm/contacts"))
        let decision = world.snapshot.decide(world.request(.admin, "crm/contacts"))
        #expect(decision.verdict == .deny)
        #expect(decision.policies == ["guardrail.admin-just-in-time"])
        #expect(decision.fix == "penstock request grant idn_sync admin crm/contacts --until 8h --reason WHY")
        #expect(world.snapshot.decide(world.request(.write)).verdict == .allow)
        #expect(world.snapshot.decide(world.request(.read)).verdict == .allow)
    }

    @Test("G4: it is over with its end, before that when it is taken back, and elsewhere it opens nothing")
    func over() {
        var world = SmallWorld()
        var grant = world.grant("grt_admin", .admin, "crm/schema")
        grant.begins = world.now - .hours(1)
        grant.ends = world.now + .hours(1)
        world.grants = [grant]
        #expect(world.snapshot.decide(world.request(.admin, "crm/schema")).verdict == .allow)
        #expect(world.snapshot.decide(world.request(.admin, "crm/contacts")).verdict == .deny)
        world.grants[0].revoked = world.now
        #expect(world.snapshot.decide(world.request(.admin, "crm/schema")).verdict == .deny)
        world.grants[0].revoked = nil
        world.grants[0].ends = world.now
        #expect(world.snapshot.decide(world.request(.admin, "crm/schema")).verdict == .deny)
    }
}
