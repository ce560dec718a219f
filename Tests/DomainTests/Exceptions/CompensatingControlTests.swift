import Testing

@testable import Domain

struct CompensatingControlTests {
    private static let now = Instant(seconds: 1_800_000_000)

    private static func facts(
        _ resource: String = "crm/contacts",
        action: ActionClass = .read,
        hours: Int64 = 2,
        networks: [String] = ["10.0.0.0/8"],
        gated: Set<String> = ["crm"],
        level: Identity.Level = .enforce,
        alert: Duration? = .days(1),
        environments: Set<String> = ["production"],
    ) throws -> ControlFacts {
        var identity = Identity(
            id: ID(at: now),
            kind: .workflow,
            name: "sync",
            state: .active,
            classification: Classification(.readOnly, reasons: []),
            firstSeen: now,
        )
        identity.environment = "production"
        identity.level = level
        var grant = Grant(
            id: ID(at: now),
            identity: identity.id,
            action: action,
            resource: try #require(ResourcePath(resource)),
            begins: now,
            ends: now + .hours(hours),
            grantedBy: "test",
        )
        grant.conditions.networks = networks
        return ControlFacts(
            identities: [identity],
            grants: [grant],
            gated: gated,
            environments: environments,
            lastAlert: alert.map { now - $0 },
            now: now,
        )
    }

    @Test("S-2: A network restriction holds only where the gateway refuses everything else")
    func network() throws {
        let control = CompensatingControl.networkRestriction(ranges: ["10.0.0.0/8"])
        #expect(control.check(try Self.facts()).holds)
        #expect(!control.check(try Self.facts(networks: [])).holds)
        #expect(!control.check(try Self.facts(networks: ["0.0.0.0/0"])).holds)
        #expect(!control.check(try Self.facts(gated: [])).holds)
        #expect(!control.check(try Self.facts(level: .observe)).holds)
    }

    @Test("S-3: Monitoring holds while somebody was reached lately")
    func monitoring() throws {
        let control = CompensatingControl.strongerMonitoring(withinDays: 7)
        #expect(control.check(try Self.facts()).holds)
        #expect(!control.check(try Self.facts(alert: .days(8))).holds)
        #expect(!control.check(try Self.facts(alert: nil)).holds)
    }

    @Test("S-4: A scoped secret holds while no grant is wider")
    func scope() throws {
        let control = CompensatingControl.scopedSecret(resources: [try #require(ResourcePath("crm/contacts"))])
        #expect(control.check(try Self.facts("crm/contacts/7")).holds)
        #expect(!control.check(try Self.facts("crm")).holds)
        #expect(!control.check(try Self.facts("crm/deals")).holds)
    }

    @Test("S-5, I8: An approval gate holds while nothing writes but under a short grant")
    func gate() throws {
        let control = CompensatingControl.approvalGate(longestHours: 8)
        #expect(control.check(try Self.facts(hours: 1000)).holds)
        #expect(control.check(try Self.facts(action: .write)).holds)
        #expect(!control.check(try Self.facts(action: .write, hours: 9)).holds)
    }

    @Test("S-6, P6: Separate environments hold while the credential is used in one")
    func environments() throws {
        let control = CompensatingControl.separateEnvironments(environment: "production")
        #expect(control.check(try Self.facts()).holds)
        #expect(!control.check(try Self.facts(environments: ["production", "test"])).holds)
        #expect(!CompensatingControl.separateEnvironments(environment: "test").check(try Self.facts()).holds)
    }

    @Test("A control holds for nothing when nothing is known of what it is to hold for")
    func nothing() {
        let facts = ControlFacts(
            identities: [],
            grants: [],
            gated: [],
            environments: [],
            lastAlert: Self.now,
            now: Self.now
        )
        #expect(!CompensatingControl.strongerMonitoring(withinDays: 7).check(facts).holds)
    }
}
