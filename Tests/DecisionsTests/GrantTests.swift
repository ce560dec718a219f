import Decisions
import Domain
import Testing

struct GrantTests {
    @Test(
        "A grant covers its resource and what lies below it, and nothing else",
        arguments: [
            ("crm/contacts", true), ("crm/contacts/42", true), ("crm/contacts/42/notes", true), ("crm", false),
            ("crm/deals", false), ("crm/contacts-archive", false), ("crm-test/contacts", false),
        ],
    )
    func reach(resource: String, allowed: Bool) {
        let world = SmallWorld()
        #expect((world.snapshot.decide(world.request(.read, resource)).verdict == .allow) == allowed)
    }

    @Test("A grant on the whole system covers all of it")
    func whole() {
        var world = SmallWorld()
        world.grants = [world.grant("grt_all", .read, "crm")]
        for resource in ["crm", "crm/contacts/42"] {
            #expect(world.snapshot.decide(world.request(.read, resource)).verdict == .allow)
        }
    }

    @Test("Names that only look alike are not the same resource")
    func scalars() {
        var world = SmallWorld()
        world.grants = [world.grant("grt_cafe", .read, "crm/caf\u{E9}")]
        #expect(world.snapshot.decide(world.request(.read, "crm/caf\u{E9}")).verdict == .allow)
        #expect(world.snapshot.decide(world.request(.read, "crm/cafe\u{301}")).verdict == .noPermit)
    }

    @Test("F2: no class of action includes another", arguments: ActionClass.allCases, ActionClass.allCases)
    func classes(granted: ActionClass, asked: ActionClass) {
        var world = SmallWorld()
        world.grants = [world.grant("grt_one", granted, "crm")]
        world.grants[0].begins = world.now - .hours(1)
        world.grants[0].ends = world.now + .hours(1)
        #expect((world.snapshot.decide(world.request(asked)).verdict == .allow) == (granted == asked))
    }

    @Test("A grant holds from its beginning on and not at its end", arguments: [-1, 0, 1] as [Int64])
    func ends(offset: Int64) {
        var world = SmallWorld()
        world.grants[0].ends = world.now - .microseconds(offset)
        #expect((world.snapshot.decide(world.request()).verdict == .allow) == (offset < 0))
        world = SmallWorld()
        world.grants[0].begins = world.now + .microseconds(offset)
        #expect((world.snapshot.decide(world.request()).verdict == .allow) == (offset <= 0))
    }

    @Test("One snapshot follows its grants as time goes on, in either direction")
    func overTime() {
        var world = SmallWorld()
        world.grants = [
            world.grant("grt_a", .read, "crm/contacts", days: 1), world.grant("grt_b", .read, "crm", days: 2),
        ]
        let snapshot = world.snapshot
        var request = world.request()
        for (days, expected) in [(0, 2), (1, 1), (2, 0), (1, 1), (0, 2), (-2, 0)] as [(Int64, Int)] {
            request.now = world.now + .days(days)
            let decision = snapshot.decide(request)
            #expect(decision.policies.count == expected)
            #expect((decision.verdict == .allow) == (expected > 0))
        }
        #expect(snapshot.validUntil(after: world.now) == world.now + .days(1))
        #expect(snapshot.validUntil(for: world.identity.id, after: world.now + .days(3)) == world.now + .days(100))
    }

    @Test("A changed snapshot decides as one made anew, and the old one as before")
    func changes() {
        var world = SmallWorld()
        world.grants.append(world.grant("grt_later", .admin, "crm", days: 9))
        let first = world.snapshot
        #expect(first.decide(world.request()).verdict == .allow)
        world.grants = [world.grant("grt_new", .write, "crm/deals"), world.grant("grt_later", .admin, "crm", days: -1)]
        var gone = SmallWorld().grants[0]
        gone.revoked = world.now
        world.identity.level = .warn
        world.ana.status = .disabled
        world.systems[0].environment = "test"
        world.identity.environment = "test"
        let changed = first.applying(
            [
                .grant(gone), .grant(world.grants[0]), .grant(world.grants[1]), .identity(world.identity),
                .user(world.ana), .system(world.systems[0]),
            ],
            version: 8,
        )
        world.grants.append(gone)
        let fresh = world.snapshot
        for action in ActionClass.allCases {
            for resource in ["crm", "crm/contacts", "crm/deals/7", "crm-test"] {
                let request = world.request(action, resource)
                let (one, other) = (changed.decide(request), fresh.decide(request))
                #expect(one.verdict == other.verdict)
                #expect(one.policies == other.policies)
                #expect(one.failed == other.failed)
                #expect(one.reason == other.reason)
            }
        }
        #expect(changed.version == 8)
        #expect(changed.identity(world.identity.id)?.level == .warn)
        #expect(first.decide(world.request()).verdict == .allow)
        let without = changed.applying([.identityRemoved(world.identity.id), .systemRemoved("crm")], version: 9)
        #expect(without.identity(world.identity.id) == nil)
        #expect(without.system(named: "crm") == nil)
        #expect(
            changed.applying([.grantRemoved(id("grt_new"))], version: 9).decide(world.request(.write, "crm/deals"))
                .verdict == .noPermit
        )
    }

    @Test("Without a grant the refusal names what is there and the command that would change it")
    func noPermit() {
        let world = SmallWorld()
        let decision = world.snapshot.decide(world.request(.write, "crm/deals"))
        #expect(decision.verdict == .noPermit)
        #expect(decision.policies.isEmpty)
        #expect(decision.reason == "identity `contact sync` may not write crm/deals: no open grant permits it")
        #expect(decision.fix == "penstock grant idn_sync write crm/deals --until 2027-04-15")
        #expect(
            decision.failed == [
                .init(
                    policy: "grant.grt_read",
                    condition: "action == Action::\"read\"",
                    values: ["action = Action::\"write\""],
                ),
                .init(
                    policy: "grant.grt_read",
                    condition: "resource in Resource::\"crm/contacts\"",
                    values: ["resource = Resource::\"crm/deals\""],
                ),
            ]
        )
    }

    @Test("A grant that would cover it is named with its dates, and no fix outlives the identity")
    func dates() {
        var world = SmallWorld()
        let now = world.now
        world.identity.expires = now + .days(10)
        func reason(_ change: (inout Grant) -> Void) -> String {
            change(&world.grants[0])
            let decision = world.snapshot.decide(world.request())
            #expect(decision.fix == "penstock grant idn_sync read crm/contacts/42 --until 2027-01-25")
            return decision.reason
        }
        let grant = "identity `contact sync` may not read crm/contacts/42: grant grt_read to read crm/contacts"
        #expect(reason { $0.begins = now + .days(1) } == "\(grant) begins at 2027-01-16T08:00:00Z")
        let ended = reason { grant in
            grant.begins = now - .days(2)
            grant.ends = now
        }
        #expect(ended == "\(grant) ended at 2027-01-15T08:00:00Z")
        #expect(reason { $0.revoked = now } == "\(grant) was taken back at 2027-01-15T08:00:00Z")
    }
}
