import Domain
import SQLEngine
import Testing

@testable import ControlPlane

struct ImportTests {
    @Test("New workflows become discovered identities; a second import finds nothing to do")
    func twice() async throws {
        try await House.onEach { house in
            let estate = House.estate([House.workflow("a"), House.workflow("b")])
            let first = try await house.control.importEstates([estate], dryRun: false, by: house.boss)
            #expect(first.sources[0].new == ["a", "b"])
            let again = try await house.control.importEstates([estate], dryRun: false, by: house.boss)
            #expect(again.sources[0].new.isEmpty)
            #expect(again.sources[0].unchanged == 2)
            let page = try await house.control.identities(IdentityFilter(), page: PageRequest(), by: house.boss)
            #expect(page.items.map(\.identity.state) == [.discovered, .discovered])
            #expect(page.items.map(\.identity.environment) == ["production", "production"])
        }
    }

    @Test("What changed, vanished and came back is said, and the identity follows")
    func differences() async throws {
        try await House.onEach { house in
            let control = house.control
            _ = try await control.importEstates(
                [House.estate([House.workflow("a"), House.workflow("b")])],
                dryRun: false,
                by: house.boss,
            )
            var changed = House.workflow("a")
            changed.digest = "another"
            changed.steps[0].effect = StepEffect(.privileged, reason: "`delete` on `user` touches identities")
            changed.steps[0].target = "https://other.example.com"
            let second = try await control.importEstates([House.estate([changed])], dryRun: false, by: house.boss)
            let words = [
                "new target `https://other.example.com`",
                "class changes from changeCapable to privileged: tokens live 5 minutes at most, renewed every 90 days",
            ]
            #expect(second.sources[0].changed.map(\.changes) == [words])
            #expect(second.sources[0].vanished == ["b"])
            #expect(
                try await control.identity("a", by: house.boss).identity.classification.identityClass == .privileged
            )
            #expect(try await control.identity("b", by: house.boss).identity.vanished == house.clock.now)
            let third = try await control.importEstates(
                [House.estate([changed, House.workflow("b")])],
                dryRun: false,
                by: house.boss,
            )
            #expect(third.sources[0].unchanged == 2)
            #expect(try await control.identity("b", by: house.boss).identity.vanished == nil)
        }
    }

    @Test("Other rules judge a definition anew though it is the same, and one of an older store is not told as changed")
    func rules() async throws {
        try await House.onEach { house in
            let control = house.control
            _ = try await control.importEstates([House.estate([House.workflow("a")])], dryRun: false, by: house.boss)
            var judged = House.workflow("a")
            judged.steps[0].effect = StepEffect(.privileged, reason: "decided", rule: "decided")
            let again = try await control.importEstates([House.estate([judged])], dryRun: false, by: house.boss)
            let words = "judged anew by other rules: `changeCapable` became `privileged`"
            #expect(again.sources[0].changed.map(\.changes) == [[words]])
            let identity = try await control.identity("a", by: house.boss).identity
            #expect(identity.classification.identityClass == .privileged)
            try await house.database.write { connection in
                try connection.execute("UPDATE estate_parts SET digest = 'digest of a' WHERE kind = 'workflow'")
            }
            let third = try await control.importEstates([House.estate([judged])], dryRun: false, by: house.boss)
            #expect(third.sources[0].changed.isEmpty)
            #expect(third.sources[0].unchanged == 1)
        }
    }

    @Test("B9: what stood in a file that cannot be read now is not gone; what its file no longer holds is")
    func unreadable() async throws {
        try await House.onEach { house in
            let control = house.control
            _ = try await control.importEstates(
                [House.estate([House.workflow("a"), House.workflow("b")])],
                dryRun: false,
                by: house.boss,
            )
            var broken = House.estate([House.workflow("a")])
            broken.rejected = [Rejection(path: "b.json", line: 1, column: 9, reason: "the text ends in a string")]
            let second = try await control.importEstates([broken], dryRun: false, by: house.boss)
            #expect(second.sources[0].vanished.isEmpty)
            #expect(try await control.identity("b", by: house.boss).identity.vanished == nil)
            let third = try await control.importEstates(
                [House.estate([House.workflow("a")])],
                dryRun: false,
                by: house.boss,
            )
            #expect(third.sources[0].vanished == ["b"])
        }
    }

    @Test("B9: accounts of a file that cannot be read now are not gone, nor are their trusts and credentials")
    func unreadableAccounts() async throws {
        try await House.onEach { house in
            func estate(with role: Bool, broken: Bool) -> Estate {
                var estate = House.estate([House.workflow("flow")])
                let reference = CredentialReference(kind: "key", id: "k1", name: "key of deployer")
                if role {
                    var account = Principal(key: "deployer", name: "deployer", kind: .serviceAccount)
                    account.path = "accounts.yaml"
                    account.credentials = [reference]
                    estate.principals = [account]
                    estate.credentials.append(Credential(reference: reference))
                    estate.trusts = [Trust(.runsAs, from: "flow", to: "deployer")]
                }
                if broken {
                    estate.rejected = [Rejection(path: "accounts.yaml", line: 3, reason: "a list is not closed")]
                }
                return estate
            }
            func take(_ role: Bool, _ broken: Bool) async throws -> ImportReport.SourceReport {
                try await house.control.importEstates(
                    [estate(with: role, broken: broken)],
                    dryRun: false,
                    by: house.boss
                ).sources[0]
            }
            _ = try await take(true, false)
            #expect(try await take(false, true).vanished.isEmpty)
            let kept = try await house.control.identity("deployer", by: house.boss)
            #expect(kept.identity.vanished == nil)
            #expect(kept.trusts == [Trust(.runsAs, from: "flow", to: "deployer")])
            #expect(try await take(false, false).vanished == ["deployer"])
        }
    }

    @Test("A dry run reports the same and writes nothing")
    func dryRun() async throws {
        try await House.onEach { house in
            let report = try await house.control.importEstates(
                [House.estate([House.workflow("a")])],
                dryRun: true,
                by: house.boss,
            )
            #expect(report.sources[0].new == ["a"])
            #expect(try await house.control.sources(by: house.boss).isEmpty)
            #expect(try await house.control.overview(by: house.boss).identities == 0)
        }
    }
}
