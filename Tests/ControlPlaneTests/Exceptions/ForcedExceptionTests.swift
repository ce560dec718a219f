import Decisions
import Domain
import SQLEngine
import Store
import Testing

@testable import ControlPlane

struct ForcedExceptionTests {
    private static func estate(rotated: Instant?, _ workflows: [Workflow] = [Office.workflow()]) -> Estate {
        var estate = Office.estate(workflows)
        estate.source.capabilities.expiry = true
        estate.credentials[0].lastRotated = rotated
        return estate
    }

    private func finding(_ rule: String, _ office: Office) async throws -> Finding? {
        var filter = FindingFilter()
        filter.rules = [rule]
        return try await office.control.findings(filter, by: office.boss).first
    }

    /// A webhook that was reached just now, which is what monitoring rests on.
    private func reach(_ office: Office) async throws {
        let now = office.clock.now
        try await office.house.database.write { connection in
            if let known = try WebhookTable.all(in: connection).first {
                return try WebhookTable.delivered(known.id, at: now, in: connection)
            }
            var webhook = Webhook(
                id: ID(at: now),
                url: "https://siem.example/hook",
                kinds: [.keyMade],
                created: now,
                createdBy: "test"
            )
            webhook.lastDelivered = now
            try WebhookTable.insert(webhook, in: connection)
        }
    }

    @Test(
        "G9: a long-lived secret stands until an exception with isolation, monitoring and rotation holds, and again when one fails"
    )
    func longLived() async throws {
        try await Office.onEach { office in
            _ = try await office.control.importEstates(
                [Self.estate(rotated: office.clock.now - .days(10))],
                dryRun: false,
                by: office.boss,
            )
            let found = try #require(try await finding("long-lived-secret", office))
            var order = ExceptionOrder(
                finding: found.id,
                owner: "olga@example.com",
                reason: "the platform knows no short-lived tokens",
                ends: office.clock.now + .days(60),
                controls: [.separateEnvironments(environment: "production")],
            )
            let bare = order
            let refused = try await office.failure {
                _ = try await office.control.proposeException(bare, by: .user(office.owner))
            }
            #expect(refused?.fields.map(\.field) == ["strongerMonitoring", "strictRotation", "plan"])
            order.controls += [.strongerMonitoring(withinDays: 30), .strictRotation(withinDays: 30)]
            order.plan = "workload identity with the next release, in autumn"
            let whole = order
            let proposed = try await office.control.proposeException(whole, by: .user(office.owner))
            #expect(proposed.checks.first { $0.kind == .strictRotation }?.holds == true)
            #expect(try await finding("long-lived-secret", office)?.accepted == nil)
            try await reach(office)
            _ = try await office.control.acceptException(proposed.id, by: .user(office.security))
            #expect(try await finding("long-lived-secret", office)?.accepted?.exception == proposed.id)
            // Nobody rotates it: the control fails, and with it the exception.
            office.clock.advance(by: .days(21))
            try await reach(office)
            _ = try await office.control.importEstates(
                [Self.estate(rotated: office.clock.now - .days(31), [Office.workflow(target: "crm.example")])],
                dryRun: false,
                by: office.boss,
            )
            let broken = try await office.control.exception(proposed.id, by: office.boss)
            #expect(broken.state == .broken)
            #expect(broken.outcome?.contains("strictRotation") == true)
            #expect(try await finding("long-lived-secret", office)?.accepted == nil)
        }
    }

    private static func account(rights: [Right] = []) -> Estate {
        var estate = Office.estate([Office.workflow()])
        var principal = Principal(key: "bot", name: "bot", kind: .serviceAccount)
        principal.rights = rights
        principal.environment = "production"
        estate.principals = [principal]
        return estate
    }

    @Test(
        "S1: an account of which nobody can tell what it may do is active under an exception only, and quarantined when that is over"
    )
    func unanswered() async throws {
        try await Office.onEach { office in
            _ = try await office.control.importEstates([Self.account()], dryRun: false, by: office.boss)
            var filled = Office.registration(office.house)
            filled.pattern = .batch
            filled.systemPurpose = "takes from the CRM"
            let registration = filled
            func register() async throws -> Failure? {
                try await office.failure {
                    _ = try await office.control.registerIdentity("bot", registration, by: office.boss)
                }
            }
            func state() async throws -> LifecycleState {
                try await office.control.identity("bot", by: office.boss).identity.state
            }
            #expect(try await register()?.fields.map(\.field) == ["exception"])
            #expect(try await state() == .discovered)
            let found = try #require(try await finding("unanswered-question", office))
            let order = ExceptionOrder(
                finding: found.id,
                owner: "olga@example.com",
                reason: "the vendor cannot say; it is replaced in spring",
                ends: office.clock.now + .days(60),
                controls: [.separateEnvironments(environment: "production")],
            )
            let proposed = try await office.control.proposeException(order, by: .user(office.owner))
            #expect(try await register()?.fields.map(\.field) == ["exception"])
            _ = try await office.control.acceptException(proposed.id, by: .user(office.security))
            #expect(try await register() == nil)
            #expect(try await state() == .active)
            _ = try await office.control.endException(proposed.id, reason: "time is up", by: .user(office.security))
            #expect(try await state() == .quarantined)
            let resource = try #require(ResourcePath("crm/contacts"))
            let bot = try await office.control.identity("bot", by: office.boss).identity
            let decision = try #require(office.control.world.snapshot).decide(
                .init(identity: bot.id, action: .read, resource: resource, now: office.clock.now)
            )
            #expect(decision.policies.contains("guardrail.quarantined"))
            // The question answered, it needs none.
            let right = Right(
                .read,
                operations: ["get"],
                on: "crm/contacts",
                effect: StepEffect(.readOnly, reason: "`get` reads"),
                via: "policy"
            )
            _ = try await office.control.importEstates([Self.account(rights: [right])], dryRun: false, by: office.boss)
            #expect(try await register() == nil)
            #expect(try await state() == .active)
        }
    }
}
