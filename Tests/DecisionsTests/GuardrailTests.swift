import Cedar
import Decisions
import Domain
import Testing

struct GuardrailTests {
    /// One thing wrong, the guardrail that minds, what it is seen to have seen, and the words for it.
    struct Breach: Sendable, CustomTestStringConvertible {
        let policy: String
        let values: [String]
        let reason: String
        var fix: String?
        /// Whether it holds for identities at level observe too.
        var binds = false
        let change: @Sendable (inout SmallWorld, inout AccessRequest) -> Void

        var testDescription: String { policy }
    }

    static let now = "2027-01-15T08:00:00Z"

    static let breaches = [
        Breach(
            policy: "guardrail.retired",
            values: ["principal.state = \"retired\""],
            reason: "the identity was retired for good",
            binds: true,
        ) { world, _ in world.identity.state = .retired },
        Breach(
            policy: "guardrail.suspended",
            values: ["principal.state = \"suspended\""],
            reason: "the identity was stopped",
            fix: "penstock resume idn_sync --reason WHY",
            binds: true,
        ) { world, _ in world.identity.state = .suspended },
        Breach(
            policy: "guardrail.quarantined-copy",
            values: ["principal.state = \"quarantined\"", "principal.copyOf = Identity::\"idn_first\""],
            reason: "the identity is a copy of `idn_first` and was never approved itself",
            fix: "penstock request clone idn_sync --purpose WHY",
            binds: true,
        ) { world, _ in
            world.identity.state = .quarantined
            world.identity.copyOf = id("idn_first")
        },
        Breach(
            policy: "guardrail.quarantined",
            values: ["principal.state = \"quarantined\""],
            reason: "the identity is quarantined",
            fix: "penstock identity show idn_sync",
            binds: true,
        ) { world, _ in world.identity.state = .quarantined },
        Breach(
            policy: "guardrail.expired",
            values: ["principal.expires = \(now)", "context.now = \(now)"],
            reason: "the identity reached its end date",
            fix: "penstock identity register idn_sync --expires 2027-04-15",
            binds: true,
        ) { world, _ in world.identity.expires = world.now },
        Breach(
            policy: "guardrail.token-age",
            values: ["context.token.age = 901s", "principal.longestTokenLife = 900s"],
            reason: "the token is older than the identity's class allows",
            fix: "penstock token idn_sync",
            binds: true,
        ) { _, request in request.tokenAge = .seconds(901) },
        Breach(
            policy: "guardrail.token-scope",
            values: [
                "context.tokenScope = [Resource::\"crm/deals\"]", "resource = Resource::\"crm/contacts/42\"",
            ],
            reason: "the token was narrowed to other resources or actions",
            fix: "penstock token idn_sync",
            binds: true,
        ) { _, request in
            request.scopes = [TokenScope(.read, path("crm/deals")), TokenScope(.write, path("crm/contacts"))]
        },
        Breach(
            policy: "guardrail.not-active",
            values: ["principal.state = \"discovered\""],
            reason: "the identity is not registered as active",
            fix: "penstock identity register idn_sync",
        ) { world, _ in world.identity.state = .discovered },
        Breach(
            policy: "guardrail.no-owner",
            values: ["principal.owner = nothing"],
            reason: "nobody owns the identity",
            fix: "penstock identity register idn_sync --owner EMAIL",
        ) { world, _ in world.identity.owner = nil },
        Breach(
            policy: "guardrail.owner-left",
            values: ["principal.owner = User::\"usr_ana\"", "principal.owner.status = \"left\""],
            reason: "the identity's owner left the organisation",
            fix: "penstock identity register idn_sync --owner EMAIL",
        ) { world, _ in world.ana.status = .left },
        Breach(
            policy: "guardrail.no-end",
            values: ["principal.expires = nothing"],
            reason: "the identity has no end date",
            fix: "penstock identity register idn_sync --expires 2027-04-15",
        ) { world, _ in world.identity.expires = nil },
        Breach(
            policy: "guardrail.renewal-passed",
            values: ["principal.renewal = \(now)", "context.now = \(now)"],
            reason: "the identity was not renewed in time",
            fix: "penstock identity register idn_sync --renewal 2027-04-15",
        ) { world, _ in world.identity.renewal = world.now },
        Breach(
            policy: "guardrail.approval-void",
            values: ["principal.drift = \"new target `warehouse`\""],
            reason: "its approval is void, for what was approved is not what there is: new target `warehouse`",
            fix: "penstock request renew idn_sync --reason WHY",
        ) { world, _ in world.identity.drift = "new target `warehouse`" },
        Breach(
            policy: "guardrail.cross-environment",
            values: ["principal.environment = \"test\"", "resource.environment = \"production\""],
            reason: "the identity belongs to another environment than the system",
        ) { world, _ in world.identity.environment = "test" },
        Breach(
            policy: "guardrail.admin-just-in-time",
            values: ["context.justInTime = false"],
            reason: "to administer needs a grant that is open just in time, for one task or for 8 hours at most",
            fix: "penstock request grant idn_sync admin crm/contacts/42 --until 8h --reason WHY",
        ) { world, request in
            world.grants.append(world.grant("grt_standing", .admin, "crm"))
            request.action = .admin
        },
    ]

    @Test("With everything in order the granted request is allowed by its grant")
    func allowed() {
        let world = SmallWorld()
        var request = world.request()
        request.tokenAge = .minutes(15)
        request.scopes = [TokenScope(.read, path("crm"))]
        request.clientAddress = "192.0.2.7"
        let decision = world.snapshot.decide(request)
        #expect(decision.verdict == .allow)
        #expect(decision.policies == ["grant.grt_read"])
        #expect(decision.reason == "permitted by grant.grt_read")
        #expect(decision.failed.isEmpty)
        #expect(decision.fix == nil)
        #expect(decision.version == 7)
        #expect(world.snapshot.enforcement(of: decision, for: request) == .allow)
    }

    @Test("A guardrail refuses what is granted, with what it saw, why, and what helps", arguments: breaches)
    func refused(breach: Breach) throws {
        var world = SmallWorld()
        var request = world.request()
        breach.change(&world, &request)
        let decision = world.snapshot.decide(request)
        #expect(decision.verdict == .deny)
        #expect(decision.policies.contains(breach.policy))
        #expect(decision.policies == decision.policies.sorted())
        #expect(!decision.policies.contains { $0.hasPrefix("grant.") })
        let failed = try #require(decision.failed.first { $0.policy == breach.policy })
        #expect(failed.values == breach.values)
        #expect(failed.condition.hasPrefix("when {") || failed.condition.hasPrefix("unless {"))
        let subject = "identity `contact sync` may not \(request.action) crm/contacts/42"
        #expect(decision.reason == "\(subject): \(breach.reason)")
        #expect(decision.fix == breach.fix)
    }

    @Test("At levels observe and warn only what binds still refuses", arguments: breaches)
    func levels(breach: Breach) {
        for (level, passing) in [(Identity.Level.observe, Enforcement.observe), (.warn, .warn), (.enforce, .refuse)] {
            var world = SmallWorld()
            world.identity.level = level
            var request = world.request()
            breach.change(&world, &request)
            let snapshot = world.snapshot
            let enforcement = snapshot.enforcement(of: snapshot.decide(request), for: request)
            #expect(enforcement == (breach.binds ? .refuse : passing))
        }
    }

    @Test("No shipped guardrail is without a test")
    func covered() {
        let shipped = ShippedPolicies.access.policies.map(\.id.description)
        #expect(shipped == Self.breaches.map(\.policy))
    }

    @Test("C5: nothing privileged acts without an owner, whatever it was granted")
    func privilegedUnowned() {
        var world = SmallWorld()
        world.identity.classification = Classification(.privileged, reasons: [])
        #expect(world.snapshot.decide(world.request()).verdict == .allow)
        world.identity.owner = nil
        let decision = world.snapshot.decide(world.request())
        #expect(decision.verdict == .deny)
        #expect(decision.policies == ["guardrail.no-owner"])
    }

    @Test("I2: what a policy forbids is told from what none permits, by verdict, policies and words")
    func deniedOrNotPermitted() {
        var world = SmallWorld()
        world.grants = []
        let absent = world.snapshot.decide(world.request())
        #expect(absent.verdict == .noPermit)
        #expect(absent.policies.isEmpty)
        #expect(absent.reason.hasSuffix("no open grant permits it"))
        // A forbid wins over a grant, and is named.
        world = SmallWorld()
        world.identity.state = .suspended
        let forbidden = world.snapshot.decide(world.request())
        #expect(forbidden.verdict == .deny)
        #expect(forbidden.policies.contains("guardrail.suspended"))
    }

    @Test("F6: a missing environment counts as another one")
    func noEnvironment() {
        var world = SmallWorld()
        world.identity.environment = nil
        let decision = world.snapshot.decide(world.request())
        #expect(decision.policies == ["guardrail.cross-environment"])
    }

    @Test("An owner who is not among the people is an error, and an error refuses at every level")
    func failsClosed() {
        var world = SmallWorld()
        world.identity.level = .observe
        var facts = world.facts
        facts.users = []
        let snapshot = Snapshot(facts)
        let decision = snapshot.decide(world.request())
        #expect(decision.verdict == .deny)
        #expect(decision.policies == ["guardrail.owner-left"])
        #expect(decision.errors.count == 1)
        #expect(decision.reason == "guardrail.owner-left could not be evaluated, so it is refused")
        #expect(snapshot.enforcement(of: decision, for: world.request()) == .refuse)
    }

    @Test("Unknown identities and systems are not permitted anything")
    func unknown() {
        let world = SmallWorld()
        var request = world.request()
        request.identity = id("idn_nobody")
        var decision = world.snapshot.decide(request)
        #expect(decision.verdict == .noPermit)
        #expect(decision.reason == "no identity has the id `idn_nobody`")
        #expect(world.snapshot.enforcement(of: decision, for: request) == .refuse)
        decision = world.snapshot.decide(world.request(.read, "erp/orders"))
        #expect(decision.verdict == .noPermit)
        #expect(decision.reason == "no system is named `erp`")
    }
}
