import Domain
import Importers
import Testing

/// Formats whose files are all JSON, in one folder.
struct FlowFormatsTests {
    private let files = [
        "n8n.json": workflow("w", nodes: [node("a", "n8n-nodes-base.set")]),
        "logic.json": LogicAppsFixtures.definition(actions: ""),
        "red.json": #"[{"id": "a", "type": "debug", "x": 1, "y": 1, "wires": []}]"#,
        "a.recipe.json":
            #"{"name": "A", "code": {"keyword": "trigger", "provider": "clock", "number": 0, "block": []}, "config": []}"#,
        "package.json": #"{"name": "x", "version": "1.0.0", "dependencies": {}}"#,
        "tsconfig.json": #"{"compilerOptions": {"types": ["node"]}}"#,
        "storage.json":
            #"{"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "contentVersion": "1.0.0.0", "resources": [{"type": "Microsoft.Storage/storageAccounts", "name": "s", "properties": {}}]}"#,
    ]

    @Test("Each file of a mixed folder is recognised by its own format and by no other")
    func recognition() {
        for (path, text) in files {
            let file = SourceFile(path: path, bytes: Array(text.utf8))
            let found = Formats.files.filter { $0.reads(path) && $0.recognises(file) }.map(\.format)
            let expected = [
                "n8n.json": ["n8n"], "logic.json": ["logic-apps"], "red.json": ["node-red"],
                "a.recipe.json": ["workato"],
            ]
            #expect(found == expected[path] ?? [], "\(path)")
        }
    }

    @Test("B5: a mixed folder gives one estate for each format")
    func mixed() async throws {
        let estates = try await withFiles(files) { folder in
            try await ImportRun(Formats.files).estates(at: folder)
        }
        #expect(Set(estates.map(\.source.format)) == ["n8n", "logic-apps", "node-red", "workato"])
        #expect(estates.reduce(0) { $0 + ($1.counts["workflows"] ?? 0) } == 4)
        #expect(estates.reduce(0) { $0 + ($1.counts["otherFiles"] ?? 0) } == 3)
    }
}
