import Domain
import Testing

@testable import ControlPlane

struct AccountabilityTests {
    /// Events that give access, take it away or keep it going.
    private static let ofAccess: Set<Event.Kind> = [
        .identityRegistered, .identityRenewed, .identityRetired, .grantAdded, .grantRevoked, .approvalVoided,
        .taskClosed,
        .stopped, .resumed, .handoverAsked,
    ]

    @Test("C10 Y4: from every change of access one step leads to its request, its decision and its reason")
    func reasons() async throws {
        try await Office.onEach { office in
            let first = try await office.open()
            try await office.approve(first, by: office.approver)
            let second = try await office.open(office.asked(.write))
            try await office.approve(second, by: office.security)
            let grant = try #require(try await office.grants().first { $0.request == second.id })
            _ = try await office.control.revokeGrant(
                grant.id,
                reason: "the clean-up is done",
                by: .user(office.approver)
            )
            _ = try await office.control.stop("sync", reason: "drill", by: office.boss)
            _ = try await office.control.resume("sync", reason: "over", by: office.boss)
            let renewal = NewRequest(.renew, identity: office.identity.id.text, reason: "still needed")
            try await office.approve(try await office.open(renewal), by: office.approver)
            _ = try await office.control.disputeOwnership(of: "sync", reason: "two teams", by: office.boss)
            _ = try await office.control.importEstates(
                [Office.estate([Office.workflow(target: "elsewhere.example")])],
                dryRun: false,
                by: office.boss,
            )
            _ = try await office.control.retireIdentity("sync", reason: "replaced", by: office.boss)
            var filter = EventFilter()
            filter.subject = office.identity.id.text
            let events = try await office.control.events(filter, page: PageRequest(limit: 200), by: office.boss).items
                .map(\.event).filter { Self.ofAccess.contains($0.kind) }
            #expect(
                Set(events.map(\.kind)).isSuperset(of: [
                    .identityRegistered, .identityRenewed, .identityRetired, .grantAdded, .grantRevoked, .stopped,
                    .resumed,
                    .approvalVoided,
                ])
            )
            for event in events {
                guard let request = event.detail["request"] else {
                    // Nobody asks before stopping, or ending, what they may stop and end: whoever did says why.
                    #expect(event.detail["reason"]?.isBlank == false, "\(event.kind)")
                    #expect(!event.actor.name.isEmpty)
                    continue
                }
                let story = try await office.control.request(request, by: office.boss)
                #expect(!story.request.reason.isBlank)
                let decided = story.approvals.filter { $0.decision == .approved }
                #expect(!decided.isEmpty, "\(event.kind)")
                #expect(decided.allSatisfy { !$0.by.name.isEmpty && $0.digest == story.request.digest })
            }
            let revoked = events.first { $0.kind == .grantRevoked }
            #expect(revoked?.detail["request"] == second.id.text)
            #expect(revoked?.detail["reason"] == "the clean-up is done")
        }
    }
}
