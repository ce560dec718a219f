import Domain
import Importers
import Testing

/// Which folder is a source, and which environment it belongs to.
struct SourceTests {
    private let text = workflow("w", nodes: [node("a", "x.y")])

    @Test("A plain folder is one source, however deep its files lie")
    func plain() async throws {
        let estates = try await imported(["a.json": text, "x/b.json": text, "x/y/z/c.json": text])
        #expect(estates.map(\.source.root) == ["estate"])
        #expect(estates.first?.counts["files"] == 3)
    }

    @Test("Folders named like checkouts are sources of their own, and what lies beside them belongs to the root")
    func checkouts() async throws {
        let estates = try await imported([
            "all/ann+flows@dev/w/a.json": text, "all/ann+flows@prod/workflows/a.json": text,
            "all/bob+x/deep/er/a.json": text,
            "all/flows@main/a.json": text, "loose.json": text, "node_modules/@n8n/a.json": text,
        ])
        let roots = ["estate", "all/ann+flows@dev", "all/ann+flows@prod", "all/bob+x", "all/flows@main"]
        #expect(estates.map(\.source.root) == roots)
        #expect(estates.map(\.source.environment) == [nil, "development", "production", nil, nil])
        #expect(estates.first?.counts["files"] == 2)
    }

    @Test("Git checkouts and source-control folders are sources")
    func marked() async throws {
        let estates = try await imported([
            "one/.git/config": "", "one/flows/a.json": text, "two/workflows/a.json": text,
            "two/tags.json": "{\"tags\": []}",
        ])
        #expect(estates.map(\.source.root) == ["one", "two"])
    }

    @Test(
        "The environment comes from the import, a tag, the project, a folder or the branch, in this order",
        arguments: [
            ("r@dev/prod/a.json", "\"tags\": [\"env:qa\"],", "live", "live"),
            ("r@dev/prod/a.json", "\"tags\": [\"env:qa\"],", nil, "test"),
            ("r@dev/prod/a.json", #""owner": {"type": "team", "teamName": "Ops"},"#, nil, "staging"),
            ("r@dev/prod/a.json", "", nil, "production"),
            ("r@dev/x/a.json", "", nil, "development"),
            ("r@main/x/a.json", "", nil, "production"),
            ("x/a.json", "", nil, nil),
            ("x/a.json", "\"tags\": [\"env:blue\"],", nil, "blue"),
        ] as [(String, String, String?, String?)]
    )
    func environments(path: String, extra: String, whole: String?, expected: String?) async throws {
        var options = ImportOptions()
        options.environment = whole
        options.environments = ["Ops": "staging", "main": "production"]
        let estates = try await imported(
            [path: workflow("w", nodes: [node("a", "x.y")], extra: extra)],
            options: options
        )
        #expect(estates.first?.workflows.first?.environment == expected)
    }

    @Test("Files of other kinds are counted and not opened")
    func ignored() async throws {
        let estates = try await imported(["a.json": text, "README.md": "x", "b.JSON": text, "c.yaml": "{"])
        #expect(estates.first?.counts["files"] == 2)
        #expect(estates.first?.counts["ignored"] == 2)
        #expect(estates.first?.rejected.isEmpty == true)
    }

    @Test("Progress ends with everything done")
    func progress() async throws {
        let last = LastProgress()
        let estates = try await imported(["a.json": text, "b.json": text]) { _ in }
        #expect(estates.count == 1)
        _ = try await withFiles(["a.json": text, "b.json": text]) { folder in
            try await ImportRun(N8nImporter()).estates(at: folder) { last.set($0) }
        }
        #expect(last.value?.filesDone == 2)
        #expect(last.value?.bytesDone == last.value?.bytesTotal)
    }
}
