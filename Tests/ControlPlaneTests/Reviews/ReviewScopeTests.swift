import Domain
import SQLEngine
import Store
import TestSupport
import Testing

@testable import ControlPlane

struct ReviewScopeTests {
    @Test("M13: A review holds flows, steps, webhook handlers, tokens and every other kind of identity")
    func kinds() async throws {
        try await House.onEach { house in
            let now = house.clock.now
            let identities = Identity.Kind.allCases.map { kind in
                Identity(
                    id: ID(at: now),
                    kind: kind,
                    name: kind.rawValue,
                    state: .active,
                    classification: Classification(.readOnly, reasons: []),
                    firstSeen: now,
                )
            }
            try await house.database.write { try IdentityTable.insert(identities, in: $0) }
            let campaign = try await house.control.openReview("All", of: [], by: house.boss)
            let items = try await house.control.reviewItems(
                of: campaign.id,
                state: nil,
                mine: false,
                page: PageRequest(limit: 100),
                by: house.boss,
            )
            #expect(Set(items.items.map(\.name)) == Set(Identity.Kind.allCases.map(\.rawValue)))
        }
    }
}
