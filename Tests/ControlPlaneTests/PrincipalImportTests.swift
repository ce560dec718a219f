import Domain
import Testing

@testable import ControlPlane

struct PrincipalImportTests {
    private static func role(_ key: String, _ kind: Principal.Kind = .role) -> Principal {
        var role = Principal(key: "arn:\(key)", name: key, kind: kind)
        role.rights = [
            Right(
                .read,
                operations: ["s3:GetObject"],
                on: "arn:bucket/*",
                effect: StepEffect(.readOnly, reason: "`s3:GetObject` reads"),
                via: "policy Reader",
            )
        ]
        role.active = true
        return role
    }

    private static func estate(_ principals: [Principal], trusts: [Trust] = []) -> Estate {
        var estate = House.estate([House.workflow("flow")])
        estate.principals = principals
        estate.trusts = trusts
        return estate
    }

    @Test("Accounts become identities of their kind, people and groups do not")
    func kinds() async throws {
        try await House.onEach { house in
            var person = Self.role("person", .user)
            person.isPerson = true
            var unknown = Self.role("unknown", .apiToken)
            unknown.rights[0].effect.identityClass = nil
            let principals = [
                Self.role("deployer"), Self.role("machine", .user), person, Self.role("people", .group),
                Self.role("app", .oauthApp), unknown, Self.role("cert", .certificate),
            ]
            let report = try await house.control.importEstates([Self.estate(principals)], dryRun: false, by: house.boss)
            #expect(report.sources[0].new.count == 8)
            let page = try await house.control.identities(IdentityFilter(), page: PageRequest(), by: house.boss)
            let kinds = page.items.map { "\($0.identity.name) \($0.identity.kind.rawValue)" }
            #expect(
                kinds == [
                    "app oauthApp", "cert certificate", "deployer serviceAccount", "flow workflow",
                    "machine serviceAccount", "unknown apiToken",
                ]
            )
            let deployer = try await house.control.identity("deployer", by: house.boss)
            #expect(deployer.identity.classification.identityClass == .readOnly)
            #expect(
                deployer.identity.classification.reasons == [
                    "right `read s3:GetObject on arn:bucket/*` through policy Reader: `s3:GetObject` reads"
                ]
            )
            #expect(deployer.principal == Self.role("deployer"))
            let odd = try await house.control.identity("unknown", by: house.boss).identity
            #expect(odd.classification.identityClass == .changeCapable)
        }
    }

    @Test("A later import tells rights, memberships, ends and trusts that changed, and keeps the history")
    func drift() async throws {
        try await House.onEach { house in
            let control = house.control
            let trust = Trust(.assumes, from: "arn:app", to: "arn:deployer")
            let before = Self.estate([Self.role("deployer"), Self.role("app", .oauthApp)], trusts: [trust])
            _ = try await control.importEstates([before], dryRun: false, by: house.boss)
            var changed = Self.role("deployer")
            changed.rights.append(
                Right(
                    .admin,
                    operations: ["iam:*"],
                    on: "*",
                    effect: StepEffect(.privileged, reason: "`iam:*` changes who may do what"),
                    via: "policy Admin",
                )
            )
            changed.memberOf = ["admins"]
            changed.expires = house.clock.now + .days(1)
            changed.lastUsed = house.clock.now
            house.clock.advance(by: .hours(1))
            let outside = Trust(.assumes, from: "*", to: "arn:app", isExternal: true)
            let after = Self.estate([changed, Self.role("app", .oauthApp)], trusts: [outside])
            let report = try await control.importEstates([after], dryRun: false, by: house.boss).sources[0]
            let end = try #require(changed.expires).text
            let words = [
                "end changed from `none` to `\(end)`", "new membership `admins`", "new right `admin iam:* on *`",
                "trust is gone: `arn:app` may assume it",
            ]
            #expect(report.changed.map(\.name) == ["deployer", "app"])
            #expect(report.changed.map(\.changes) == [words, ["new trust: `*` may assume it, from outside"]])
            let deployer = try await control.identity("deployer", by: house.boss)
            #expect(deployer.identity.classification.identityClass == .privileged)
            #expect(deployer.history.map(\.changes) == [words])
            #expect(deployer.history.first?.importedBy == "test (local operator)")
            let event = try #require(deployer.events.first?.event)
            #expect(event.changes.last == Event.Change("class", before: "readOnly", after: "privileged"))
            #expect(try await control.identity("app", by: house.boss).trusts == [outside])
        }
    }

    @Test("A later use is kept and is no change")
    func lastUse() async throws {
        try await House.onEach { house in
            _ = try await house.control.importEstates([Self.estate([Self.role("r")])], dryRun: false, by: house.boss)
            var used = Self.role("r")
            used.lastUsed = house.clock.now
            let report = try await house.control.importEstates([Self.estate([used])], dryRun: false, by: house.boss)
            #expect(report.sources[0].changed.isEmpty)
            #expect(report.sources[0].unchanged == 2)
            let detail = try await house.control.identity("r", by: house.boss)
            #expect(detail.principal?.lastUsed == house.clock.now)
            #expect(detail.history.isEmpty)
        }
    }

    @Test("An account that goes vanishes, and is the same identity when it is there again")
    func vanishes() async throws {
        try await House.onEach { house in
            let control = house.control
            _ = try await control.importEstates([Self.estate([Self.role("r")])], dryRun: false, by: house.boss)
            let first = try await control.identity("r", by: house.boss).identity
            let second = try await control.importEstates([Self.estate([])], dryRun: false, by: house.boss)
            #expect(second.sources[0].vanished == ["r"])
            #expect(try await control.identity("r", by: house.boss).identity.vanished == house.clock.now)
            _ = try await control.importEstates([Self.estate([Self.role("r")])], dryRun: false, by: house.boss)
            let third = try await control.identity("r", by: house.boss)
            #expect(third.identity.id == first.id)
            #expect(third.identity.vanished == nil)
            #expect(third.history.map(\.changes) == [["is there again"], ["is gone from its source"]])
        }
    }
}
