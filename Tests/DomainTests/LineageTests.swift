import Domain
import Testing

struct LineageTests {
    private let here = ID<Source>("src_here") ?? ID(at: Instant(seconds: 0))
    private let there = ID<Source>("src_there") ?? ID(at: Instant(seconds: 0))

    private func flow(_ key: String, _ connectors: [String], graph: String? = nil, clone: String? = nil) -> Workflow {
        var workflow = Workflow(key: key, name: "flow \(key)", path: "\(key).json")
        workflow.steps = connectors.enumerated().map { number, connector in
            Step(name: "step \(number)", connector: connector, effect: StepEffect(.readOnly, reason: ""))
        }
        workflow.graphKey = graph
        workflow.cloneKey = clone
        return workflow
    }

    private func entry(
        _ workflow: Workflow,
        root: String = "n8n",
        environment: String? = nil,
        in source: ID<Source>? = nil,
    ) -> LineageEntry {
        LineageEntry(
            source: source ?? here,
            description: SourceDescription(root: root, format: "n8n", environment: environment),
            workflow: workflow,
        )
    }

    private let ten = (0..<10).map { "connector \($0)" }

    @Test("Copies are told by their graphs, closest first; what is different is no kin")
    func copies() {
        var other = ten
        other[9] = "something else"
        let lineage = Lineage([
            entry(flow("a", ten, graph: "g", clone: "c")),
            entry(flow("same", ten, graph: "g", clone: "c")),
            entry(flow("keys", ten, graph: "g", clone: "d")),
            entry(flow("near", other, graph: "h")),
            entry(flow("far", (20..<30).map { "connector \($0)" }, graph: "i")),
        ])
        let family = lineage.family(of: "a", in: here)
        #expect(family.map(\.key) == ["same", "keys", "near"])
        #expect(family.map(\.relation) == [.clone, .copy, .near])
        #expect(family.last?.reasons.contains("9 of 10 steps are alike") == true)
        #expect(family.last?.reasons.contains("only there: `something else`") == true)
        #expect(lineage.groups == [[0, 1, 2, 3]])
    }

    @Test("The same workflow on another branch, or in another environment, is a deployment and no copy")
    func deployments() {
        var id = flow("wf1", ten, graph: "g", clone: "c")
        id.path = "workflows/wf1.json"
        let lineage = Lineage([
            entry(id, root: "repo@dev", environment: "development"),
            entry(id, root: "repo@main", in: there),
        ])
        #expect(lineage.family(of: "wf1", in: here).map(\.relation) == [.deployment])
        let platforms = Lineage([
            entry(id, root: "staging", environment: "staging"),
            entry(id, root: "production", environment: "production", in: there),
        ])
        #expect(platforms.family(of: "wf1", in: here).map(\.relation) == [.deployment])
        let unrelated = Lineage([entry(id, root: "one"), entry(id, root: "two", in: there)])
        #expect(unrelated.family(of: "wf1", in: here).map(\.relation) == [.clone])
    }

    @Test("A copy says which borders lie between, and what both use")
    func borders() {
        let reference = CredentialReference(kind: "api", id: "1", name: "key")
        func owned(_ key: String, _ project: String) -> Workflow {
            var workflow = flow(key, ten, graph: "g", clone: "c")
            workflow.project = project
            workflow.steps[0].credentials = [reference]
            workflow.triggers = [
                Trigger(kind: .webhook, step: "step 0", callback: Callback(methods: ["POST"], path: "in"))
            ]
            return workflow
        }
        let lineage = Lineage([entry(owned("a", "crm")), entry(owned("b", "billing"))])
        let kin = lineage.family(of: "a", in: here)
        #expect(kin.map(\.boundaries) == [["another team"]])
        #expect(kin.map(\.shared) == [["credential `key`", "callback `in`"]])
    }

    @Test("What the platform says of an origin, and a template in common, are told")
    func origins() {
        var copy = flow("copy", ["x", "y", "z"])
        copy.origin = "a"
        var one = flow("one", ["p", "q", "r"])
        one.origin = "template:7"
        var two = flow("two", ["s", "t", "u"])
        two.origin = "template:7"
        let lineage = Lineage([entry(flow("a", ten)), entry(copy), entry(one), entry(two)])
        #expect(lineage.family(of: "a", in: here).map(\.relation) == [.origin])
        #expect(lineage.family(of: "copy", in: here).map(\.key) == ["a"])
        #expect(lineage.family(of: "one", in: here).map(\.relation) == [.template])
    }

    @Test("The sketch estimates the share of lines in common", arguments: [0, 10, 25, 50, 100])
    func estimates(common: Int) {
        let left = (0..<100).map { "line \($0)" }
        let right = (0..<100).map { $0 < common ? "line \($0)" : "other \($0)" }
        let exact = Double(common) / Double(200 - common)
        let estimate = GraphSketch(lines: left).flatMap { one in GraphSketch(lines: right).map { one.likeness(to: $0) }
        }
        #expect(abs((estimate ?? -1) - exact) < 0.12)
        #expect(GraphSketch(lines: ["a", "b"]) == nil)
        #expect(GraphSketch(lines: left) == GraphSketch(lines: left.reversed()))
        #expect(GraphSketch(lines: ["a", "a", "a"]) != GraphSketch(lines: ["a", "a", "a", "a"]))
    }

    @Test("Of pairs with a likeness above the threshold the bands miss almost none")
    func recall() {
        var generator = SplitMix(state: 7)
        var entries: [LineageEntry] = []
        for number in 0..<400 {
            let lines = (0..<40).map { _ in "connector \(Int.random(in: 0..<4000, using: &generator))" }
            entries.append(entry(flow("a\(number)", lines)))
            var changed = lines
            for _ in 0..<Int.random(in: 0...3, using: &generator) {
                changed[Int.random(in: 0..<40, using: &generator)] = "changed \(number)"
            }
            entries.append(entry(flow("b\(number)", changed)))
        }
        let lineage = Lineage(entries)
        let found = (0..<400).count { lineage.family(of: "a\($0)", in: here).map(\.key) == ["b\($0)"] }
        // Three of forty changed is a likeness of 0.86 at least, estimated with an error of 0.03.
        #expect(found >= 380)
        #expect(lineage.groups.allSatisfy { $0.count == 2 })
    }
}

/// A small generator, so that a test sees the same numbers each time.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
