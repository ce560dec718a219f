import Domain
import Foundation
import Importers
import TestSupport
import Testing

@testable import struct Importers.Unreadable
@testable import func Importers.readFile

#if canImport(Glibc)
import Glibc
#endif

/// What arrives broken is reported with its place and reason, and the rest is taken.
struct BadInputTests {
    private let good = workflow("good", nodes: [node("a", "n8n-nodes-base.set")])

    @Test("A file that is not JSON is rejected with line and column, and its neighbours are imported")
    func notJSON() async throws {
        let estate = try await onlyEstate(["bad.json": "{\n  \"nodes\": [,]\n}", "empty.json": "", "good.json": good])
        #expect(estate.workflows.map(\.name) == ["good"])
        #expect(estate.rejected.map(\.path) == ["bad.json", "empty.json"])
        #expect(estate.rejected.first?.line == 2)
        #expect(estate.rejected.first?.column == 13)
        #expect(estate.counts["files"] == 3)
        #expect(estate.counts["rejected"] == 2)
    }

    @Test("Something behind the end of a workflow rejects the whole file")
    func trailing() async throws {
        let estate = try await onlyEstate(["a.json": good + "\n}"])
        #expect(estate.workflows.isEmpty)
        #expect(estate.rejected.map(\.line) == [2])
    }

    @Test(
        "JSON of another kind is counted and remarked, not rejected",
        arguments: ["{\"name\": \"package\"}", "[]", "[1, 2]", "7", "null", "{\"nodes\": {}}", "[{\"id\": 1}]"]
    )
    func otherKind(text: String) async throws {
        let estate = try await onlyEstate(["other.json": text, "good.json": good])
        #expect(estate.counts["otherFiles"] == 1)
        #expect(estate.counts["workflows"] == 1)
        #expect(estate.rejected.isEmpty)
        #expect(estate.remarks.map(\.path) == ["other.json"])
    }

    @Test("A thousand nested levels are rejected by place, however they are made")
    func nested() async throws {
        let arrays = String(repeating: "[", count: 1000) + String(repeating: "]", count: 1000)
        let objects = String(repeating: "{\"a\":", count: 1000) + "1" + String(repeating: "}", count: 1000)
        let inside = workflow("deep", nodes: [node("a", "n8n-nodes-base.set", parameters: objects)])
        let estate = try await onlyEstate(["a.json": arrays, "b.json": objects, "c.json": inside, "good.json": good])
        #expect(estate.rejected.map(\.path) == ["a.json", "b.json", "c.json"])
        #expect(estate.rejected.allSatisfy { $0.line == 1 && $0.reason.contains("levels") })
        #expect(estate.workflows.map(\.name) == ["good"])
    }

    @Test("Parameters as deep as the reader allows are walked without running out of stack")
    func deepest() async throws {
        let objects = String(repeating: "{\"a\":", count: 500) + "\"apiKey 7f3a\"" + String(repeating: "}", count: 500)
        let estate = try await onlyEstate(["a.json": workflow("deep", nodes: [node("a", "x.set", parameters: objects)])]
        )
        #expect(estate.counts["steps"] == 1)
    }

    @Test("Invalid UTF-8 is rejected at its byte")
    func encoding() async throws {
        let estates = try await imported(["good.json": good]) { folder in
            try write(Array("{\"name\":\n \"".utf8) + [0xC3, 0x28] + Array("\"}".utf8), to: "bad.json", in: folder)
        }
        #expect(estates.first?.rejected.map(\.line) == [2])
        #expect(estates.first?.rejected.map(\.column) == [3])
        #expect(estates.first?.workflows.count == 1)
    }

    @Test("A file above the limit is rejected unread; one of 200 MB below it is read with one workflow after another")
    func large() async throws {
        try await withTemporaryFolder { folder in
            // The bulk is in pinned data and notes, as it is in real files of such size.
            let bulk = String(repeating: "x", count: 500_000)
            let step = "{\"name\": \"a\", \"type\": \"n8n-nodes-base.set\", \"notes\": \"\(bulk)\"}"
            let one = workflow("big", nodes: [step], extra: "\"pinData\": {\"a\": [\"\(bulk)\"]},")
            let path = folder + "/big.json"
            try write([], to: "big.json", in: folder)
            let file = try #require(FileHandle(forWritingAtPath: path))
            let element = Data(one.utf8)
            try file.write(contentsOf: Data("{\"workflows\": [".utf8))
            for number in 0..<200 {
                if number > 0 { try file.write(contentsOf: Data(",".utf8)) }
                try file.write(contentsOf: element)
            }
            try file.write(contentsOf: Data("]}".utf8))
            try file.close()
            let estates = try await ImportRun(N8nImporter()).estates(at: folder)
            #expect(estates.first?.counts["workflows"] == 200)
            var options = ImportOptions()
            options.fileSizeLimit = 100 << 20
            let refused = try await ImportRun(N8nImporter(), options: options).estates(at: folder)
            #expect(refused.first?.rejected.map(\.path) == ["big.json"])
            #expect(refused.first?.counts["workflows"] == 0)
        }
    }

    @Test("One workflow with more values than fit is rejected, not loaded")
    func manyValues() async throws {
        let numbers = Array(repeating: "0", count: 4_000_001).joined(separator: ",")
        let estate = try await onlyEstate(["a.json": "{\"nodes\": [], \"x\": [\(numbers)]}", "good.json": good])
        #expect(estate.rejected.map(\.path) == ["a.json"])
        #expect(estate.counts["workflows"] == 1)
    }

    @Test("Links are not followed, a loop of them ends, and each is remarked")
    func links() async throws {
        let estates = try await imported(["in/good.json": good]) { folder in
            try FileManager.default.createSymbolicLink(atPath: folder + "/in/loop", withDestinationPath: folder)
            try FileManager.default.createSymbolicLink(atPath: folder + "/in/self", withDestinationPath: "self")
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/link.json",
                withDestinationPath: "in/good.json"
            )
        }
        #expect(estates.first?.workflows.count == 1)
        #expect(estates.first?.remarks.map(\.path) == ["in/loop", "in/self", "link.json"])
        #expect(estates.first?.counts["links"] == 3)
    }

    @Test("A named pipe is remarked and never waited for")
    func pipe() async throws {
        let estates = try await imported(["good.json": good]) { folder in
            #expect(mkfifo(folder + "/pipe.json", 0o600) == 0)
        }
        #expect(estates.first?.remarks.map(\.path) == ["pipe.json"])
        #expect(estates.first?.workflows.count == 1)
    }

    @Test("What may not be read is rejected with the remedy")
    func permission() async throws {
        try await withTemporaryFolder { folder in
            try write(Array(good.utf8), to: "secret.json", in: folder)
            try write(Array(good.utf8), to: "closed/a.json", in: folder)
            if geteuid() == 0 {
                // Root may read everything, so one thread of it becomes nobody for the length of the call.
                #expect(chmod(folder, 0o755) == 0)
                #expect(chmod(folder + "/secret.json", 0) == 0)
                expectNoPermission(folder + "/secret.json")
                return
            }
            #expect(chmod(folder + "/secret.json", 0) == 0)
            #expect(chmod(folder + "/closed", 0) == 0)
            let estates = try await ImportRun(N8nImporter()).estates(at: folder)
            #expect(estates.first?.rejected.map(\.path) == ["closed", "secret.json"])
            #expect(chmod(folder + "/closed", 0o700) == 0)
        }
    }

    /// Not async: the change of user holds for the thread it is made on.
    private func expectNoPermission(_ path: String) {
        guard let symbol = dlsym(nil, "setfsuid") else {
            print("skipped: this system cannot change the user of one thread")
            return
        }
        typealias Change = @convention(c) (UInt32) -> Int32
        let change = unsafeBitCast(symbol, to: Change.self)
        _ = change(65_534)
        defer { _ = change(0) }
        do throws(Unreadable) {
            _ = try readFile(at: Array(path.utf8CString), limit: 1 << 20)
            Issue.record("the file was read without permission")
        } catch {
            #expect(error.reason.contains("no permission"))
        }
    }

    @Test("Workflows with the same id are all kept, each under its own key")
    func duplicateIds() async throws {
        let one = workflow("one", nodes: [node("a", "x.y")], extra: "\"id\": \"W1\",")
        let two = workflow("two", nodes: [node("a", "x.y")], extra: "\"id\": \"W1\",")
        let estate = try await onlyEstate(["a.json": one, "b.json": two, "c.json": "[\(one), \(two)]"])
        #expect(estate.workflows.map(\.key) == ["W1", "b.json", "c.json", "c.json#2"])
        #expect(estate.counts["workflows"] == 4)
        #expect(estate.counts["duplicateIds"] == 3)
        #expect(estate.remarks.count == 3)
    }

    @Test("A workflow without nodes is imported and remarked")
    func noNodes() async throws {
        let estate = try await onlyEstate(["a.json": workflow("empty", nodes: [])])
        #expect(estate.workflows.map(\.name) == ["empty"])
        #expect(estate.workflows.first?.cloneKey == nil)
        #expect(estate.remarks.map(\.path) == ["a.json"])
    }

    @Test("A reference to a credential that the source does not have stays, and is counted")
    func missingCredential() async throws {
        let step = node("a", "n8n-nodes-base.slack", credentials: #"{"slackApi": {"id": "gone", "name": "Old"}}"#)
        let estate = try await onlyEstate([
            "workflows/a.json": workflow("w", nodes: [step]),
            "credential_stubs/there.json": #"{"id": "there", "name": "New", "type": "slackApi", "data": {}}"#,
        ])
        #expect(estate.credentials.map(\.key) == ["slackApi|id:gone", "slackApi|id:there"])
        #expect(estate.credentials.map(\.declared) == [false, true])
        #expect(estate.counts["undeclaredCredentials"] == 1)
        #expect(estate.counts["unusedCredentials"] == 1)
        #expect(estate.workflows.first?.steps.first?.credentials.map(\.key) == ["slackApi|id:gone"])
    }

    @Test("Nodes that are no nodes and references that are no references do no harm")
    func oddNodes() async throws {
        let odd = #"{"type": 5, "parameters": [], "credentials": {"a": null, "b": [], "c": {"id": 7}}, "name": null}"#
        let estate = try await onlyEstate(["a.json": workflow("odd", nodes: ["1", "null", odd, "{}"])])
        #expect(estate.counts["steps"] == 2)
        #expect(estate.counts["credentialReferences"] == 3)
        #expect(estate.workflows.first?.steps.first?.credentials.map(\.id) == [nil, nil, "7"])
    }

    @Test("Where nothing is, the import says so")
    func nothing() async throws {
        await #expect(throws: ImportFailure.notFound("/nonexistent/estate")) {
            try await ImportRun(N8nImporter()).estates(at: "/nonexistent/estate")
        }
        let empty = try await imported([:])
        #expect(empty.map(\.workflows.isEmpty) == [true])
        #expect(empty.map { $0.counts["files"] } == [0])
    }
}
