import Foundation
import TestSupport
import Testing

@testable import CLI

/// The commands on the catalogue, run on files.
struct CatalogueCommandTests {
    private static let files = [
        "flows/crm.json": """
        {"name": "Customers", "connections": {}, "nodes": [
          {"name": "tell", "type": "n8n-nodes-base.slack", "typeVersion": 2.2, "parameters": {}},
          {"name": "drop", "type": "n8n-nodes-base.okta", "parameters": {"operation": "delete"}},
          {"name": "keep", "type": "n8n-nodes-acme.crm", "parameters": {"resource": "contact", "operation": "createContact"},
           "credentials": {"acmeApi": {"id": "1", "name": "Acme"}}},
          {"name": "frob", "type": "n8n-nodes-acme.crm", "parameters": {"resource": "contact", "operation": "frob"}},
          {"name": "set", "type": "n8n-nodes-base.set", "parameters": {}}]}
        """,
        "broken/half.json": #"{"nodes": ["#,
        "own/acme.yaml": """
        platform: n8n
        connectors:
          n8n-nodes-acme.crm:
            system: saas
            operations:
              contact: {read: [frob], write: [createContact]}
        """,
        "wrong/acme.yaml": """
        platform: n8n
        connectors:
          n8n-nodes-acme.crm:
            sistem: saas
        """,
    ]

    struct Scene: Sendable, CustomTestStringConvertible {
        var name: String
        var arguments: [String]

        init(_ name: String, _ arguments: String...) {
            self.name = name
            self.arguments = arguments
        }

        var testDescription: String { name }
    }

    static let scenes = [
        Scene("show-slack", "show", "n8n-nodes-base.slack"),
        Scene("show-short", "show", "Okta"),
        Scene("show-json", "show", "discord", "--json"),
        Scene("show-tool", "show", "n8n-nodes-base.redisTool"),
        Scene("show-trigger", "show", "githubTrigger"),
        Scene("show-own", "show", "crm", "--catalogue", "{}/own"),
        Scene("show-several", "show", "openAi"),
        Scene("show-short-everywhere", "show", "slack"),
        Scene("show-none", "show", "nothing"),
        Scene("show-no-platform", "show", "--platform", "zapier"),
        Scene("show-kubernetes", "show", "core", "--platform", "kubernetes"),
        Scene("test", "test", "{}/flows"),
        Scene("test-own", "test", "{}/flows", "--catalogue", "{}/own", "--fail-below", "100"),
        Scene("test-fail", "test", "{}/flows", "--fail-below", "99"),
        Scene("test-json", "test", "{}/flows", "--json"),
        Scene("test-broken", "test", "{}/broken"),
        Scene("test-nothing", "test", "{}/own"),
        Scene("test-nowhere", "test", "{}/nowhere"),
        Scene("test-wrong", "test", "{}/flows", "--catalogue", "{}/wrong"),
        Scene("learn", "learn", "{}/flows"),
        Scene("learn-own", "learn", "{}/flows", "--catalogue", "{}/own"),
        Scene("learn-output", "learn", "{}/flows", "--output", "{}/learnt.yaml"),
    ]

    @Test("A command prints and ends as agreed", arguments: scenes)
    func transcript(of scene: Scene) async throws {
        try await Self.withFiles { folder in
            let run = await Self.run(scene.arguments, in: folder)
            var text = "$ penstock catalogue \(scene.arguments.joined(separator: " "))\n\(run.output)"
            text += "--- errors\n\(run.errors)--- status \(run.status)\n"
            try expectGolden(text, named: "catalogue/\(scene.name).txt")
            #expect(run.calls.isEmpty)
        }
    }

    @Test("What `learn` writes is a catalogue that reads")
    func learnt() async throws {
        try await Self.withFiles { folder in
            try FileManager.default.createDirectory(atPath: folder + "/new", withIntermediateDirectories: true)
            let learn = await Self.run(["learn", "{}/flows", "--output", "{}/new/learnt.yaml"], in: folder)
            #expect(learn.status == 0)
            let show = await Self.run(["show", "n8n-nodes-acme.crm", "--catalogue", "{}/new"], in: folder)
            #expect(show.status == 0)
            #expect(show.output.contains("createContact"))
        }
    }

    @Test("Without a connector every rule is shown in its order")
    func rules() async throws {
        let run = await Program().run(["catalogue", "show"])
        #expect(run.status == 0)
        let ids = ["host-command", "trigger", "http-read", "touches-identity", "unknown-connector"]
        let places = ids.compactMap { run.output.range(of: "\n  \($0) ")?.lowerBound }
        #expect(places.count == ids.count)
        #expect(places == places.sorted())
    }

    private static func withFiles(_ body: (String) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            for (name, text) in files {
                let file = URL(fileURLWithPath: folder + "/" + name)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
                try text.write(to: file, atomically: true, encoding: .utf8)
            }
            try await body(folder)
        }
    }

    private static func run(_ arguments: [String], in folder: String) async -> Program.Run {
        var run = await Program().run(
            ["catalogue"] + arguments.map { $0.replacingOccurrences(of: "{}", with: folder) }
        )
        run.output = run.output.replacingOccurrences(of: folder + "/", with: "")
        run.errors = run.errors.replacingOccurrences(of: folder + "/", with: "")
        return run
    }
}
