import Decisions
import Domain
import SQLEngine
import Store
import Testing

@testable import ControlPlane

/// What imports, dates and departures do to identities that are governed.
struct LifecycleUseTests {
    private func reimport(_ office: Office, _ workflows: [Workflow]) async throws {
        _ = try await office.control.importEstates([Office.estate(workflows)], dryRun: false, by: office.boss)
    }

    private func granted(_ office: Office) async throws -> Grant {
        let request = try await office.open()
        try await office.approve(request, by: office.approver)
        return try #require(try await office.grants().first)
    }

    @Test("I5 I12 D1 N7: a new target makes the approval and its grants void, and using them says what changed")
    func drift() async throws {
        try await Office.onEach { office in
            let grant = try await granted(office)
            try await reimport(office, [Office.workflow(target: "warehouse.example")])
            let identity = try await office.control.identity("sync", by: office.boss).identity
            #expect(
                identity.drift == "new target `slack`, new target `warehouse.example`"
                    || identity.drift == "new target `warehouse.example`"
            )
            #expect(try await office.grants().first?.voidReason?.contains("warehouse.example") == true)
            let decision = try #require(office.control.world.snapshot).decide(
                .init(identity: identity.id, action: .read, resource: grant.resource, now: office.clock.now)
            )
            #expect(decision.verdict == .deny)
            #expect(decision.policies.contains("guardrail.approval-void"))
            #expect(decision.reason.contains("warehouse.example"))
            let approval = try #require(grant.approval)
            let kept = try await office.house.database.read { try ApprovalTable.find(approval, in: $0) }
            #expect(kept?.voidReason?.contains("warehouse.example") == true)
        }
    }

    @Test("A change takes open requests with it: what is asked for is not any more what there is")
    func openRequestVoid() async throws {
        try await Office.onEach { office in
            let request = try await office.open()
            try await reimport(office, [Office.workflow(credential: "2")])
            #expect(try await office.control.request(request.id.text, by: office.boss).request.state == .void)
            #expect(
                try await office.failure { try await office.approve(request, by: office.approver) }?.code == .conflict
            )
            #expect(try await office.grants().isEmpty)
        }
    }

    @Test("After a change one renewal, approved, brings back what was lost")
    func renewedAfterDrift() async throws {
        try await Office.onEach { office in
            _ = try await granted(office)
            try await reimport(office, [Office.workflow(target: "warehouse.example")])
            let request = try await office.open(
                NewRequest(.renew, identity: office.identity.id.text, reason: "the new target was agreed")
            )
            #expect(request.proposal.grants.count == 1)
            try await office.approve(request, by: office.approver)
            let identity = try await office.control.identity("sync", by: office.boss).identity
            #expect(identity.drift == nil)
            let resource = try #require(ResourcePath("crm/contacts"))
            let decision = try #require(office.control.world.snapshot).decide(
                .init(identity: identity.id, action: .read, resource: resource, now: office.clock.now)
            )
            #expect(decision.verdict == .allow)
        }
    }

    @Test("D8 D9: what its source switched off or shows no more is suspended, and only a new approval lets it go on")
    func disabled() async throws {
        try await Office.onEach { office in
            _ = try await granted(office)
            var off = Office.workflow()
            off.active = false
            off.digest = "off"
            try await reimport(office, [off])
            let suspended = try await office.control.identity("sync", by: office.boss).identity
            #expect(suspended.state == .suspended)
            #expect(suspended.suspension == .disabledInSource)
            try await reimport(office, [Office.workflow()])
            let resumed = try await office.failure {
                _ = try await office.control.resume("sync", reason: "on again", by: office.boss)
            }
            #expect(resumed?.code == .conflict)
            let request = try await office.open(
                NewRequest(.renew, identity: office.identity.id.text, reason: "on again")
            )
            try await office.approve(request, by: office.approver)
            #expect(try await office.control.identity("sync", by: office.boss).identity.state == .active)
        }
    }

    @Test("N1 N4 N5 D10: a copy with the original's credential is quarantined, named, and refused until it has its own")
    func clone() async throws {
        try await Office.onEach { office in
            var original = Office.workflow()
            original.graphKey = "graph"
            original.digest = "with graph"
            var copy = Office.workflow("copy")
            copy.graphKey = "graph"
            try await reimport(office, [original, copy])
            let quarantined = try await office.control.identity("copy", by: office.boss).identity
            #expect(quarantined.state == .quarantined)
            #expect(quarantined.copyOf == office.identity.id)
            let resource = try #require(ResourcePath("crm/contacts"))
            let decision = try #require(office.control.world.snapshot).decide(
                .init(identity: quarantined.id, action: .read, resource: resource, now: office.clock.now)
            )
            #expect(decision.verdict == .deny)
            #expect(decision.reason.contains("a copy of `sync`"))
            var registration = Office.registration(office.house)
            let asked = NewRequest(.clone, identity: "copy", registration: registration, reason: "second shop")
            #expect(try await office.failure { _ = try await office.open(asked) }?.code == .invalid)
            registration.purpose = "contacts of the second shop"
            let shared = NewRequest(.clone, identity: "copy", registration: registration, reason: "second shop")
            #expect(try await office.failure { _ = try await office.open(shared) }?.message.contains("sync") == true)
            var own = Office.workflow("copy", credential: "77")
            own.graphKey = "graph"
            try await reimport(office, [original, own])
            let request = try await office.open(shared)
            #expect(request.state == .open)
            try await office.approve(request, by: office.approver)
            #expect(try await office.control.identity("copy", by: office.boss).identity.state == .active)
        }
    }

    @Test("D5: a renewal date passed suspends after the class's grace, once, by what is due")
    func renewalPassed() async throws {
        try await Office.onEach { office in
            let renewal = try #require(office.identity.renewal)
            office.clock.advance(by: renewal - office.clock.now)
            #expect(try await office.control.dueGovernance().isEmpty)
            office.clock.advance(by: .days(14))
            let due = try await office.control.dueGovernance()
            #expect(due == [.renewalPassed(office.identity.id)])
            #expect(try await office.control.carryOut(due[0]))
            #expect(try await !office.control.carryOut(due[0]))
            let identity = try await office.control.identity("sync", by: office.boss).identity
            #expect(identity.suspension == .renewalPassed)
        }
    }

    @Test("C7 C9: when the owner leaves the backup is asked, others are told, and it is suspended on the class's dates")
    func ownerLeaves() async throws {
        try await Office.onEach { office in
            _ = try await office.control.putUser(
                NewUser(email: "olga@example.com", name: "olga", status: .left, roles: [.owner]),
                by: office.boss,
            )
            func events() async throws -> [Event] {
                try await office.control.identity("sync", by: office.boss).events.map(\.event)
            }
            #expect(
                try await events().contains { $0.kind == .handoverAsked && $0.detail["backup"] == "bea@example.com" }
            )
            #expect(try await office.control.dueGovernance().isEmpty)
            office.clock.advance(by: .days(14))
            #expect(try await office.control.dueGovernance() == [.handoverEscalates(office.identity.id)])
            try await office.control.carryOut(.handoverEscalates(office.identity.id))
            #expect(try await office.control.dueGovernance().isEmpty)
            office.clock.advance(by: .days(16))
            try await office.control.carryOut(.handoverSuspends(office.identity.id))
            #expect(try await office.control.identity("sync", by: office.boss).identity.suspension == .ownerGone)
        }
    }

    @Test("G3: a grant for a task closes with it, with the tokens that were issued for it")
    func task() async throws {
        try await Office.onEach { office in
            var new = office.asked(.write, days: 1)
            new.grants[0].task = "run-7"
            try await office.approve(try await office.open(new), by: office.approver)
            let resource = try #require(ResourcePath("crm/contacts"))
            func verdict(task: String?) throws -> AccessDecision.Verdict {
                try #require(office.control.world.snapshot).decide(
                    .init(
                        identity: office.identity.id,
                        action: .write,
                        resource: resource,
                        now: office.clock.now,
                        task: task,
                    )
                ).verdict
            }
            #expect(try verdict(task: "run-7") == .allow)
            #expect(try verdict(task: "run-8") == .noPermit)
            #expect(try verdict(task: nil) == .noPermit)
            let closed = try await office.control.closeTask(
                "run-7",
                of: "sync",
                by: .identity(office.identity.id),
            )
            #expect(closed.count == 1)
            #expect(try verdict(task: "run-7") == .noPermit)
        }
    }

    @Test("A machine asks for itself only, and those who make it act do not approve")
    func machine() async throws {
        try await Office.onEach { office in
            let machine = Caller.identity(office.identity.id)
            let request = try await office.control.openRequest(office.asked(), by: machine)
            #expect(request.state == .open)
            #expect(try await office.control.request(request.id.text, by: machine).request.state == .open)
            _ = try await office.house.person("theo", roles: [.owner, .approver])
            #expect(
                try await office.failure { try await office.approve(request, by: office.technical) }?.code == .forbidden
            )
            #expect(try await office.approve(request, by: office.owner).state == .approved)
            let other = Caller.identity(ID(at: office.clock.now))
            #expect(
                try await office.failure { _ = try await office.control.openRequest(office.asked(), by: other) }?.code
                    == .forbidden
            )
        }
    }

    @Test(
        "G7: renewed without a person only when its need is proved; else confirmation with the last use, or the reason"
    )
    func verifiedNeed() async throws {
        try await Office.onEach { office in
            let id = office.identity.id
            guard
                case .needsConfirmation(nil, _) = try await office.control.renewOnVerifiedNeed("sync", by: office.boss)
            else { throw Failure(.conflict, "renewed although never used") }
            let used = office.clock.now
            try await office.house.database.write { try IdentityTable.touch([id: used], in: $0) }
            guard case .renewed(let request) = try await office.control.renewOnVerifiedNeed("sync", by: office.boss)
            else { throw Failure(.conflict, "not renewed although used") }
            #expect(request.requester.kind == .penstock)
            try await reimport(office, [Office.workflow(target: "warehouse.example")])
            guard case .refused(let because) = try await office.control.renewOnVerifiedNeed("sync", by: office.boss)
            else { throw Failure(.conflict, "renewed although its approval is void") }
            #expect(because.contains { $0.contains("warehouse.example") })
        }
    }

    @Test("Nothing that was stopped, has ended or is retired is renewed")
    func notRenewed() async throws {
        try await Office.onEach { office in
            let renew = NewRequest(.renew, identity: office.identity.id.text, reason: "still needed")
            _ = try await office.control.stop("sync", reason: "drill", by: office.boss)
            #expect(try await office.failure { _ = try await office.open(renew) }?.code == .conflict)
            _ = try await office.control.resume("sync", reason: "over", by: office.boss)
            office.clock.advance(by: .days(301))
            #expect(try await office.failure { _ = try await office.open(renew) }?.code == .conflict)
            _ = try await office.control.retireIdentity("sync", reason: "done", by: office.boss)
            #expect(try await office.failure { _ = try await office.open(renew) }?.code == .conflict)
        }
    }

    @Test("D7: retiring ends grants, leases, clients and open requests in one transaction")
    func retired() async throws {
        try await Office.onEach { office in
            _ = try await granted(office)
            let open = try await office.open()
            _ = try await office.control.addClient("sync", publicKey: nil, by: office.boss)
            _ = try await office.control.retireIdentity("sync", reason: "replaced", by: office.boss)
            let detail = try await office.control.identity("sync", by: office.boss)
            #expect(detail.identity.state == .retired)
            #expect(detail.grants.allSatisfy { $0.revoked != nil })
            #expect(detail.clients.allSatisfy { $0.revoked != nil })
            #expect(try await office.control.request(open.id.text, by: office.boss).request.state == .void)
        }
    }
}
