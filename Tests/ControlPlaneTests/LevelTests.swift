import Decisions
import Domain
import SQLEngine
import Store
import Testing

@testable import ControlPlane

/// Levels in an office, whose identity may do nothing: whatever it asks is refused where policy is enforced.
private struct Rollout: Sendable {
    let office: Office
    var control: ControlPlane { office.control }
    var now: Instant { office.clock.now }

    func asked(
        _ subject: String,
        _ level: String,
        days: Int64? = nil,
        identity: ID<Identity>? = nil,
    ) -> NewRequest {
        var terms = ["subject": subject, "level": level]
        terms["until"] = days.map { (now + .days($0)).text }
        return NewRequest(.level, identity: identity?.text, terms: terms, reason: "rollout")
    }

    /// What happens to a request that no grant permits.
    func enforcement(on system: String = "crm") throws -> Enforcement {
        let snapshot = try #require(control.world.snapshot)
        let request = AccessRequest(
            identity: office.identity.id,
            action: .read,
            resource: try #require(ResourcePath("\(system)/contacts")),
            now: now,
        )
        return snapshot.enforcement(of: snapshot.decide(request), for: request)
    }

    /// Asks and has security approve.
    func set(_ new: NewRequest) async throws {
        let request = try await office.open(new)
        if request.state == .open { try await office.approve(request, by: office.security) }
    }

    var identity: String { "identity:\(office.identity.id)" }
    var source: String { office.identity.source.map { "source:\($0)" } ?? "" }
}

struct LevelTests {
    private static func onEach(_ body: @Sendable (Rollout) async throws -> Void) async throws {
        try await Office.onEach { try await body(Rollout(office: $0)) }
    }

    @Test("G10: observe, warn and enforce are said of a source, a system and an identity, and the strictest holds")
    func strictest() async throws {
        try await Self.onEach { rollout in
            #expect(try rollout.enforcement() == .refuse)
            try await rollout.set(rollout.asked(rollout.source, "observe", days: 30))
            #expect(try rollout.enforcement() == .observe)
            try await rollout.set(rollout.asked("system:crm", "warn", days: 30))
            #expect(try rollout.enforcement() == .warn)
            #expect(try rollout.enforcement(on: "warehouse") == .observe)
            // One by one they move on.
            try await rollout.set(rollout.asked(rollout.identity, "enforce", identity: rollout.office.identity.id))
            #expect(try rollout.enforcement() == .refuse)
            #expect(try rollout.enforcement(on: "warehouse") == .refuse)
            let all = try await rollout.control.levels(by: rollout.office.boss)
            #expect(
                all.map { "\($0.setting.subject.kind.rawValue) \($0.name) \($0.setting.level.rawValue)" } == [
                    "identity sync enforce", "source shop observe", "system crm warn",
                ]
            )
            var filter = EventFilter()
            filter.kinds = [.levelChanged]
            let events = try await rollout.control.events(filter, page: PageRequest(), by: rollout.office.boss)
            #expect(events.items.count == 3)
        }
    }

    @Test("G10: a lower level needs security and an end, and when it ends policy is enforced again")
    func lowering() async throws {
        try await Self.onEach { rollout in
            for days in [nil, -1, 91] as [Int64?] {
                let refused = try await rollout.office.failure {
                    _ = try await rollout.office.open(rollout.asked("system:crm", "observe", days: days))
                }
                #expect(refused?.fields.map(\.field) == ["terms.until"])
            }
            let request = try await rollout.office.open(rollout.asked("system:crm", "observe", days: 10))
            #expect(request.state == .open)
            #expect(request.route.seats == [Seat(rawValue: "security")])
            #expect(try rollout.enforcement() == .refuse)
            let owner = try await rollout.office.failure {
                try await rollout.office.approve(request, by: rollout.office.approver)
            }
            #expect(owner?.code == .forbidden)
            // Nobody approves what they asked for, security neither.
            let own = try await rollout.office.open(
                rollout.asked("system:warehouse", "warn", days: 10),
                by: rollout.office.security,
            )
            let refused = try await rollout.office.failure {
                try await rollout.office.approve(own, by: rollout.office.security)
            }
            #expect(refused?.code == .forbidden)
            try await rollout.office.approve(request, by: rollout.office.security)
            #expect(try rollout.enforcement() == .observe)
            rollout.office.clock.advance(by: .days(10))
            #expect(try rollout.enforcement() == .refuse)
        }
    }

    @Test("A stricter level is set at once; what lets pass for longer counts as lower")
    func stricter() async throws {
        try await Self.onEach { rollout in
            try await rollout.set(rollout.asked("system:crm", "observe", days: 10))
            let approver = rollout.office.approver
            let longer = try await rollout.office.open(rollout.asked("system:crm", "warn", days: 20), by: approver)
            #expect(longer.state == .open)
            let shorter = try await rollout.office.open(rollout.asked("system:crm", "warn", days: 5), by: approver)
            #expect(shorter.state == .approved)
            #expect(try rollout.enforcement() == .warn)
            // What was said stricter than others is not taken back by one alone.
            let unsaid = try await rollout.office.open(rollout.asked("system:crm", "unsaid"), by: approver)
            #expect(unsaid.state == .open)
            let strict = try await rollout.office.open(rollout.asked("system:crm", "enforce"), by: approver)
            #expect(strict.state == .approved)
            #expect(try rollout.enforcement() == .refuse)
        }
    }

    @Test("A registration that lowers the level needs security too, though its owner could register it alone")
    func registered() async throws {
        try await Office.onEach(environment: "staging") { office in
            var registration = Office.registration(office.house, "staging")
            registration.expires = office.clock.now + .days(20)
            var new = NewRequest(.register, identity: "sync", registration: registration, reason: "shorter")
            let alone = try await office.control.previewRequest(new, by: .user(office.owner))
            #expect(alone.route.seats.isEmpty)
            registration.level = .observe
            new.registration = registration
            let lower = try await office.control.previewRequest(new, by: .user(office.owner))
            #expect(lower.route.seats == [Seat(rawValue: "security")])
            #expect(lower.route.policies.contains("route.level-down"))
        }
    }

    @Test("What has no level, and a level that there is not, is refused by name")
    func wrong() async throws {
        try await Self.onEach { rollout in
            let cases = [
                ("crm", "observe", "terms.subject"), ("system:crm", "loose", "terms.level"),
                (rollout.identity, "enforce", "terms.subject"),
            ]
            for (subject, level, field) in cases {
                let refused = try await rollout.office.failure {
                    _ = try await rollout.office.open(rollout.asked(subject, level, days: 3))
                }
                #expect(refused?.fields.map(\.field) == [field], "\(subject)")
            }
            let missing = try await rollout.office.failure {
                _ = try await rollout.office.open(rollout.asked("system:nowhere", "enforce"))
            }
            #expect(missing?.code == .notFound)
        }
    }
}
