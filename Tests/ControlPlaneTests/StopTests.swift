import Decisions
import Domain
import SQLEngine
import Store
import TestSupport
import Testing

@testable import ControlPlane

struct StopTests {
    private func withGrant(_ house: House) async throws -> Identity {
        let identity = try await house.active()
        let system = System(name: "crm", title: "CRM", environment: "production", upstream: "http://127.0.0.1:9")
        _ = try await house.control.putSystem(system, by: house.boss)
        _ = try await house.control.grant(
            "sync",
            action: .read,
            resource: try #require(ResourcePath("crm/contacts")),
            until: house.clock.now + .days(30),
            reason: nil,
            by: house.boss,
        )
        return identity
    }

    @Test("A stop suspends, takes leases back, and holds in this node's world when it is acknowledged")
    func stop() async throws {
        try await House.onEach { house in
            let identity = try await withGrant(house)
            let issued = try await house.control.issueToken("sync", task: "t", life: nil, by: house.boss)
            #expect(!house.control.world.isRevoked(issued.lease.id))
            #expect(house.control.world.snapshot?.identity(identity.id)?.state == .active)
            let stop = try await house.control.stop("sync", reason: "drill", by: house.boss)
            #expect(stop.leasesRevoked == 1)
            #expect(house.control.world.isRevoked(issued.lease.id))
            #expect(house.control.world.snapshot?.identity(identity.id)?.state == .suspended)
            let refused = try await house.failure {
                _ = try await house.control.issueToken("sync", task: nil, life: nil, by: house.boss)
            }
            #expect(refused != nil)
            let resumed = try await house.control.resume("sync", reason: "over", by: house.boss)
            #expect(resumed.state == .active)
            #expect(house.control.world.isRevoked(issued.lease.id))
        }
    }

    @Test("Another node follows before the stop is acknowledged")
    func nodes() async throws {
        try await withEachEngine { database in
            let house = try await House(database)
            let identity = try await withGrant(house)
            let other = try await World.load(from: database, vault: house.vault, now: house.clock.now)
            let lease = NodeLease(
                id: "other",
                name: "other",
                world: other,
                database: database,
                vault: house.vault,
                now: { house.clock.now },
            )
            try await lease.renew()
            let following = Task { await lease.run { _ in } }
            let stop = try await house.control.stop("sync", reason: "drill", by: house.boss)
            // On a busy machine its lease may have run out instead, and then it believes nothing.
            #expect(other.snapshot?.identity(identity.id)?.state != .active)
            #expect(stop.nodesConfirmed + stop.nodesExpired >= 1)
            #expect(try await database.read { try NodeTable.live(behind: other.epoch, in: $0) }.isEmpty)
            following.cancel()
            await following.value
        }
    }

    @Test("A node that is gone delays a stop by its lease and no more, and believes nothing by then")
    func deadNode() async throws {
        try await withEachEngine { database in
            let house = try await House(database)
            _ = try await withGrant(house)
            let other = try await World.load(from: database, vault: house.vault, now: house.clock.now)
            let lease = NodeLease(
                id: "dead",
                name: "dead",
                world: other,
                database: database,
                vault: house.vault,
                now: { house.clock.now },
            )
            try await lease.renew()
            let behind = other.epoch
            _ = try await house.control.stop("sync", reason: "drill", by: house.boss)
            #expect(other.epoch == behind)
            #expect(other.snapshot == nil)
            let live = try await database.read { try NodeTable.live(in: $0) }
            #expect(live.isEmpty)
        }
    }

    @Test("A stop needs a reason and something to stop")
    func wrong() async throws {
        try await House.onEach { house in
            _ = try await house.active()
            let blank = try await house.failure {
                _ = try await house.control.stop("sync", reason: " ", by: house.boss)
            }
            #expect(blank?.code == .invalid)
            let nothing = try await house.failure {
                _ = try await house.control.stop("nope", reason: "x", by: house.boss)
            }
            #expect(nothing?.code == .notFound)
        }
    }
}
