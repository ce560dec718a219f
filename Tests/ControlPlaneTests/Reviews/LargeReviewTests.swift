import Domain
import SQLEngine
import Store
import TestSupport
import Testing

@testable import ControlPlane

struct LargeReviewTests {
    @Test(
        "A campaign over 10,000 identities with 50,000 grants opens whole, and its pages are short; prints how long each takes"
    )
    func large() async throws {
        try await House.onEach { house in
            let ana = try await house.person("ana")
            let now = house.clock.now
            try await house.database.write { connection in
                var identities: [Identity] = []
                var grants: [Grant] = []
                for number in 0..<10_000 {
                    var identity = Identity(
                        id: ID(at: now),
                        kind: .workflow,
                        name: "flow \(number)",
                        state: .active,
                        classification: Classification(.changeCapable, reasons: []),
                        firstSeen: now - .days(400),
                    )
                    identity.owner = ana.id
                    identities.append(identity)
                    for part in 0..<5 {
                        guard let path = ResourcePath("crm/part\(part)") else { continue }
                        grants.append(
                            Grant(
                                id: ID(at: now),
                                identity: identity.id,
                                action: .read,
                                resource: path,
                                begins: now - .days(200),
                                ends: now + .days(100),
                                grantedBy: "test",
                            )
                        )
                    }
                }
                try IdentityTable.insert(identities, in: connection)
                for grant in grants { try GrantTable.insert(grant, in: connection) }
            }
            let clock = ContinuousClock()
            var campaign: ReviewCampaign?
            let opening = try await clock.measure {
                campaign = try await house.control.openReview("All", of: [], by: house.boss)
            }
            let id = try #require(campaign).id
            var page: Page<ReviewItem>?
            let paging = try await clock.measure {
                page = try await house.control.reviewItems(
                    of: id,
                    state: .open,
                    mine: false,
                    page: PageRequest(limit: 50),
                    by: house.boss,
                )
            }
            var summary: ReviewSummary?
            let counting = try await clock.measure { summary = try await house.control.review(id, by: house.boss) }
            print(
                "\(house.database.engine): opening 10,000 items \(opening), a page \(paging), the summary \(counting)"
            )
            #expect(page?.total == 10_000)
            #expect(page?.items.count == 50)
            #expect(summary?.quality.open == 10_000)
            #expect(page?.items.first?.evidence.held.count == 5)
        }
    }
}
