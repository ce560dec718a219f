import Domain
import SQLEngine
import Store
import TestSupport
import Testing

@testable import ControlPlane

struct EventReviewTests {
    private func open(_ house: House) async throws -> [ReviewCampaign] {
        try await house.control.reviews(openOnly: true, page: PageRequest(), by: house.boss).items.map(\.campaign)
    }

    private func item(_ house: House) async throws -> ReviewItem? {
        try await house.control.reviewItems(of: nil, state: .open, mine: false, page: PageRequest(), by: house.boss)
            .items.first
    }

    @Test(
        "M3, M10: A release opens a review of the integrations that reach the application, with the release as its first line"
    )
    func release() async throws {
        try await House.onEach { house in
            let one = try await ReviewHouse(house)
            let event = OutsideEvent(type: .release, system: "crm", detail: "version 4.2")
            let campaign = try #require(try await one.control.takeOutsideEvent(event, by: one.boss))
            #expect(campaign.cause == .release)
            #expect(try await item(house)?.evidence.changes == ["release of crm: version 4.2"])
            // The change is checked for too much privilege, and the result stands in the item.
            #expect(try await item(house)?.proposal.outcome == .reduce)
            let again = OutsideEvent(type: .release, system: "crm", detail: "version 4.3")
            #expect(try await one.control.takeOutsideEvent(again, by: one.boss) == nil)
            #expect(try await item(house)?.evidence.changes.count == 2)
            let nothing = OutsideEvent(type: .release, system: "hr")
            #expect(try await one.control.takeOutsideEvent(nothing, by: one.boss) == nil)
        }
    }

    @Test(
        "M6, T4: A new tenant, an exposure and a vendor's change open a review",
        arguments: [OutsideEvent.Kind.newTenant, .exposure, .vendorChange]
    )
    func others(kind: OutsideEvent.Kind) async throws {
        try await House.onEach { house in
            let one = try await ReviewHouse(house)
            let event = OutsideEvent(type: kind, identity: "sync", detail: "tenant EU-2")
            let campaign = try await one.control.takeOutsideEvent(event, by: one.boss)
            #expect(campaign?.cause == event.cause)
        }
    }

    @Test("An event that names nothing, and one from somebody without the right, are refused")
    func refused() async throws {
        try await House.onEach { house in
            let one = try await ReviewHouse(house)
            let empty = try await house.failure {
                _ = try await one.control.takeOutsideEvent(OutsideEvent(type: .release), by: one.boss)
            }
            #expect(empty?.code == .invalid)
            let guest = try await house.person("guest", roles: [.viewer])
            let forbidden = try await house.failure {
                _ = try await one.control.takeOutsideEvent(
                    OutsideEvent(type: .release, system: "crm"),
                    by: .user(guest)
                )
            }
            #expect(forbidden?.code == .forbidden)
        }
    }

    @Test("M5: A new target of an active integration opens a review that begins with it")
    func newTarget() async throws {
        try await House.onEach { house in
            _ = try await house.active()
            var workflow = House.workflow("sync")
            workflow.digest = "another"
            var step = Step(name: "ask", connector: "http", effect: StepEffect(.readOnly, reason: "reads"))
            step.target = "api.example.net"
            workflow.steps.append(step)
            _ = try await house.control.importEstates([House.estate([workflow])], dryRun: false, by: house.boss)
            #expect(try await open(house).map(\.cause) == [.newTarget])
            #expect(try await item(house)?.evidence.changes.contains("new target `api.example.net`") == true)
        }
    }

    @Test("M7: A change of owner opens a review at once")
    func ownerChange() async throws {
        try await House.onEach { house in
            _ = try await house.active()
            try await house.person("cleo")
            var registration = Registration()
            registration.owner = "cleo@example.com"
            _ = try await house.control.registerIdentity("sync", registration, by: house.boss)
            #expect(try await open(house).map(\.cause) == [.ownerChange])
        }
    }

    @Test("M7: A grant beyond what was last reviewed opens a review")
    func growth() async throws {
        try await House.onEach { house in
            let one = try await ReviewHouse(house)
            #expect(try await open(house).isEmpty)
            _ = try await one.control.openReview("Spring", of: ["sync"], by: one.boss)
            let item = try #require(try await item(house))
            _ = try await one.control.decideReview(item.id, .reduce, note: nil, by: .user(one.ana))
            _ = try await ReviewHouse.grant("crm/orders", house, days: 50)
            #expect(try await open(house).map(\.cause) == [.scopeGrowth])
        }
    }

    @Test(
        "M4, T1, T2, T3, T5: A vendor's contract opens a review before it renews, and stopping the vendor stops all of theirs and nobody else"
    )
    func vendor() async throws {
        try await House.onEach { house in
            let one = try await ReviewHouse(house)
            var registration = Registration()
            registration.vendor = "Acme"
            _ = try await one.control.registerIdentity("sync", registration, by: one.boss)
            let two = [House.workflow("sync"), House.workflow("other")]
            _ = try await one.control.importEstates([House.estate(two)], dryRun: false, by: one.boss)
            let ends = house.clock.now + .days(60)
            let vendor = Vendor(name: "Acme", runtimeOwner: one.ana.id, contractEnds: ends)
            _ = try await one.control.putVendor(vendor, by: one.boss)
            house.clock.advance(by: .days(29))
            try await one.control.runDue(as: "node")
            #expect(try await open(house).isEmpty)
            house.clock.advance(by: .days(1))
            try await one.control.runDue(as: "node")
            #expect(try await open(house).map(\.cause) == [.vendorContract])
            let report = try await one.control.vendors(by: one.boss)
            #expect(report.map(\.identities) == [1])
            #expect(report.first?.share == 0.5)
            #expect(report.first?.missing == ["dataOwner", "stopContact"])
            let token = try await one.control.issueToken("sync", task: nil, life: nil, by: one.boss)
            let stops = try await one.control.stopAll(.vendor, "Acme", reason: "breach there", by: one.boss)
            #expect(stops.map(\.identity) == [one.identity.id])
            #expect(stops.first?.leasesRevoked == 1)
            #expect(one.control.world.isRevoked(token.lease.id))
            let others = try await one.control.identity("other", by: one.boss)
            #expect(others.identity.state == .discovered)
            let unknown = try await house.failure {
                _ = try await one.control.stopAll(.vendor, "Nobody", reason: "x", by: one.boss)
            }
            #expect(unknown?.code == .notFound)
        }
    }
}
