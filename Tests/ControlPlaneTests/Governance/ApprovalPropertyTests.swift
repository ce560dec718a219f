import Domain
import SQLEngine
import Store
import Testing

@testable import ControlPlane

/// Numbers that come the same from the same seed.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        var value = state
        value ^= value >> 33
        value = value &* 0xff51_afd7_ed55_8ccd
        return value ^ (value >> 33)
    }
}

struct ApprovalPropertyTests {
    @Test(
        "No sequence of use cases reaches an open grant approved by who asked, after its approval ended, or for something else",
        arguments: [1, 2, 3, 4] as [UInt64]
    )
    func sequences(seed: UInt64) async throws {
        try await Office.onEach(environment: seed % 2 == 0 ? "test" : "production") { office in
            var random = Seeded(state: seed)
            let people = [
                office.owner, office.technical, office.backup, office.approver, office.security, office.admin,
            ]
            let second = try await office.control.putUser(
                NewUser(email: "olga2@example.com", name: "olga again", roles: [.approver, .security], person: "p-1"),
                by: office.boss,
            )
            _ = try await office.control.putUser(
                NewUser(email: "olga@example.com", name: "olga", roles: [.owner], person: "p-1"),
                by: office.boss,
            )
            var requests: [ChangeRequest] = []
            for step in 0..<60 {
                guard let actor = (people + [second]).randomElement(using: &random) else { continue }
                // What is refused is part of the sequence.
                do {
                    switch Int.random(in: 0..<8, using: &random) {
                    case 0, 1:
                        let action = ActionClass.allCases.randomElement(using: &random) ?? .read
                        let days = Int64.random(in: 1...120, using: &random)
                        requests.append(try await office.open(office.asked(action, days: days), by: actor))
                    case 2, 3, 4:
                        guard let request = requests.randomElement(using: &random) else { continue }
                        try await office.approve(request, by: actor)
                    case 5:
                        let target = ["a.example", "b.example"].randomElement(using: &random)
                        _ = try await office.control.importEstates(
                            [Office.estate([Office.workflow(target: target)])],
                            dryRun: false,
                            by: office.boss,
                        )
                    case 6:
                        requests.append(
                            try await office.open(
                                NewRequest(.renew, identity: office.identity.id.text, reason: "step \(step)"),
                                by: actor,
                            )
                        )
                    default: office.clock.advance(by: .days(Int64.random(in: 0...9, using: &random)))
                    }
                } catch is Failure {}
                try await check(office)
            }
            #expect(!requests.isEmpty)
        }
    }

    private func check(_ office: Office) async throws {
        let (now, id) = (office.clock.now, office.identity.id)
        try await office.house.database.read { connection in
            let live = try ControlPlane.definition(of: try ControlPlane.find(id.text, in: connection), in: connection)
            for grant in try GrantTable.all(of: id, in: connection) where grant.isOpen(at: now) {
                let approval = try #require(try grant.approval.flatMap { try ApprovalTable.find($0, in: connection) })
                let request = try #require(try grant.request.flatMap { try RequestTable.find($0, in: connection) })
                #expect(approval.holds(at: now))
                #expect(grant.ends <= approval.ends)
                #expect(grant.digest == approval.digest && grant.digest == request.digest)
                #expect(request.proposal.definition == live)
                for decision in try ApprovalTable.all(of: request.id, in: connection) {
                    #expect(decision.by.person != request.requester.person)
                }
            }
        }
    }
}
