import Cedar
import Foundation
import Testing

/// Runs the hand-picked expressions and policies of `traps.json` over their entities and request.
struct TrapTests {
    @Test("Every trap is answered as the reference answers it")
    func traps() throws {
        guard let file = SharedData.cedar?.appending(path: "traps.json") else {
            SharedData.skip("traps.json")
            return
        }
        let root = try JSONReader.read(SourceText([UInt8](try Data(contentsOf: file))))
        let entities = try Entities(json: try #require(root["entities"]).text())
        let request = try Request(json: SourceText(try #require(root["request"]).text()))
        let cases = try #require(root["cases"]?.array)
        var failures: [String] = []
        var messages = 0
        for pair in cases {
            let text = try #require(pair.array?.first?.string).string
            let wanted = try #require(pair.array?.last?.string).string
            let found = answer(text, request, entities)
            if found == wanted { messages += 1 }
            if Self.verdict(found) != Self.verdict(wanted) { failures.append("\(text): \(found), not \(wanted)") }
        }
        print("traps: \(cases.count) cases; agree \(cases.count - failures.count), word for word \(messages)")
        for failure in failures { print("  " + failure) }
        #expect(cases.count == 218)
        #expect(failures.isEmpty)
    }

    /// The verdict without the reason.
    private static func verdict(_ answer: String) -> String {
        answer.split(separator: ":").first.map(String.init) ?? answer
    }

    private func answer(_ text: String, _ request: Request, _ entities: Entities) -> String {
        let isPolicy =
            ["permit", "forbid", "Permit", "@", "//", "/*", "\u{FEFF}"].contains { text.hasPrefix($0) }
            || text.isEmpty
        let policy = isPolicy && text != "// c" ? text : "permit(principal, action, resource) when { \(text) };"
        do {
            let answer = try PolicySet(parsing: policy).authorize(request, entities)
            if let error = answer.errors.first { return "ERROR: \(error.error)" }
            return answer.decision == .allow ? "True" : "False"
        } catch {
            return "REJECT: \(error.diagnostics[0].message)"
        }
    }
}
