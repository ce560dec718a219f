import Domain
import Foundation
import TestSupport
import Testing
import Wire

@testable import CLI

struct ImportCommandTests {
    @Test("A summary tells what came, what changed and what could not be read")
    func summary() async throws {
        try await withTemporaryFolder { folder in
            let run = await Program(imported: Sample.outcome).run("import", folder)
            #expect(run.status == 0)
            try expectGolden(run.output, named: "import/summary.txt")
            let dry = await Program(imported: Sample.outcome).run("import", folder, "--dry-run")
            #expect(dry.output.hasPrefix("dry run: nothing was changed\n"))
        }
    }

    @Test("As JSON an import has the members that scripts rely on, a line of null where there is none")
    func json() async throws {
        try await withTemporaryFolder { folder in
            let run = await Program(imported: Sample.outcome).run("import", folder, "--json")
            try expectGolden(run.output, named: "import/answer.json")
            let object = try #require(
                try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
            )
            #expect(Set(object.keys).isSuperset(of: ["sources", "totals", "rejected"]))
            let rejected = try #require(object["rejected"] as? [[String: Any]])
            #expect(rejected.allSatisfy { Set($0.keys).isSuperset(of: ["path", "line", "reason"]) })
            #expect(rejected[1]["line"] is NSNull)
        }
    }

    @Test("Files are read here and handed over with their environment and fingerprints")
    func reads() async throws {
        try await withTemporaryFolder { folder in
            let workflow = """
                {"id": "w1", "name": "Sync", "active": true, "connections": {}, "nodes": [
                  {"id": "n", "name": "Call", "type": "n8n-nodes-base.slack", "typeVersion": 1, "position": [0, 0],
                   "parameters": {"resource": "message", "operation": "post"},
                   "credentials": {"slackApi": {"id": "c1", "name": "Slack"}}}]}
                """
            try Data(workflow.utf8).write(to: URL(fileURLWithPath: folder + "/sync.json"))
            try Data("{\n \"nodes\": [".utf8).write(to: URL(fileURLWithPath: folder + "/broken.json"))
            let run = await Program(imported: Sample.outcome)
                .run("import", folder, "--environment", "production", "--name", "shop", "--json")
            let estate = try #require(run.estates.first)
            #expect(run.estates.count == 1)
            #expect(estate.source.root == "shop")
            #expect(estate.source.environment == "production")
            #expect(estate.workflows.map(\.name) == ["Sync"])
            #expect(estate.rejected.map(\.path) == ["broken.json"])
            #expect(estate.rejected.first?.line == 2)
            #expect(run.calls == ["close"])
        }
    }

    @Test("A path where nothing is fails with its name; an empty folder imports nothing and says so")
    func nothing() async throws {
        let missing = await Program(imported: Sample.outcome).run("import", "/nowhere/at/all")
        #expect(missing.status == 1)
        #expect(missing.errors.hasPrefix("error: nothing is at `/nowhere/at/all`"))
        #expect(missing.calls == ["close"])
        try await withTemporaryFolder { folder in
            let none = ImportOutcome(sources: [], totals: [:], rejected: [], dryRun: false)
            let run = await Program(imported: none).run("import", folder)
            #expect(run.status == 0)
            #expect(run.errors.contains("nothing to import"))
        }
    }

    @Test("Of a first import of thousands all are counted, though only a thousand are named")
    func many() {
        let outcome = ImportOutcome(
            sources: [
                ImportOutcome.SourceOutcome(
                    root: "big",
                    format: "n8n",
                    counts: ["files": 4000, "workflows": 4000],
                    new: (0..<1000).map { "w\($0)" },
                    changed: [],
                    vanished: [],
                    unchanged: 0,
                )
            ],
            totals: ["files": 4000, "workflows": 4000],
            rejected: [],
            dryRun: false,
        )
        let lines = ImportSummary(outcome).text.split(separator: "\n").map { $0.split(separator: " ") }
        #expect(lines.last?.prefix(3) == ["big", "4000", "4000"])
        #expect(lines.count == 2)
    }
}
