import Domain
import SQLEngine
import Store
import Testing

@testable import ControlPlane

/// Access that ends, and secrets that are exchanged, with steps and evidence.
struct RevocationTests {
    private static func estate(_ workflows: [Workflow], rotated: Instant?) -> Estate {
        var estate = Office.estate(workflows)
        estate.credentials[0].lastRotated = rotated
        return estate
    }

    private func revocations(_ office: Office) async throws -> [Revocation] {
        try await office.control.revocations(of: office.identity.id, page: PageRequest(), by: office.boss).items
    }

    @Test("D13, H5: an offboarding is a list of steps with evidence, done here at once and elsewhere when it is seen")
    func offboarding() async throws {
        try await Office.onEach { office in
            let control = office.control
            try await office.approve(try await office.open(), by: office.approver)
            _ = try await control.issueToken("sync", task: nil, life: nil, by: office.boss)
            _ = try await control.retireIdentity("sync", reason: "the shop closed", by: office.boss)
            let opened = try #require(try await revocations(office).first)
            #expect(opened.kind == .offboarding && opened.reason == "the shop closed" && opened.closed == nil)
            #expect(
                opened.steps.map(\.kind) == [
                    .grantsEnded, .leasesRevoked, .clientsRevoked, .nodesConfirmed, .sourceOff, .credentialRemoved,
                ]
            )
            #expect(opened.steps.prefix(4).map(\.evidence?.first) == ["1", "1", "0", "1"])
            #expect(opened.steps.suffix(2).allSatisfy { $0.done == nil })
            var off = Office.workflow()
            off.active = false
            off.digest = "off"
            _ = try await control.importEstates([Office.estate([off])], dryRun: false, by: office.boss)
            let seen = try await control.revocation(opened.id.text, by: office.boss)
            #expect(seen.steps[4].evidence == "the import shows it off or gone" && seen.steps[4].by == "penstock")
            #expect(seen.closed == nil)
            let empty = try await office.failure {
                _ = try await control.confirmStep(6, of: seen.id.text, evidence: " ", by: .user(office.owner))
            }
            #expect(empty?.code == .invalid)
            let stranger = try await office.failure {
                _ = try await control.confirmStep(6, of: seen.id.text, evidence: "so", by: .user(office.approver))
            }
            #expect(stranger?.code == .forbidden)
            let done = try await control.confirmStep(
                6,
                of: seen.id.text,
                evidence: "deleted in Slack, OPS-12",
                by: .user(office.owner),
            )
            #expect(done.closed == office.clock.now && done.steps[5].by == "olga@example.com")
            let events = try await control.identity("sync", by: office.boss).events.map(\.event.kind)
            #expect(events.first == .revocationClosed)
            #expect(events.count { $0 == .revocationStepDone } == 3)
            let again = try await office.failure {
                _ = try await control.confirmStep(6, of: seen.id.text, evidence: "twice", by: .user(office.owner))
            }
            #expect(again?.code == .conflict)
        }
    }

    @Test("H4: a change of what was approved opens a rotation, which an import with a new secret closes")
    func rotation() async throws {
        try await Office.onEach { office in
            let control = office.control
            let start = office.clock.now
            _ = try await control.importEstates(
                [Self.estate([Office.workflow()], rotated: start)],
                dryRun: false,
                by: office.boss
            )
            #expect(try await revocations(office).isEmpty)
            let changed = Office.workflow(target: "warehouse.example")
            _ = try await control.importEstates(
                [Self.estate([changed], rotated: start)],
                dryRun: false,
                by: office.boss
            )
            let opened = try #require(try await revocations(office).first)
            #expect(opened.kind == .rotation && opened.reason.contains("warehouse.example"))
            #expect(opened.steps.map(\.kind) == [.credentialChanged])
            #expect(opened.due == start + .days(30))
            let inbox = try await control.inbox(unreadOnly: false, page: PageRequest(), by: .user(office.owner)).items
            #expect(inbox.contains { $0.kind == .revocationOpened })
            _ = try await control.importEstates(
                [Self.estate([changed], rotated: start + .days(1))],
                dryRun: false,
                by: office.boss
            )
            let closed = try await control.revocation(opened.id.text, by: office.boss)
            #expect(closed.closed != nil)
            #expect(closed.steps[0].evidence == "the import shows another value or date of rotation")
        }
    }

    @Test("What is not done in time is told to its owners and to security, once")
    func overdue() async throws {
        try await Office.onEach { office in
            _ = try await office.control.retireIdentity("sync", reason: "over", by: office.boss)
            let due = try #require(try await revocations(office).first).due
            office.clock.advance(by: due - office.clock.now)
            try await office.control.runDue(as: "node")
            office.clock.advance(by: .days(1))
            try await office.control.runDue(as: "node")
            let told = try await office.control.inbox(
                unreadOnly: false,
                page: PageRequest(),
                by: .user(office.security)
            ).items
            #expect(told.count { $0.kind == .revocationOverdue } == 1)
        }
    }

    @Test(
        "H7: a stop takes one token, or all of an owner, an environment, a credential, a connector, a source; no more"
    )
    func scopes() async throws {
        try await Office.onEach { office in
            let control = office.control
            var other = House.workflow("other")
            other.steps[0].connector = "hubspot"
            other.steps[0].credentials = [CredentialReference(kind: "hubspotApi", id: "9", name: "CRM")]
            _ = try await control.importEstates(
                [Office.estate([Office.workflow(), other])],
                dryRun: false,
                by: office.boss
            )
            let first = try await control.issueToken("sync", task: nil, life: nil, by: office.boss).lease
            let second = try await control.issueToken("sync", task: nil, life: nil, by: office.boss).lease
            _ = try await control.revokeLease(first.id, reason: "seen in a log", by: .user(office.owner))
            #expect(control.world.isRevoked(first.id) && !control.world.isRevoked(second.id))
            let twice = try await office.failure {
                _ = try await control.revokeLease(first.id, reason: "again", by: .user(office.owner))
            }
            #expect(twice?.code == .conflict)
            func stopped(_ scope: StopScope, _ value: String) async throws -> [String] {
                let stops = try await control.stopAll(scope, value, reason: "drill", by: office.boss)
                var names: [String] = []
                for stop in stops {
                    names.append(try await control.identity(stop.identity.text, by: office.boss).identity.name)
                    _ = try? await control.resume(stop.identity.text, reason: "over", by: office.boss)
                }
                return names.sorted()
            }
            #expect(try await stopped(.owner, "olga@example.com") == ["sync"])
            #expect(control.world.isRevoked(second.id))
            #expect(try await stopped(.credential, "Slack") == ["sync"])
            #expect(try await stopped(.credential, "hubspotApi|id:9") == ["other"])
            #expect(try await stopped(.connector, "hubspot") == ["other"])
            #expect(try await stopped(.environment, "production") == ["other", "sync"])
            #expect(try await stopped(.source, "shop") == ["other", "sync"])
            for scope in StopScope.allCases where scope != .owner {
                let nothing = try await office.failure { _ = try await stopped(scope, "nothing of the kind") }
                #expect(nothing?.code == .notFound)
            }
        }
    }
}
