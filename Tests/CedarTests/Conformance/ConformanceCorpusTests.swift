import Foundation
import Testing

@testable import Cedar

struct ConformanceCorpusTests {
    private static func run(_ folder: URL) throws -> ConformanceReport {
        let files = try #require(FileManager.default.enumerator(atPath: folder.path)).compactMap { $0 as? String }
        let corpus = ConformanceCorpus(files: files) { path in
            (try? Data(contentsOf: folder.appending(path: path))).map { [UInt8]($0) }
        }
        let report = corpus.run()
        print("\(folder.lastPathComponent):\n\(report)")
        for mismatch in report.mismatches.prefix(20) { print(mismatch) }
        return report
    }

    /// Unpacks an archive of the shared data, calls `body` with its folder and removes it again.
    private static func withCorpus(_ name: String, _ body: (URL) throws -> Void) throws {
        guard let archive = SharedData.cedar?.appending(path: "\(name).tar.gz") else {
            SharedData.skip(name)
            return
        }
        let folder = try SharedData.unpack(archive)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    @Test(
        "The newer corpus agrees in everything, and so do the hand-written tests",
        .enabled(if: SharedData.cedar != nil)
    )
    func newer() throws {
        try Self.withCorpus("corpus-4.10") { folder in
            let report = try Self.run(folder.appending(path: "dev/corpus-tests"))
            #expect(report.isConformant)
            #expect(report.tests == 3835)
            #expect(report.verdicts > 60_000)
            let handWritten = try Self.run(folder.appending(path: "dev/tests"))
            #expect(handWritten.isConformant)
            #expect(handWritten.tests == 22)
            try Self.compareSchemas(folder.appending(path: "dev"))
        }
    }

    @Test("The older corpus agrees in everything", .enabled(if: SharedData.cedar != nil))
    func older() throws {
        try Self.withCorpus("corpus-4.8") { folder in
            let report = try Self.run(folder.appending(path: "dev_extra_v4.8/corpus-tests-4.8"))
            #expect(report.isConformant)
            #expect(report.tests == 7155)
        }
    }

    /// JSON schemas mean the same as their Cedar siblings, and so does a schema that was printed.
    private static func compareSchemas(_ root: URL) throws {
        let folder = root.appending(path: "corpus-tests-json-schemas")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        var different: [String] = []
        for file in files {
            let name = String(file.split(separator: ".")[0])
            let json = try Schema(json: [UInt8](Data(contentsOf: folder.appending(path: file))))
            let text = try Data(contentsOf: root.appending(path: "corpus-tests/\(name).cedarschema"))
            let cedar = try Schema(parsing: [UInt8](text))
            let again = try Schema(parsing: cedar.description)
            if json != cedar || again != cedar { different.append(name) }
        }
        print("corpus-4.10: \(files.count) JSON schemas, \(files.count - different.count) mean the same")
        #expect(different.isEmpty)
    }

    @Test("What differs is reported with its test, and nothing run is not conformant")
    func mismatches() {
        let files: [String: String] = [
            "a.json": """
            {"policies": "a.cedar", "schema": "a.cedarschema", "entities": "a.entities.json",
             "shouldValidate": false, "requests": [
                {"principal": {"type": "U", "id": "u"}, "action": {"type": "Action", "id": "a"},
                 "resource": {"type": "U", "id": "u"}, "context": {},
                 "decision": "deny", "reason": ["policy1"], "errors": ["policy0"]}]}
            """,
            "a.cedar": "permit(principal, action, resource);",
            "a.cedarschema": "entity U; action a appliesTo { principal: U, resource: U };",
            "a.entities.json": "[]",
            "b.json": #"{"policies": "gone.cedar", "requests": []}"#,
        ]
        let report = ConformanceCorpus(files: Array(files.keys)) { path in files[path].map { Array($0.utf8) } }.run()
        #expect(report.tests == 2)
        #expect(report.requests == 1)
        #expect(report.decisions + report.reasons + report.errors + report.agreedVerdicts == 0)
        #expect(report.mismatches.map(\.test) == ["a.json", "a.json", "a.json", "a.json", "b.json"])
        #expect(!ConformanceCorpus(files: [], read: { _ in nil }).run().isConformant)
    }
}
