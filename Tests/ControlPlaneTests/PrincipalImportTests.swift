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

    @Test("A6, A7, A12: accounts become identities of their kind, people and groups do not")
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

    @Test("N8, N10, B9: a later import tells rights, memberships, ends and trusts that changed, and keeps the history")
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
                "class changes from readOnly to privileged: tokens live 5 minutes at most, renewed every 90 days",
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

    @Test("B4: who touches identity is a question that the list answers")
    func touches() async throws {
        try await House.onEach { house in
            var admin = Self.role("admin")
            admin.rights[0].effect = StepEffect(.privileged, reason: "`iam:CreateUser` decides who may do what")
            var estate = Self.estate([admin, Self.role("reader")])
            var provisioning = House.workflow("provisioning")
            let effect = StepEffect(.privileged, reason: "`delete` on `user`", rule: "touches-identity")
            provisioning.steps[0].effect = effect
            var query = House.workflow("query")
            query.steps[0].effect = StepEffect(.privileged, reason: "runs any query", rule: "raw-query")
            estate.workflows += [provisioning, query]
            _ = try await house.control.importEstates([estate], dryRun: false, by: house.boss)
            var filter = IdentityFilter()
            filter.touches = .identity
            func names() async throws -> [String] {
                try await house.control.identities(filter, page: PageRequest(), by: house.boss).items
                    .map(\.identity.name)
            }
            #expect(try await names() == ["admin", "provisioning"])
            estate.workflows[1].steps[0].effect = StepEffect(.readOnly, reason: "reads")
            estate.workflows[1].digest = "another"
            _ = try await house.control.importEstates([estate], dryRun: false, by: house.boss)
            #expect(try await names() == ["admin"])
        }
    }

    @Test("A source is shown with what is in it and what it cannot tell")
    func sources() async throws {
        try await House.onEach { house in
            var estate = Self.estate([Self.role("r")], trusts: [Trust(.assumes, from: "x", to: "arn:r")])
            estate.source.capabilities.owners = true
            estate.source.capabilities.notes = [.owners: "from tags only", .lastUse: "not in the files"]
            _ = try await house.control.importEstates([estate], dryRun: false, by: house.boss)
            let source = try await house.control.source("shop", by: house.boss)
            #expect(source.parts == ["workflow": 1, "principal": 1, "trust": 1, "credential": 1])
            #expect(source.identities == 2)
            #expect(source.lastRun?.added == 2)
            #expect(!source.isBeingTakenOver)
            let spots = source.source.description.blindSpots
            #expect(spots.count == Capability.allCases.count)
            #expect(spots.contains("this source tells only in part who owns something (from tags only)"))
            #expect(
                spots.contains("this source cannot tell when something last ran or was used (not in the files)")
            )
            let missing = try await house.failure { _ = try await house.control.source("nowhere", by: house.boss) }
            #expect(missing?.code == .notFound)
        }
    }

    @Test("A family is told over sources, with the identity of each")
    func family() async throws {
        try await House.onEach { house in
            func flow(_ key: String) -> Workflow {
                var flow = House.workflow(key)
                flow.graphKey = "graph"
                flow.cloneKey = "graph and credentials"
                return flow
            }
            var other = House.estate([flow("copy")])
            other.source.root = "other"
            _ = try await house.control.importEstates(
                [House.estate([flow("a"), House.workflow("b")]), other],
                dryRun: false,
                by: house.boss,
            )
            let family = try await house.control.family("a", by: house.boss)
            #expect(family.kin.map(\.name) == ["copy"])
            #expect(family.kin.map(\.boundaries) == [["another source"]])
            let copy = try await house.control.identity("copy", by: house.boss).identity.id
            #expect(family.kin.first?.identity == copy)
            #expect(try await house.control.family("b", by: house.boss).kin.isEmpty)
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
