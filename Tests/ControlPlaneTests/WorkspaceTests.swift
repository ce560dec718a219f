import Domain
import Store
import Testing

@testable import ControlPlane

struct WorkspaceTests {
    private func prepared(_ house: House) async throws -> Identity {
        let identity = try await house.active()
        _ = try await house.control.putSystem(
            System(name: "crm", title: "CRM", environment: "production"),
            by: house.boss
        )
        let crm = try #require(ResourcePath("crm"))
        _ = try await house.control.grant(
            identity.id.text,
            action: .read,
            resource: crm,
            until: house.clock.now + .days(9),
            reason: nil,
            by: house.boss
        )
        return identity
    }

    @Test("Planning what was exported changes nothing, and applying it does nothing")
    func idempotent() async throws {
        try await House.onEach { house in
            _ = try await prepared(house)
            let control = house.control
            let exported = try await control.exportWorkspace(by: house.boss)
            #expect(exported.identities.count == 1)
            #expect(exported.identities.first?.grants?.count == 1)
            let plan = try await control.planWorkspace(exported, since: house.clock.now - .days(7), by: house.boss)
            #expect(plan.steps.isEmpty)
            #expect(plan.problems.isEmpty)
            #expect(plan.unchanged == 2)
            let size = try await control.events(EventFilter(), page: PageRequest(limit: 1), by: house.boss).total
            let outcome = try await control.applyWorkspace(exported, note: "again", by: house.boss)
            #expect(outcome == WorkspaceOutcome())
            #expect(try await control.events(EventFilter(), page: PageRequest(limit: 1), by: house.boss).total == size)
        }
    }

    @Test("A plan says what changes and what follows; applying it goes through the same rules as by hand")
    func applies() async throws {
        try await House.onEach { house in
            let identity = try await prepared(house)
            let control = house.control
            try await house.person("cleo")
            var workspace = try await control.exportWorkspace(by: house.boss)
            workspace.identities[0].fields["owner"] = "cleo@example.com"
            workspace.identities[0].fields["purpose"] = "keeps everybody informed"
            workspace.identities[0].grants = []
            workspace.systems.append(System(name: "mail", title: "Mail", environment: "production"))
            let plan = try await control.planWorkspace(workspace, since: house.clock.now - .days(7), by: house.boss)
            #expect(
                plan.steps.map { "\($0.subject.rawValue) \($0.kind.rawValue)" } == [
                    "system add", "identity change", "grant revoke",
                ]
            )
            #expect(plan.steps[1].changes.map(\.field) == ["owner", "purpose"])
            #expect(plan.effect.contains("1 identity loses read to crm"))
            let outcome = try await control.applyWorkspace(workspace, note: "owners", by: house.boss)
            #expect(outcome.refused == [])
            #expect(outcome.applied.count + outcome.waiting.count == 3)
            let after = try await control.planWorkspace(workspace, since: house.clock.now - .days(7), by: house.boss)
            #expect(after.steps.count == outcome.waiting.count)
            let detail = try await control.identity(identity.id.text, by: house.boss)
            #expect(detail.grants.allSatisfy { !$0.isOpen(at: house.clock.now) })
        }
    }

    @Test("A workspace that names what does not exist is refused whole")
    func unknown() async throws {
        try await House.onEach { house in
            _ = try await prepared(house)
            var workspace = try await house.control.exportWorkspace(by: house.boss)
            workspace.identities[0].fields["owner"] = "nobody@example.com"
            workspace.identities.append(IdentityDeclaration(id: ID(at: house.clock.now)))
            let plan = try await house.control.planWorkspace(workspace, since: house.clock.now, by: house.boss)
            #expect(plan.problems.count == 2)
            let refused = try await house.failure { [workspace] in
                _ = try await house.control.applyWorkspace(workspace, note: "x", by: house.boss)
            }
            #expect(refused?.code == .invalid)
            #expect(refused?.fields.count == 2)
        }
    }
}
