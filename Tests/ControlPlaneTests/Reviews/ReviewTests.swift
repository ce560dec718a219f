import Decisions
import Domain
import SQLEngine
import Store
import TestSupport
import Testing

@testable import ControlPlane

/// A house with one identity that holds two grants, one of them used.
struct ReviewHouse {
    let house: House
    let identity: Identity
    let used: Grant
    let unused: Grant
    let ana: User

    var control: ControlPlane { house.control }
    var boss: Caller { house.boss }

    init(_ house: House) async throws {
        self.house = house
        identity = try await house.active()
        _ = try await house.control.putSystem(
            System(name: "crm", title: "CRM", environment: "production"),
            by: house.boss
        )
        used = try await Self.grant("crm/contacts", house)
        unused = try await Self.grant("crm/deals", house)
        ana = try await house.person("ana")
        house.clock.advance(by: .days(100))
        try await use("crm/contacts/7")
    }

    static func grant(_ path: String, _ house: House, days: Int64 = 190) async throws -> Grant {
        try await house.control.grant(
            "sync",
            action: .read,
            resource: try #require(ResourcePath(path)),
            until: house.clock.now + .days(days),
            reason: nil,
            by: house.boss,
        )
    }

    func use(_ path: String) async throws {
        let use = RecordedUse(
            identity: identity.id,
            action: .read,
            resource: try #require(ResourcePath(path)),
            address: "10.0.0.1",
            verdict: .allow,
            last: house.clock.now,
        )
        try await house.database.write { try UseTable.record([use], in: $0) }
    }

    func items(_ campaign: ReviewCampaign) async throws -> [ReviewItem] {
        try await control.reviewItems(of: campaign.id, state: nil, mine: false, page: PageRequest(), by: boss).items
    }

    func grants() async throws -> [Grant] {
        try await control.identity(identity.id.text, by: boss).grants
    }
}

struct ReviewTests {
    @Test(
        "M2: An item shows what is held against what was used, and proposes to reduce to it; deciding so takes the rest back"
    )
    func reduce() async throws {
        try await House.onEach { house in
            let one = try await ReviewHouse(house)
            let campaign = try await one.control.openReview("Spring", of: ["sync"], by: one.boss)
            let item = try #require(try await one.items(campaign).first)
            #expect(item.evidence.windowDays == 90)
            #expect(item.evidence.held.first { $0.grant == one.used.id }?.uses == 1)
            #expect(item.evidence.held.first { $0.grant == one.unused.id }?.lastUsed == nil)
            #expect(item.proposal == ReviewProposal(.reduce, because: "not used in 90 days: read crm/deals"))
            #expect(item.reviewer == one.ana.id)
            let decided = try await one.control.decideReview(item.id, .reduce, note: nil, by: .user(one.ana))
            #expect(decided.removal == .pending)
            let grants = try await one.grants()
            #expect(grants.first { $0.id == one.unused.id }?.revoked == house.clock.now)
            #expect(grants.first { $0.id == one.used.id }?.revoked == nil)
            house.clock.advance(by: .minutes(1))
            try await one.control.runDue(as: "node")
            let verified = try #require(try await one.items(campaign).first)
            #expect(verified.removal == .verified)
            #expect(try await one.control.review(campaign.id, by: one.boss).campaign.closed != nil)
        }
    }

    @Test(
        "M12: What nobody can justify is revoked, and done only when nothing of it is left",
        arguments: [ReviewItem.Outcome.cannotJustify, .revoke]
    )
    func revoke(outcome: ReviewItem.Outcome) async throws {
        try await House.onEach { house in
            let one = try await ReviewHouse(house)
            let token = try await one.control.issueToken("sync", task: nil, life: nil, by: one.boss)
            let campaign = try await one.control.openReview("Spring", of: ["sync"], by: one.boss)
            let item = try #require(try await one.items(campaign).first)
            _ = try await one.control.decideReview(item.id, outcome, note: nil, by: .user(one.ana))
            #expect(one.control.world.isRevoked(token.lease.id))
            #expect(one.control.world.snapshot?.identity(one.identity.id)?.state == .suspended)
            #expect(try await one.grants().allSatisfy { $0.revoked != nil })
            #expect(try await one.items(campaign).first?.removal == .pending)
            house.clock.advance(by: .minutes(1))
            try await one.control.runDue(as: "node")
            #expect(try await one.items(campaign).first?.removal == .verified)
        }
    }

    @Test("M12: A revoke is not done while a grant that it took is there again, and the quality report says so")
    func unremoved() async throws {
        try await House.onEach { house in
            let one = try await ReviewHouse(house)
            let campaign = try await one.control.openReview("Spring", of: ["sync"], by: one.boss)
            let item = try #require(try await one.items(campaign).first)
            _ = try await one.control.decideReview(item.id, .revoke, note: nil, by: .user(one.ana))
            // Somebody with access to the store brings it back behind our back.
            try await house.database.write { [id = one.used.id] connection in
                _ = try connection.execute("UPDATE grants SET revoked = NULL WHERE id = \(id)")
            }
            house.clock.advance(by: .days(2))
            try await one.control.runDue(as: "node")
            #expect(try await one.items(campaign).first?.removal == .pending)
            #expect(try await one.control.review(campaign.id, by: one.boss).quality.unremoved == 1)
        }
    }

    @Test(
        "M1, M11: What was approved is reviewed all the same: a review opens when the class's time has come, once, and again a cadence later"
    )
    func cadence() async throws {
        try await House.onEach { house in
            let one = try await ReviewHouse(house)
            try await one.control.scheduleRounds()
            try await one.control.runDue(as: "node")
            #expect(try await one.control.reviews(openOnly: true, page: PageRequest(), by: one.boss).items.isEmpty)
            house.clock.advance(by: .days(81))
            try await one.control.runDue(as: "node")
            let open = try await one.control.reviews(openOnly: true, page: PageRequest(), by: one.boss).items
            let campaigns = open.map(\.campaign).filter { $0.kind == .connectors }
            #expect(campaigns.map(\.cause) == [.schedule])
            let campaign = try #require(campaigns.first)
            let item = try #require(try await one.items(campaign).first)
            _ = try await one.control.decideReview(
                item.id,
                .keep,
                note: "the quarter's end needs it",
                by: .user(one.ana)
            )
            house.clock.advance(by: .days(10))
            try await one.control.runDue(as: "node")
            let left = try await one.control.reviews(openOnly: true, page: PageRequest(), by: one.boss).items
            #expect(left.allSatisfy { $0.campaign.kind == .roles })
        }
    }

    @Test("Undecided at the due date: policy decides", arguments: GovernanceTerms.ReviewTerms.Undecided.allCases)
    func lapse(undecided: GovernanceTerms.ReviewTerms.Undecided) async throws {
        try await House.onEach { house in
            let one = try await ReviewHouse(house)
            var terms = GovernanceTerms()
            terms.reviews.undecided = undecided
            _ = try await one.control.setTerms(terms, by: one.boss)
            let campaign = try await one.control.openReview("Spring", of: ["sync"], by: one.boss)
            house.clock.advance(by: .days(14))
            try await one.control.runDue(as: "node") { print($0, $1) }
            let item = try #require(try await one.items(campaign).first)
            #expect(item.state == .lapsed)
            let state = one.control.world.snapshot?.identity(one.identity.id)?.state
            #expect(state == (undecided == .keep ? .active : .suspended))
            let open = try await one.grants().filter { $0.revoked == nil }
            #expect(open.count == (undecided == .revoke ? 0 : 2))
            #expect(try await one.control.review(campaign.id, by: one.boss).campaign.closed != nil)
        }
    }

    @Test("An item without anyone who may decide it keeps the campaign open until somebody with authority is named")
    func blocked() async throws {
        try await House.onEach { house in
            let one = try await ReviewHouse(house)
            for name in ["ana", "ben"] {
                let left = NewUser(email: "\(name)@example.com", name: name, status: .left, roles: [.owner])
                _ = try await one.control.putUser(left, by: one.boss)
            }
            let campaign = try await one.control.openReview("Spring", of: ["sync"], by: one.boss)
            #expect(try await one.control.review(campaign.id, by: one.boss).quality.withoutReviewer == 1)
            house.clock.advance(by: .days(14))
            try await one.control.runDue(as: "node")
            #expect(try await one.control.review(campaign.id, by: one.boss).campaign.closed == nil)
            let item = try #require(try await one.items(campaign).first)
            try await house.person("dan")
            let refused = try await house.failure {
                _ = try await one.control.assignReviewer(item.id, to: "dan@example.com", by: one.boss)
            }
            #expect(refused?.code == .invalid)
            let sam = try await house.person("sam", roles: [.security])
            _ = try await one.control.assignReviewer(item.id, to: "sam@example.com", by: one.boss)
            _ = try await one.control.decideReview(item.id, .revoke, note: nil, by: .user(sam))
            #expect(try await one.control.review(campaign.id, by: one.boss).campaign.closed != nil)
        }
    }

    @Test("Keeping what the evidence speaks against needs a reason; deciding twice and without authority is refused")
    func hostile() async throws {
        try await House.onEach { house in
            let one = try await ReviewHouse(house)
            let campaign = try await one.control.openReview("Spring", of: ["sync"], by: one.boss)
            let item = try #require(try await one.items(campaign).first)
            let bare = try await house.failure {
                _ = try await one.control.decideReview(item.id, .keep, note: " ", by: .user(one.ana))
            }
            #expect(bare?.code == .invalid)
            let dan = try await house.person("dan")
            let stranger = try await house.failure {
                _ = try await one.control.decideReview(item.id, .keep, note: "mine", by: .user(dan))
            }
            #expect(stranger?.code == .forbidden)
            _ = try await one.control.decideReview(item.id, .keep, note: "needed in June", by: .user(one.ana))
            let twice = try await house.failure {
                _ = try await one.control.decideReview(item.id, .revoke, note: nil, by: .user(one.ana))
            }
            #expect(twice?.code == .conflict)
            let quality = try await one.control.review(campaign.id, by: one.boss).quality
            #expect(quality.selfReviews == 1)
            #expect(quality.unchanged == 1)
            #expect(quality.againstProposal == 1)
            #expect(quality.unread == 1)
            #expect(quality.coverage == 1)
        }
    }

    @Test("The time from looking at an item to its decision is measured")
    func seconds() async throws {
        try await House.onEach { house in
            let one = try await ReviewHouse(house)
            let campaign = try await one.control.openReview("Spring", of: ["sync"], by: one.boss)
            let item = try #require(try await one.items(campaign).first)
            _ = try await one.control.reviewItem(item.id, by: .user(one.ana))
            house.clock.advance(by: .seconds(42))
            _ = try await one.control.decideReview(item.id, .reduce, note: nil, by: .user(one.ana))
            let quality = try await one.control.review(campaign.id, by: one.boss).quality
            #expect(quality.medianSeconds == 42)
            #expect(quality.unread == 0)
        }
    }

    @Test(
        "M8, I13: Roles of people are reviewed apart from integrations, never by themselves, and revoking leaves the right to look"
    )
    func roles() async throws {
        try await House.onEach { house in
            let one = try await ReviewHouse(house)
            let sam = try await house.person("sam", roles: [.security])
            let campaign = try await one.control.openRoleReview("People", by: one.boss)
            #expect(campaign.kind == .roles)
            let items = try await one.items(campaign)
            #expect(items.allSatisfy { $0.identity == nil && $0.user != nil })
            let own = try #require(items.first { $0.user == sam.id })
            #expect(own.reviewer == nil)
            let refused = try await house.failure {
                _ = try await one.control.decideReview(own.id, .keep, note: "me", by: .user(sam))
            }
            #expect(refused?.code == .forbidden)
            let other = try #require(items.first { $0.user == one.ana.id })
            #expect(other.reviewer == sam.id)
            _ = try await one.control.decideReview(other.id, .revoke, note: nil, by: .user(sam))
            #expect(one.control.world.snapshot?.user(one.ana.id)?.roles == [.viewer])
            house.clock.advance(by: .minutes(1))
            try await one.control.runDue(as: "node")
            #expect(try await one.items(campaign).first { $0.id == other.id }?.removal == .verified)
        }
    }

    @Test("The last administrator keeps the role, whatever a review decides")
    func lastAdministrator() async throws {
        try await House.onEach { house in
            let root = try await house.person("root", roles: [.admin])
            let campaign = try await house.control.openRoleReview("People", by: house.boss)
            let items = try await house.control.reviewItems(
                of: campaign.id,
                state: nil,
                mine: false,
                page: PageRequest(),
                by: house.boss,
            ).items
            let item = try #require(items.first { $0.user == root.id })
            let refused = try await house.failure {
                _ = try await house.control.decideReview(item.id, .revoke, note: nil, by: house.boss)
            }
            #expect(refused?.code == .conflict)
            house.clock.advance(by: .days(15))
            try await house.control.runDue(as: "node")
            #expect(house.control.world.snapshot?.user(root.id)?.roles == [.admin])
        }
    }
}
