import Domain
import Foundation
import Testing

@testable import Store

struct JSONWriterTests {
    @Test("What is written is read back as it was, whatever is in it")
    func roundTrips() throws {
        var workflow = Workflow.sample("a\u{0}\"\\\n\u{1F600}")
        workflow.owner = OwnerHint(kind: .team, text: "é")
        workflow.kind = .pipeline
        workflow.sketch = GraphSketch(lines: ["a", "b", "c"])
        workflow.lastRun = .start
        workflow.steps[0].code = CodeReference(name: "o/r", version: nil, isPinned: false, isThirdParty: true)
        #expect(try read(workflow) == workflow)
        #expect(try read(Principal.full) == .full)
        #expect(try read(Trust.sample) == .sample)
        #expect(try read(Credential.sample) == .sample)
        var capabilities = SourceDescription.Capabilities()
        capabilities.owners = true
        capabilities.notes = [.owners: "of half of them only"]
        #expect(try read(capabilities) == capabilities)
        #expect(try read([String: Int]()) == [:])
        #expect(try read([[Double]]([[1.5, -0.25], []])) == [[1.5, -0.25], []])
        #expect(try read(Evidence.list(["a"])) == .list(["a"]))
    }

    @Test("Equal values give equal text, dictionaries too")
    func deterministic() throws {
        let numbers = Dictionary(uniqueKeysWithValues: (0..<40).map { ("key \($0)", $0) })
        #expect(try JSONWriter.text(of: ["b": 2, "a": 1]) == #"{"a":1,"b":2}"#)
        #expect(try JSONWriter.text(of: numbers) == JSONWriter.text(of: numbers.filter { _ in true }))
    }

    @Test("A number that JSON does not have is refused")
    func infinite() {
        #expect(throws: EncodingError.self) { try JSONWriter.text(of: [Double.infinity]) }
    }

    private func read<Value: Codable>(_ value: Value) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(try JSONWriter.bytes(of: value)))
    }
}
