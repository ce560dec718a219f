import Domain
import Importers
import TestSupport
import Testing

/// One import over several formats: who reads which file, and what becomes of the others.
struct SeveralFormatsTests {
    private let flow = workflow("flow", nodes: [node("a", "x.y")])
    private let sheet = "sheet: one"

    private func reading(_ files: [String: String]) async throws -> ImportReading {
        var options = ImportOptions()
        options.name = "estate"
        return try await withFiles(files) { folder in
            try await ImportRun([N8nImporter(), SheetImporter()], options: options).reading(of: folder)
        }
    }

    @Test("Each file goes to the format that recognises it, and a folder gives one estate a format")
    func eachToIts() async throws {
        let reading = try await reading(["a.json": flow, "b.yaml": sheet, "c/d.json": sheet, "README.md": "#"])
        #expect(reading.estates.map(\.source.root) == ["estate", "estate"])
        #expect(reading.estates.map(\.source.format) == ["n8n", "sheets"])
        #expect(reading.estates.map { $0.counts["files"] } == [1, 2])
        #expect(reading.estates.map(\.workflows.count) == [1, 2])
        // What no format has is counted once, with the largest of them.
        #expect(reading.estates.map { $0.counts["ignored"] } == [0, 1])
    }

    @Test("A broken file is rejected by the format that is commonest around it, as if the format had been named")
    func broken() async throws {
        let files = [
            "flows/a.json": flow, "flows/b.json": flow, "flows/broken.json": "{\n [", "sheets/a.json": sheet,
            "sheets/b.json": sheet, "sheets/c.json": sheet, "sheets/d.json": "{",
        ]
        let reading = try await reading(files)
        #expect(reading.estates.map { $0.rejected.map(\.path) } == [["flows/broken.json"], ["sheets/d.json"]])
        #expect(reading.estates.first?.rejected.first?.line == 2)
        #expect(reading.estates.map { $0.counts["files"] } == [3, 4])
        #expect(reading.estates.map { $0.counts["rejected"] } == [1, 1])
    }

    @Test("A broken file alone in its source belongs to the format of the sources beside it")
    func alone() async throws {
        let reading = try await reading(["x/ann+one/a.json": flow, "x/bob+two/b.json": "{", "x/cy+three/c.json": "{}"])
        #expect(reading.estates.map(\.source.root) == ["x/ann+one", "x/bob+two"])
        #expect(reading.estates.map(\.source.format) == ["n8n", "n8n"])
        #expect(reading.estates.map { $0.counts["rejected"] } == [0, 1])
        // A file of another kind makes no source; it is told of where something was found.
        #expect(reading.estates.flatMap(\.remarks).map(\.path) == ["x/cy+three/c.json"])
        #expect(reading.estates.compactMap { $0.counts["otherFiles"] }.reduce(0, +) == 1)
    }

    @Test("Where nothing is recognised there is no estate, and every file is told of")
    func nothing() async throws {
        let reading = try await reading(["a.json": "{\"x\": 1}", "b.json": "{", "c.txt": "x"])
        #expect(reading.estates.isEmpty)
        #expect(reading.rest.ignored == 1)
        #expect(reading.rest.remarks.map(\.path) == ["a.json", "b.json"])
    }

    @Test("Companions that no format recognises join the format around them")
    func companions() async throws {
        let tags = #"{"tags": [{"id": "t", "name": "env:prod"}], "mappings": [{"workflowId": "w1", "tagId": "t"}]}"#
        let reading = try await reading([
            "repo/workflows/a.json": workflow("w", nodes: [node("a", "x.y")], extra: "\"id\": \"w1\","),
            "repo/tags.json": tags,
        ])
        #expect(reading.estates.first?.workflows.first?.environment == "production")
        #expect(reading.estates.first?.counts["companionFiles"] == 1)
    }

    @Test(
        "With the shared estates, finding out by itself gives n8n the same counts",
        .enabled(if: sharedEstates != nil)
    )
    func shared() async throws {
        let shared = try #require(sharedEstates)
        try await withTemporaryFolder { folder in
            try unpack("dev/n8n", of: shared, into: folder)
            let alone = try await ImportRun(N8nImporter()).estates(at: folder + "/dev/n8n")
            let found = try await ImportRun(Formats.files).estates(at: folder + "/dev/n8n")
                .filter { $0.source.format == "n8n" }
            #expect(alone.count == 18)
            #expect(found.map(\.source.root) == alone.map(\.source.root))
            for (one, other) in zip(found, alone) {
                #expect(one.counts == other.counts, "\(one.source.root)")
                #expect(one.workflows == other.workflows)
                #expect(one.rejected == other.rejected)
            }
        }
    }
}

/// A format of our own: files that begin with `sheet:`, a workflow each.
private struct SheetImporter: Importer {
    var format: String { "sheets" }

    func reads(_ path: String) -> Bool { path.hasSuffix(".yaml") || path.hasSuffix(".json") }

    func recognises(_ file: SourceFile) -> Bool { file.bytes.starts(with: Array("sheet:".utf8)) }

    func part(of file: SourceFile, options: ImportOptions) throws(Unreadable) -> String {
        guard recognises(file) else { throw Unreadable(line: 1, reason: "no sheet") }
        return String(decoding: file.bytes, as: UTF8.self)
    }

    func estate(of source: SourceDescription, parts: [(path: String, part: String)], options: ImportOptions) -> Estate {
        var estate = Estate(source: source)
        estate.workflows = parts.map { Workflow(key: $0.path, name: $0.part, path: $0.path) }
        return estate
    }
}
