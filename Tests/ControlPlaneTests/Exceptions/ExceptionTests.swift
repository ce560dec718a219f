import Domain
import SQLEngine
import Store
import TestSupport
import Testing

@testable import ControlPlane

/// A house where two workflows share one credential, and what accepts that.
struct SharedHouse {
    let house: House
    let finding: Finding
    let ana: User
    let sam: User
    var control: ControlPlane { house.control }

    init(_ house: House) async throws {
        self.house = house
        let two = [House.workflow("sync"), House.workflow("other")]
        _ = try await house.control.importEstates([House.estate(two)], dryRun: false, by: house.boss)
        try await house.person("ana")
        try await house.person("ben")
        for name in ["sync", "other"] {
            _ = try await house.control.registerIdentity(name, house.registration, by: house.boss)
        }
        ana = try await house.person("ana")
        sam = try await house.person("sam", roles: [.security])
        let system = System(name: "crm", title: "CRM", environment: "production", upstream: "http://127.0.0.1:9")
        _ = try await house.control.putSystem(system, by: house.boss)
        let found = try await house.control.currentFindings().first { $0.rule == "shared-credential" }
        finding = try #require(found)
    }

    func order(
        _ controls: [CompensatingControl] = [.separateEnvironments(environment: "production")],
        days: Int64 = 30,
    ) -> ExceptionOrder {
        ExceptionOrder(
            finding: finding.id,
            reason: "the vendor offers no second credential",
            ends: house.clock.now + .days(days),
            controls: controls,
        )
    }

    func accepted() async throws -> Finding.Acceptance? {
        try await control.currentFindings().first { $0.id == finding.id }?.accepted
    }

    func active(
        _ controls: [CompensatingControl] = [.separateEnvironments(environment: "production")]
    ) async throws -> RiskException {
        let proposed = try await control.proposeException(order(controls), by: .user(ana))
        return try await control.acceptException(proposed.id, by: .user(sam))
    }
}

struct ExceptionTests {
    @Test("I7, O7: What somebody else accepted marks its finding as accepted until its end, and no longer")
    func lasts() async throws {
        try await House.onEach { house in
            let shared = try await SharedHouse(house)
            let proposed = try await shared.control.proposeException(shared.order(), by: .user(shared.ana))
            #expect(try await shared.accepted() == nil)
            _ = try await shared.control.acceptException(proposed.id, by: .user(shared.sam))
            #expect(try await shared.accepted()?.exception == proposed.id)
            house.clock.advance(by: .days(30))
            try await shared.control.runDue(as: "node")
            #expect(try await shared.accepted() == nil)
            let ended = try await shared.control.exception(proposed.id, by: house.boss)
            #expect(ended.state == .ended)
        }
    }

    @Test("No one accepts what they asked for, or own")
    func own() async throws {
        try await House.onEach { house in
            let shared = try await SharedHouse(house)
            let proposed = try await shared.control.proposeException(shared.order(), by: .user(shared.sam))
            let failure = try await house.failure {
                _ = try await shared.control.acceptException(proposed.id, by: .user(shared.sam))
            }
            #expect(failure?.code == .forbidden)
            let byOperator = try await shared.control.proposeException(
                {
                    var order = shared.order()
                    order.owner = "ana@example.com"
                    return order
                }(),
                by: house.boss,
            )
            let twice = try await house.failure {
                _ = try await shared.control.acceptException(byOperator.id, by: house.boss)
            }
            #expect(twice?.code == .forbidden)
        }
    }

    @Test(
        "I3 I7: Security accepts by the route, and may end it earlier; who asked, owns it or has another role does not"
    )
    func route() async throws {
        try await House.onEach { house in
            let shared = try await SharedHouse(house)
            let order = NewRequest(shared.order())
            let preview = try await shared.control.previewRequest(order, by: .user(shared.ana))
            #expect(preview.route.sentence == "this needs one approval (security) because it accepts a risk")
            let request = try await shared.control.openRequest(order, by: .user(shared.ana))
            let abel = try await house.person("abel", roles: [.approver])
            let wrong = try await house.failure {
                _ = try await shared.control.decideRequest(
                    request.id.text,
                    RequestDecision(.approved),
                    by: .user(abel)
                )
            }
            #expect(wrong?.code == .forbidden)
            func approve(until days: Int64, reason: String? = "a week will do") async throws {
                _ = try await shared.control.decideRequest(
                    request.id.text,
                    RequestDecision(.approved, reason: reason, until: house.clock.now + .days(days)),
                    by: .user(shared.sam),
                )
            }
            for days in [31, -1] as [Int64] {
                #expect(try await house.failure { try await approve(until: days) }?.code == .invalid)
            }
            #expect(try await house.failure { try await approve(until: 7, reason: nil) }?.code == .invalid)
            try await approve(until: 7)
            #expect(try await shared.accepted()?.until == house.clock.now + .days(7))
            house.clock.advance(by: .days(7))
            try await shared.control.runDue(as: "node")
            #expect(try await shared.accepted() == nil)
            let closed = try await shared.control.request(request.id.text, by: house.boss).request
            #expect(closed.state == .closed)
        }
    }

    @Test("A second account of who asked, or of who owns the risk, does not accept it")
    func secondAccount() async throws {
        try await House.onEach { house in
            let shared = try await SharedHouse(house)
            func account(_ name: String, _ role: Role, _ person: String) async throws -> User {
                try await shared.control.putUser(
                    NewUser(email: "\(name)@example.com", name: name, roles: [role], person: person),
                    by: house.boss,
                )
            }
            let first = try await account("first", .owner, "staff-17")
            let second = try await account("second", .security, "staff-17")
            let proposed = try await shared.control.proposeException(shared.order(), by: .user(first))
            var owned = shared.order()
            owned.owner = first.email
            let other = try await shared.control.proposeException(owned, by: .user(shared.ana))
            for id in [proposed.id, other.id] {
                let failure = try await house.failure {
                    _ = try await shared.control.acceptException(id, by: .user(second))
                }
                #expect(failure?.decision?.policies.contains("approve.not-own") == true)
            }
        }
    }

    @Test("I12: An exception that says something else than what was accepted accepts nothing", arguments: [0, 1, 2, 3])
    func changed(what: Int) async throws {
        try await House.onEach { house in
            let shared = try await SharedHouse(house)
            let exception = try await shared.active()
            #expect(try await shared.accepted() != nil)
            var other = exception
            switch what {
            case 0: other.ends = other.ends + .days(900)
            case 1: other.owner = shared.sam.id
            case 2: other.controls = []
            default: other.subject.id = "another"
            }
            let changed = other
            try await house.database.write { try RiskExceptionTable.update(changed, in: $0) }
            house.clock.advance(by: .minutes(20))
            #expect(try await shared.accepted() == nil)
            try await shared.control.scheduleRounds()
            try await shared.control.runDue(as: "node")
            let now = try await shared.control.exception(exception.id, by: house.boss)
            #expect(now.state == .broken)
        }
    }

    @Test(
        "A proposal that is taken back or that nobody decides on in time accepts nothing, and refusing needs a reason"
    )
    func undecided() async throws {
        try await House.onEach { house in
            let shared = try await SharedHouse(house)
            let taken = try await shared.control.proposeException(shared.order(), by: .user(shared.ana))
            let blank = try await house.failure {
                _ = try await shared.control.endException(taken.id, reason: " ", by: .user(shared.sam))
            }
            #expect(blank?.fields.map(\.field) == ["reason"])
            _ = try await shared.control.endException(taken.id, reason: "split instead", by: .user(shared.ana))
            let late = try await shared.control.proposeException(shared.order(), by: .user(shared.ana))
            house.clock.advance(by: .days(15))
            for due in try await shared.control.dueGovernance() { try await shared.control.carryOut(due) }
            for id in [taken.id, late.id] {
                #expect(try await shared.control.exception(id, by: house.boss).state == .refused)
            }
            #expect(try await shared.accepted() == nil)
        }
    }

    @Test("An end that is past, too far, or missing controls are refused", arguments: [-1, 91])
    func ends(days: Int64) async throws {
        try await House.onEach { house in
            let shared = try await SharedHouse(house)
            let failure = try await house.failure {
                _ = try await shared.control.proposeException(shared.order([], days: days), by: .user(shared.ana))
            }
            #expect(failure?.code == .invalid)
            #expect(failure?.fields.map(\.field) == ["ends", "controls"])
        }
    }

    @Test(
        "S-7, S-8, S-10, T6, O6: A template asks for its controls and its plan",
        arguments: ExceptionTemplate.allCases
    )
    func templates(template: ExceptionTemplate) async throws {
        try await House.onEach { house in
            let shared = try await SharedHouse(house)
            var order = shared.order([.strongerMonitoring(withinDays: 500)])
            order.template = template
            let failure = try await house.failure {
                _ = try await shared.control.proposeException(order, by: .user(shared.ana))
            }
            let missing = Set(template.controls).subtracting([.strongerMonitoring]).map(\.rawValue)
            #expect(Set(failure?.fields.map(\.field) ?? []) == Set(missing + ["strongerMonitoring", "plan"]))
        }
    }

    @Test("S-6, P6: A control that stops holding reopens the finding at once, in the same change, and is an event")
    func broken() async throws {
        try await House.onEach { house in
            let shared = try await SharedHouse(house)
            let exception = try await shared.active()
            var registration = Registration()
            registration.environment = "test"
            _ = try await shared.control.registerIdentity("other", registration, by: house.boss)
            #expect(try await shared.accepted() == nil)
            let broken = try await shared.control.exception(exception.id, by: house.boss)
            #expect(broken.state == .broken)
            var filter = EventFilter()
            filter.kinds = [.exceptionBroken]
            let events = try await shared.control.events(filter, page: PageRequest(), by: house.boss)
            #expect(events.items.count == 1)
            let inbox = try await shared.control.inbox(unreadOnly: true, page: PageRequest(), by: .user(shared.sam))
            #expect(inbox.items.contains { $0.kind == .exceptionBroken })
        }
    }

    @Test("S-3: Monitoring holds while a webhook was reached, and not before or long after")
    func monitoring() async throws {
        try await House.onEach { house in
            let shared = try await SharedHouse(Receiver().joined(to: house))
            var terms = GovernanceTerms()
            terms.webhooks.hosts = ["hooks.example.com"]
            _ = try await shared.control.setTerms(terms, by: house.boss)
            let order = shared.order([.strongerMonitoring(withinDays: 7)])
            let proposed = try await shared.control.proposeException(order, by: .user(shared.ana))
            let early = try await house.failure {
                _ = try await shared.control.acceptException(proposed.id, by: .user(shared.sam))
            }
            #expect(early?.code == .conflict)
            let hook = try await shared.control.addWebhook(
                "https://hooks.example.com/",
                kinds: [.stopped],
                by: house.boss
            )
            _ = try await shared.control.testWebhook(hook.webhook.id, by: house.boss)
            try await shared.control.runDue(as: "node")
            _ = try await shared.control.acceptException(proposed.id, by: .user(shared.sam))
            try await shared.control.scheduleRounds()
            house.clock.advance(by: .days(8))
            try await shared.control.runDue(as: "node")
            #expect(try await shared.control.exception(proposed.id, by: house.boss).state == .broken)
        }
    }

    @Test("S-9, O2: Both ways out are offered: a wrap with what its controls are today, and a split with how far it is")
    func ways() async throws {
        try await House.onEach { house in
            let shared = try await SharedHouse(house)
            let wrap = try await shared.control.wrapPlan(
                finding: shared.finding.id,
                ranges: ["10.0.0.0/8"],
                by: house.boss
            )
            #expect(wrap.controls.map(\.kind) == [.networkRestriction, .scopedSecret, .approvalGate])
            #expect(wrap.checks.map(\.holds) == [true, true, true])
            let plan = try await shared.control.splitPlan(finding: shared.finding.id, by: house.boss)
            #expect(
                plan.steps.map(\.kind) == [.ownIdentity, .ownCredential, .ownIdentity, .ownCredential, .revokeShared]
            )
            #expect(plan.done == 2)
            let exception = try await shared.active()
            var other = House.workflow("other")
            other.digest = "moved"
            other.steps[0].credentials = [CredentialReference(kind: "slackApi", id: "2", name: "Slack two")]
            var estate = House.estate([House.workflow("sync"), other])
            estate.credentials.append(
                Credential(reference: CredentialReference(kind: "slackApi", id: "2", name: "Slack two"))
            )
            _ = try await shared.control.importEstates([estate], dryRun: false, by: house.boss)
            let later = try await shared.control.splitPlan(exception: exception.id, by: house.boss)
            #expect(later.done == 3)
        }
    }
}
