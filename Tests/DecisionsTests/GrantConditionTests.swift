import Decisions
import Domain
import Testing

/// Each condition of a grant: what holds under it, what does not, and what the refusal names.
struct GrantConditionTests {
    private func decide(
        _ grant: (inout Grant) -> Void,
        action: ActionClass = .read,
        _ request: (inout AccessRequest) -> Void = { _ in },
    ) -> AccessDecision {
        var world = SmallWorld()
        world.grants = [world.grant("grt_one", action, "crm/contacts")]
        grant(&world.grants[0])
        var asked = world.request(action)
        request(&asked)
        return world.snapshot.decide(asked)
    }

    private func expect(
        _ decision: AccessDecision,
        allowed: Bool,
        naming condition: String,
        sourceLocation: SourceLocation = #_sourceLocation,
    ) {
        #expect(decision.verdict == (allowed ? .allow : .noPermit), sourceLocation: sourceLocation)
        guard !allowed else { return }
        #expect(
            decision.failed.contains { $0.policy == "grant.grt_one" && $0.condition.contains(condition) },
            "\(decision.failed)",
            sourceLocation: sourceLocation,
        )
    }

    @Test(
        "F5: a grant for one direction permits that direction only",
        arguments: [Direction.from, .into],
        [Direction.from, .into]
    )
    func direction(granted: Direction, asked: Direction) {
        let decision = decide({ $0.direction = granted }, { $0.direction = asked })
        expect(decision, allowed: granted == asked, naming: "context.direction")
    }

    @Test(
        "A grant for a task permits tokens of that task only",
        arguments: [("run-7", true), ("run-8", false), ("RUN-7", false), (nil, false)] as [(String?, Bool)]
    )
    func task(asked: String?, allowed: Bool) {
        expect(decide({ $0.task = "run-7" }, { $0.task = asked }), allowed: allowed, naming: "task")
    }

    @Test(
        "F4: a purpose is bound to the token: only the purpose of the grant is permitted",
        arguments: [("month end", true), ("month  end", false), ("x", false), (nil, false)] as [(String?, Bool)]
    )
    func purpose(asked: String?, allowed: Bool) {
        let decision = decide({ $0.conditions.purpose = "month end" }, { $0.purpose = asked })
        expect(decision, allowed: allowed, naming: "purpose")
    }

    @Test(
        "A grant for networks permits addresses within one of them only",
        arguments: [
            ("10.1.2.3", true), ("10.255.255.255", true), ("11.0.0.0", false), ("192.0.2.7", true),
            ("192.0.2.8", false), ("2001:db8::1", true), ("2001:db9::1", false), ("none", false), (nil, false),
        ] as [(String?, Bool)]
    )
    func networks(address: String?, allowed: Bool) {
        let decision = decide(
            { $0.conditions.networks = ["10.0.0.0/8", "192.0.2.7/32", "2001:db8::/32"] },
            { $0.clientAddress = address },
        )
        expect(decision, allowed: allowed, naming: "address")
    }

    // The small world's now is 08:00 UTC.
    @Test(
        "A grant for hours permits from the first minute to before the last, also over midnight",
        arguments: [
            ("08:00-09:00", 0, true), ("08:00-09:00", 59, true), ("08:00-09:00", 60, false), ("08:00-09:00", -1, false),
            ("22:00-06:00", 0, false), ("22:00-06:00", 14 * 60, true), ("22:00-06:00", 21 * 60, true),
            ("22:00-06:00", 22 * 60, false),
        ] as [(String, Int64, Bool)]
    )
    func hours(window: String, later: Int64, allowed: Bool) throws {
        let hours = try #require(DailyWindow(window))
        let decision = decide({ $0.conditions.hours = hours }, { $0.now = $0.now + .minutes(later) })
        expect(decision, allowed: allowed, naming: "context.now")
    }

    @Test(
        "A grant with a limit permits fewer than that many in the minute before, and nothing where nobody counts",
        arguments: [(0, true), (59, true), (60, false), (61, false), (nil, false)] as [(Int?, Bool)]
    )
    func rate(before: Int?, allowed: Bool) {
        let decision = decide({ $0.conditions.perMinute = 60 }, { $0.lastMinute = before })
        expect(decision, allowed: allowed, naming: "lastMinute")
    }

    @Test("All conditions of a grant have to hold together", arguments: 0..<5)
    func together(missing: Int) throws {
        let hours = try #require(DailyWindow("08:00-09:00"))
        let decision = decide(
            { grant in
                (grant.task, grant.direction, grant.conditions.purpose) = ("run-7", .from, "month end")
                (grant.conditions.networks, grant.conditions.hours) = (["10.0.0.0/8"], hours)
            },
            { request in
                request.task = missing == 1 ? nil : "run-7"
                request.direction = missing == 2 ? .into : .from
                request.purpose = missing == 3 ? nil : "month end"
                request.clientAddress = missing == 4 ? "11.0.0.1" : "10.0.0.1"
            },
        )
        #expect((decision.verdict == .allow) == (missing == 0))
    }

    @Test("F6: a grant on a system of another environment than the identity's is refused by a guardrail")
    func environment() {
        var world = SmallWorld()
        world.grants = [world.grant("grt_one", .read, "crm-test")]
        let decision = world.snapshot.decide(world.request(.read, "crm-test"))
        #expect(decision.verdict == .deny)
        #expect(decision.policies.contains { $0.hasPrefix("guardrail.") })
    }

    @Test("Requests are counted only of identities that a limit concerns")
    func counted() {
        var world = SmallWorld()
        #expect(!world.snapshot.countsRequests(of: world.identity.id))
        world.grants[0].conditions.perMinute = 5
        #expect(world.snapshot.countsRequests(of: world.identity.id))
        #expect(
            SmallWorld().snapshot.applying([.grant(world.grants[0])], version: 8).countsRequests(of: world.identity.id)
        )
    }
}
