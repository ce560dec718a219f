import Decisions
import Domain
import SQLEngine
import Store
import Testing

@testable import ControlPlane

struct DisputeTests {
    /// A field that nothing is active without.
    struct Gap: Sendable, CustomTestStringConvertible {
        let field: String
        let clear: @Sendable (inout Registration) -> Void

        var testDescription: String { field }
    }

    private func state(of name: String, in office: Office) async throws -> LifecycleState {
        try await office.control.identity(name, by: office.boss).identity.state
    }

    private func decision(on name: String, in office: Office) async throws -> AccessDecision {
        let identity = try await office.control.identity(name, by: office.boss).identity
        let resource = try #require(ResourcePath("crm/contacts"))
        return try #require(office.control.world.snapshot).decide(
            .init(identity: identity.id, action: .read, resource: resource, now: office.clock.now)
        )
    }

    @Test(
        "C1 C2 C4: nothing becomes active, and nothing of it passes, without a business owner, a technical one and a backup",
        arguments: [
            Gap(field: "owner") { $0.owner = nil }, Gap(field: "technicalOwner") { $0.technicalOwner = nil },
            Gap(field: "backupApprover") { $0.backupApprover = nil },
        ]
    )
    func required(gap: Gap) async throws {
        try await Office.onEach { office in
            _ = try await office.control.importEstates(
                [Office.estate([Office.workflow(), Office.workflow("second", credential: "2")])],
                dryRun: false,
                by: office.boss,
            )
            var registration = Office.registration(office.house)
            gap.clear(&registration)
            let bare = registration
            let failure = try await office.failure {
                _ = try await office.control.registerIdentity("second", bare, by: office.boss)
            }
            #expect(failure?.code == .missingFields)
            #expect(failure?.fields.map(\.field).contains(gap.field) == true)
            #expect(try await state(of: "second", in: office) == .discovered)
            #expect(try await decision(on: "second", in: office).policies.contains("guardrail.not-active"))
            let whole = Office.registration(office.house)
            _ = try await office.control.registerIdentity("second", whole, by: office.boss)
            #expect(try await state(of: "second", in: office) == .active)
        }
    }

    @Test("C3: a team, two people at once and a mailbox of several are no owner; one person is, and replaces the other")
    func one() async throws {
        try await Office.onEach { office in
            _ = try await office.control.putTeam(
                NewTeam(name: "sales", members: ["olga@example.com", "theo@example.com"]),
                by: office.boss,
            )
            _ = try await office.control.putUser(
                NewUser(email: "desk@example.com", name: "desk", roles: [.owner], sharedMailbox: true),
                by: office.boss,
            )
            for owner in [
                "sales", "olga@example.com,theo@example.com", "olga@example.com theo@example.com", "desk@example.com",
            ] {
                var registration = Registration()
                registration.owner = owner
                let wrong = registration
                let failure = try await office.failure {
                    _ = try await office.control.registerIdentity("sync", wrong, by: office.boss)
                }
                #expect(failure?.fields.map(\.field) == ["owner"], "\(owner)")
            }
            var registration = Registration()
            registration.owner = "theo@example.com"
            _ = try await office.control.registerIdentity("sync", registration, by: office.boss)
            #expect(try await office.control.identity("sync", by: office.boss).owner?.email == "theo@example.com")
        }
    }

    @Test("C5: nothing privileged can lose its owner, or become active without one")
    func privileged() async throws {
        try await Office.onEach { office in
            var workflow = Office.workflow("root", credential: "9")
            workflow.steps[0].effect = StepEffect(.privileged, reason: "it makes administrators")
            _ = try await office.control.importEstates(
                [Office.estate([Office.workflow(), workflow])],
                dryRun: false,
                by: office.boss,
            )
            var registration = Office.registration(office.house)
            registration.owner = nil
            let bare = registration
            let failure = try await office.failure {
                _ = try await office.control.registerIdentity("root", bare, by: office.boss)
            }
            #expect(failure?.code == .missingFields)
            registration.owner = "olga@example.com"
            let root = try await office.control.registerIdentity("root", registration, by: office.boss)
            #expect(root.classification.identityClass == .privileged)
            // Who leaves is not replaced by nobody: a day later others know, and after three it is over.
            _ = try await office.control.putUser(
                NewUser(email: "olga@example.com", name: "olga", status: .left, roles: [.owner]),
                by: office.boss,
            )
            #expect(try await decision(on: "root", in: office).policies.contains("guardrail.owner-left"))
            office.clock.advance(by: .days(3))
            #expect(try await office.control.dueGovernance().contains(.handoverSuspends(root.id)))
            try await office.control.carryOut(.handoverSuspends(root.id))
            #expect(try await state(of: "root", in: office) == .suspended)
        }
    }

    @Test(
        "C8: whose it is is disputed: its dates are its class's, others are told, and it is suspended when nobody settles it"
    )
    func disputed() async throws {
        try await Office.onEach { office in
            let handover = try await office.control.disputeOwnership(
                of: "sync",
                reason: "sales and finance both say it is theirs since the merger",
                by: .user(office.technical),
            )
            let identityClass = office.identity.classification.identityClass
            #expect(handover.cause == .disputed)
            #expect(handover.suspends(identityClass) == office.clock.now + identityClass.handover.suspension)
            let detail = try await office.control.identity("sync", by: office.boss)
            #expect(detail.handover == handover)
            let found = detail.findings.first { $0.rule == "unowned" }
            #expect(found?.evidence["reason"].map { "\($0)".contains("since the merger") } == true)
            let again = try await office.failure {
                _ = try await office.control.disputeOwnership(of: "sync", reason: "again", by: office.boss)
            }
            #expect(again?.code == .conflict)
            #expect(try await office.control.dueGovernance().isEmpty)
            office.clock.advance(by: identityClass.handover.escalation)
            let due = try await office.control.dueGovernance()
            #expect(due == [.handoverEscalates(office.identity.id)])
            #expect(try await office.control.carryOut(.handoverEscalates(office.identity.id)))
            #expect(try await !office.control.carryOut(.handoverEscalates(office.identity.id)))
            let told = try await office.control.inbox(
                unreadOnly: false,
                page: PageRequest(),
                by: .user(office.security)
            )
            #expect(told.items.contains { $0.kind == .handoverEscalated })
            office.clock.advance(by: identityClass.handover.suspension - identityClass.handover.escalation)
            #expect(try await office.control.carryOut(.handoverSuspends(office.identity.id)))
            let suspended = try await office.control.identity("sync", by: office.boss).identity
            #expect(suspended.suspension == .ownerGone)
            #expect(try await decision(on: "sync", in: office).verdict == .deny)
        }
    }

    @Test("C8: a registration that names the owner settles it, one that leaves who was there does not")
    func settled() async throws {
        try await Office.onEach { office in
            _ = try await office.control.disputeOwnership(of: "sync", reason: "nobody knows", by: office.boss)
            var registration = Registration()
            registration.function = "marketing"
            _ = try await office.control.registerIdentity("sync", registration, by: office.boss)
            #expect(try await office.control.identity("sync", by: office.boss).handover != nil)
            registration.owner = "theo@example.com"
            _ = try await office.control.registerIdentity("sync", registration, by: office.boss)
            let detail = try await office.control.identity("sync", by: office.boss)
            #expect(detail.handover == nil)
            #expect(detail.events.contains { $0.event.kind == .handoverDone && $0.event.detail["cause"] == "disputed" })
            office.clock.advance(by: .days(40))
            #expect(try await office.control.dueGovernance().isEmpty)
        }
    }

    @Test("C8: while it is disputed its owner decides nothing alone")
    func notAlone() async throws {
        try await Office.onEach(environment: "test") { office in
            #expect(
                try await office.control.previewRequest(office.asked(), by: .user(office.owner)).route.seats.isEmpty
            )
            _ = try await office.control.disputeOwnership(of: "sync", reason: "two teams", by: office.boss)
            #expect(
                try await !office.control.previewRequest(office.asked(), by: .user(office.owner)).route.seats.isEmpty
            )
        }
    }

    @Test(
        "C6: a credential has its own owner where its source names one, else that of what uses it, else it is a finding"
    )
    func credentials() async throws {
        try await Office.onEach { office in
            var estate = Office.estate([
                Office.workflow(), Office.workflow("named", credential: "2"), Office.workflow("lost", credential: "3"),
            ])
            estate.credentials = ["1", "2", "3"].map { id in
                var credential = Credential(reference: CredentialReference(kind: "slackApi", id: id, name: "key \(id)"))
                if id == "2" { credential.owner = OwnerHint(kind: .person, text: "nina@example.com") }
                return credential
            }
            let whole = estate
            _ = try await office.control.importEstates([whole], dryRun: false, by: office.boss)
            func owner(_ name: String) async throws -> CredentialOwner? {
                let held = try await office.control.identity(name, by: office.boss).credentials
                #expect(held.count == 1)
                return held.first?.owner
            }
            #expect(try await owner("sync") == .inherited([office.owner]))
            #expect(try await owner("named")?.words == "nina@example.com")
            #expect(try await owner("named")?.kind == "own")
            #expect(try await owner("lost") == .nobody)
            func unowned() async throws -> Set<String> {
                var filter = FindingFilter()
                filter.rules = ["unowned"]
                let found = try await office.control.findings(filter, by: office.boss)
                return Set(found.filter { $0.subject.kind == "credential" }.map(\.subject.name))
            }
            #expect(try await unowned() == ["key 3"])
            // Who is gone answers for nothing.
            _ = try await office.control.putUser(
                NewUser(email: "olga@example.com", name: "olga", status: .left, roles: [.owner]),
                by: office.boss,
            )
            #expect(try await unowned() == ["key 1", "key 3"])
        }
    }

    @Test("C11: who does not answer is passed over after a time that the class sets, for requests and for hand-overs")
    func escalation() async throws {
        try await Office.onEach { office in
            let read = try await office.open(office.asked(.read))
            let admin = try await office.open(office.asked(.admin))
            #expect(admin.escalates < read.escalates)
            #expect(admin.due < read.due)
            #expect(admin.lapses < read.lapses)
            office.clock.advance(by: admin.escalates - admin.opened)
            #expect(try await office.control.dueGovernance() == [.requestEscalates(admin.id)])
            let (escalations, suspensions) = (
                IdentityClass.allCases.map(\.handover.escalation), IdentityClass.allCases.map(\.handover.suspension)
            )
            #expect(escalations == escalations.sorted(by: >) && Set(escalations).count == 3)
            #expect(suspensions == suspensions.sorted(by: >) && Set(suspensions).count == 3)
        }
    }

    @Test("I10: what an owner may do alone ends at a limit, and beyond it two people agree, one of them for security")
    func changeControl() async throws {
        try await Office.onEach(environment: "test") { office in
            func seats(_ action: ActionClass, _ days: Int64?) async throws -> [String] {
                let asked = office.asked(action, days: days)
                return try await office.control.previewRequest(asked, by: .user(office.owner)).route.seats.map(
                    \.rawValue
                )
            }
            let alone = try await seats(.read, 30)
            #expect(alone.isEmpty)
            #expect(try await seats(.read, 31) == ["approver"])
            #expect(try await seats(.write, 30) == ["approver"])
            #expect(try await seats(.admin, nil) == ["approver", "security"])
        }
        try await Office.onEach { office in
            func seats(_ days: Int64) async throws -> [String] {
                let asked = office.asked(.write, days: days)
                return try await office.control.previewRequest(asked, by: .user(office.owner)).route.seats.map(
                    \.rawValue
                )
            }
            #expect(try await seats(90) == ["approver"])
            #expect(try await seats(91) == ["approver", "security"])
            let request = try await office.open(office.asked(.write, days: 91))
            #expect(try await office.approve(request, by: office.approver).state == .open)
            #expect(try await office.grants().isEmpty)
            #expect(try await office.approve(request, by: office.security).state == .approved)
            #expect(try await office.grants().count == 1)
        }
    }

    @Test("D11: an approval ends by its date, and before that by what changes")
    func approvalEnds() async throws {
        try await Office.onEach { office in
            let request = try await office.open()
            _ = try await office.approve(request, by: office.approver)
            let approval = try #require(
                try await office.control.request(request.id.text, by: office.boss).approvals.first
            )
            // A grant's approval ends with it.
            #expect(approval.ends == approval.at + .days(30))
            func refusal() async throws -> String? {
                try await office.control.change(by: office.boss) { change in
                    let current = try #require(try RequestTable.find(request.id, in: change.connection))
                    return try ControlPlane.use(current, &change)
                }
            }
            #expect(try await refusal() == nil)
            let start = office.clock.now
            office.clock.advance(by: approval.ends - start)
            #expect(try await refusal()?.contains("ended at") == true)
            office.clock.advance(by: start - approval.ends)
            _ = try await office.control.importEstates(
                [Office.estate([Office.workflow(target: "elsewhere.example")])],
                dryRun: false,
                by: office.boss,
            )
            #expect(try await refusal()?.contains("elsewhere.example") == true)
            // What is privileged is approved for a quarter at a time.
            let privileged = try await office.open(office.asked(.admin))
            #expect(privileged.route.validity == .days(90))
        }
    }
}
