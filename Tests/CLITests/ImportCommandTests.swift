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
            try write(Self.flow, to: folder + "/a.json")
            let run = await Program(imported: Sample.outcome).run("import", folder, "--name", "n8n-production")
            #expect(run.status == 0)
            try expectGolden(run.output, named: "import/summary.txt")
            let dry = await Program(imported: Sample.outcome).run("import", folder, "--dry-run")
            #expect(dry.output.hasPrefix("dry run: nothing was changed\n"))
        }
    }

    @Test("As JSON an import has the members that scripts rely on, a line of null where there is none")
    func json() async throws {
        try await withTemporaryFolder { folder in
            try write(Self.flow, to: folder + "/a.json")
            try write("{\"other\": 1}", to: folder + "/b.json")
            let run = await Program(imported: Sample.outcome).run(
                "import",
                folder,
                "--name",
                "n8n-production",
                "--json"
            )
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
            try write(Self.flow, to: folder + "/sync.json")
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

    @Test("E1: a catalogue of one's own decides what an import says that steps do")
    func catalogue() async throws {
        try await withTemporaryFolder { folder in
            let flow = """
                {"name": "Customers", "connections": {}, "nodes": [
                  {"name": "keep", "type": "n8n-nodes-acme.crm", "parameters": {"resource": "contact", "operation": "frob"}}]}
                """
            try FileManager.default.createDirectory(atPath: folder + "/flows", withIntermediateDirectories: true)
            try FileManager.default.createDirectory(atPath: folder + "/own", withIntermediateDirectories: true)
            try write(flow, to: folder + "/flows/crm.json")
            let own = """
                platform: n8n
                connectors:
                  n8n-nodes-acme.crm:
                    system: saas
                    operations:
                      contact: {read: [frob]}
                """
            try write(own, to: folder + "/own/acme.yaml")
            func effect(_ more: String...) async throws -> IdentityClass? {
                let run = await Program(imported: Sample.outcome).run(["import", folder + "/flows"] + more)
                #expect(run.status == 0)
                return try #require(run.estates.first?.workflows.first?.steps.first).effect.identityClass
            }
            #expect(try await effect() == nil)
            #expect(try await effect("--catalogue", folder + "/own") == .readOnly)
            let missing = await Program(imported: Sample.outcome)
                .run("import", folder + "/flows", "--catalogue", folder + "/nowhere")
            #expect(missing.status == 1)
            #expect(missing.estates.isEmpty)
        }
    }

    @Test("A path where nothing is fails with its name; an empty folder imports nothing and says so")
    func nothing() async throws {
        let missing = await Program(imported: Sample.outcome).run("import", "/nowhere/at/all")
        #expect(missing.status == 1)
        #expect(missing.errors.hasPrefix("error: nothing is at `/nowhere/at/all`"))
        #expect(missing.calls == ["close"])
        try await withTemporaryFolder { folder in
            let run = await Program(imported: Sample.outcome).run("import", folder)
            #expect(run.status == 1)
            #expect(run.errors.hasPrefix("error: nothing to import"))
            #expect(run.estates.isEmpty)
        }
    }

    @Test("A file of another kind is named in words, whatever its name, and nothing is handed over")
    func otherKind() async throws {
        try await withTemporaryFolder { folder in
            try write("%PDF", to: folder + "/report.pdf")
            try write("{\"name\": \"package\"}", to: folder + "/package.json")
            for file in ["report.pdf", "package.json"] {
                let run = await Program(imported: Sample.outcome).run("import", folder + "/" + file)
                #expect(run.status == 1)
                #expect(run.errors.contains("nothing to import"))
                #expect(run.errors.contains(file))
                #expect(run.estates.isEmpty)
            }
            let named = await Program(imported: Sample.outcome)
                .run("import", folder + "/package.json", "--format", "n8n")
            #expect(named.status == 1)
            #expect(named.errors.contains("package.json: JSON of another kind"))
        }
    }

    @Test("Where every file is broken the reasons are printed, the status is 1 and nothing is handed over")
    func broken() async throws {
        try await withTemporaryFolder { folder in
            try write("{\n \"nodes\": [,], \"connections\": {}}", to: folder + "/a.json")
            let run = await Program(imported: Sample.outcome).run("import", folder, "--json")
            #expect(run.status == 1)
            #expect(run.estates.isEmpty)
            let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
            let rejected = try #require(object["rejected"] as? [[String: Any]])
            #expect(rejected.compactMap { $0["line"] as? Int } == [2])
        }
    }

    @Test("A mapping gives environments; a line that cannot be read fails with its place")
    func environments() async throws {
        try await withTemporaryFolder { folder in
            try write(Self.flow, to: folder + "/all/shop@main/sync.json")
            try write("main: prod\n", to: folder + "/environments.yaml")
            let run = await Program(imported: Sample.outcome)
                .run("import", folder + "/all", "--environments", folder + "/environments.yaml")
            #expect(run.estates.map(\.source.environment) == ["production"])
            try write("main: prod\nmain\n", to: folder + "/environments.yaml")
            let refused = await Program(imported: Sample.outcome)
                .run("import", folder + "/all", "--environments", folder + "/environments.yaml")
            #expect(refused.status == 1)
            #expect(refused.errors.contains("environments.yaml:2: "))
        }
    }

    @Test(
        "Wrong usage is refused before anything is read",
        arguments: [
            [".", "--format", "excel"], [], [".", "--secret-file", "x"], [".", "--name", " "],
            [".", "--environment", ""],
        ]
    )
    func usage(arguments: [String]) async {
        let run = await Program(imported: Sample.outcome).run(["import"] + arguments)
        #expect(run.status == 64)
        #expect(run.calls.isEmpty)
    }

    @Test("That a source holds nothing any more has to be said, with its format; then it is handed over empty")
    func emptied() async throws {
        try await withTemporaryFolder { folder in
            let named = ["import", folder, "--format", "n8n", "--name", "shop"]
            #expect(await Program(imported: Sample.outcome).run(named).status == 1)
            let run = await Program(imported: Sample.outcome).run(named + ["--emptied"])
            #expect(run.status == 0)
            #expect(run.estates.map(\.source.root) == ["shop"])
            #expect(run.estates.map(\.workflows.count) == [0])
            #expect(await Program().run("import", folder, "--emptied").status == 64)
        }
    }

    @Test("The help names every format there is")
    func formats() async {
        let help = await Program().run("import", "--help").output
        let refusal = await Program().run("import", ".", "--format", "excel").errors
        let names = refusal.prefix { $0 != "\n" }.matches(of: /[a-z0-9-]+(?=, )/).map { String($0.output) }
        #expect(names.count > 4)
        for name in names { #expect(help.contains(name), "\(name)") }
    }

    @Test("A template is printed without a store, and ends the command")
    func template() async throws {
        for kind in ["csv", "json"] {
            let run = await Program().run("import", "--template", kind)
            #expect(run.status == 0)
            #expect(run.choices.isEmpty)
            try expectGolden(run.output, named: "import/template.\(kind)")
        }
        #expect(await Program().run("import", ".", "--template", "csv").status == 64)
    }

    @Test("An address that no format has, and one with a password, is refused without repeating the password")
    func addresses() async {
        let unknown = await Program(imported: Sample.outcome).run("import", "gopher://x")
        #expect(unknown.status == 1)
        let password = await Program(imported: Sample.outcome).run("import", "postgres://ann:hunter2@db/shop")
        #expect(password.status == 1)
        #expect(password.errors.contains("password"))
        #expect(!password.errors.contains("hunter2"))
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
                    added: 4000,
                    unchanged: 0,
                )
            ],
            totals: ["files": 4000, "workflows": 4000],
            rejected: [],
            dryRun: false,
        )
        let answer = ImportAnswer(outcome, estates: [])
        let lines = ImportSummary(answer).text.split(separator: "\n").map { $0.split(separator: " ") }
        #expect(lines.dropFirst().first?.prefix(4) == ["big", "n8n", "4000", "4000"])
        #expect(!lines.contains { $0.first == "new" })
    }

    private static let flow = """
        {"id": "w1", "name": "Sync", "active": true, "connections": {}, "nodes": [
          {"id": "n", "name": "Call", "type": "n8n-nodes-base.slack", "typeVersion": 1, "position": [0, 0],
           "parameters": {"resource": "message", "operation": "post"},
           "credentials": {"slackApi": {"id": "c1", "name": "Slack"}}}]}
        """

    private func write(_ text: String, to path: String) throws {
        let file = URL(fileURLWithPath: path)
        let folder = file.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
}
