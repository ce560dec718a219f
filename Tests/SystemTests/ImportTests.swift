import Foundation
import Testing

/// `penstock import` as a person meets it.
@Suite(.serialized)
struct ImportTests {
    @Test("A second import says what changed since the first, and only that")
    func second() async throws {
        try await withHome { home in
            try Estates.write(
                [
                    "estate/a.json": Estates.workflow("a", name: "alpha"),
                    "estate/b.json": Estates.workflow("b", name: "beta", credential: "cred-2"),
                    "estate/c.json": Estates.workflow("c", name: "gamma", credential: "cred-3"),
                ],
                to: home,
            )
            try await Program.succeed(["import", "estate"], in: home)
            let changed = Estates.workflow("b", name: "beta", credential: "cred-9", path: "b-new")
            try Estates.write(["estate/b.json": changed], to: home)
            try FileManager.default.removeItem(atPath: "\(home)/estate/c.json")
            struct Outcome: Decodable {
                struct Source: Decodable {
                    struct Changed: Decodable {
                        var name: String
                        var changes: [String]
                    }

                    var new: [String]
                    var changed: [Changed]
                    var vanished: [String]
                    var unchanged: Int
                }

                var sources: [Source]
            }
            let again = try await Program.succeed(["import", "estate", "--json"], in: home).json(Outcome.self)
            let source = try #require(again.sources.first)
            #expect(source.new.isEmpty)
            #expect(source.vanished == ["gamma"])
            #expect(source.unchanged == 1)
            #expect(source.changed.map(\.name) == ["beta"])
            let changes = try #require(source.changed.first).changes
            #expect(changes.count == 4, "\(changes)")
            #expect(changes.contains { $0.contains("new callback") && $0.contains("b-new") })
            #expect(changes.contains { $0.contains("new credential") })
        }
    }

    @Test("--dry-run reports and writes nothing")
    func dryRun() async throws {
        try await withHome { home in
            try Estates.write(["estate/a.json": Estates.workflow("a", name: "alpha")], to: home)
            let store = ["--store", "sqlite:dry.db"]
            let run = try await Program.succeed(["import", "estate", "--dry-run", "--json"] + store, in: home)
            #expect(try run.json(ImportShape.self).totals["workflows"] == 1)
            let list = try await Program.succeed(["identities", "--json"] + store, in: home)
            #expect(try list.json(ListShape<IdentityLineShape>.self).total == 0)
        }
    }

    @Test("The JSON has the agreed names")
    func names() async throws {
        try await withHome { home in
            try Estates.write(["estate/a.json": Estates.workflow("a", name: "alpha")], to: home)
            let run = try await Program.succeed(["import", "estate", "--store", "sqlite:x.db", "--json"], in: home)
            let outcome = try run.json(ImportShape.self)
            let wanted: Set = [
                "files", "workflows", "rejected", "steps", "credentialReferences", "credentials", "sharedCredentials",
                "cloneGroups", "clonedWorkflows", "webhooks", "unauthenticatedWebhooks", "schedules", "active",
                "inactive", "activeUnknown",
            ]
            #expect(Set(outcome.totals.keys).isSuperset(of: wanted))
            #expect(Set(outcome.sources[0].counts.keys).isSuperset(of: wanted))
            #expect(outcome.sources[0].format == "n8n")
        }
    }

    @Test("What is not there, or not allowed, or empty, is said plainly", arguments: ["nothing-here", "empty"])
    func nothing(path: String) async throws {
        try await withHome { home in
            try FileManager.default.createDirectory(atPath: "\(home)/empty", withIntermediateDirectories: true)
            let run = try await Program.run(["import", path], in: home)
            #expect(run.status == 1)
            #expect(run.errors.contains(path))
        }
    }
}
