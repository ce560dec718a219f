import Domain
import Foundation
import TestSupport
import Testing

@testable import Importers

struct CoverageTests {
    private static let nodes = [
        node("post", "n8n-nodes-base.slack"),
        node("again", "n8n-nodes-base.slackTool", parameters: #"{"operation": "frobnicate"}"#),
        node("by verb", "n8n-nodes-acme.crm", parameters: #"{"resource": "contact", "operation": "createContact"}"#),
        node(
            "guess",
            "n8n-nodes-acme.crm",
            parameters: #"{"operation": "zap'it\u0007"}"#,
            credentials: #"{"acmeApi": {"id": "1"}}"#
        ),
        node("chosen", "n8n-nodes-base.gmail", parameters: #"{"operation": "={{ $json.x }}"}"#),
        node("request", "n8n-nodes-base.httpRequest", parameters: #"{"method": "={{ $json.m }}"}"#),
        node("start", "n8n-nodes-base.slackTrigger"),
        node("inside", "n8n-nodes-base.set"),
        node("nobody", "n8n-nodes-nowhere.thing"),
    ]

    private static let draft = """
        platform: n8n
        connectors:
          n8n-nodes-acme.crm: # 2 steps; unknown; say its system
            # system: saas
            credentials: [acmeApi]
            operations:
              '-':
                unknown: ['zap''it�']
              contact:
                unknown: [createContact]
                # by its verb write: createContact
          n8n-nodes-base.gmail: # 1 step; known, but not all it does
            note: operations that expressions decide
          n8n-nodes-base.slack: # 1 step; known, but not all it does
            operations:
              message:
                unknown: [frobnicate]
          n8n-nodes-nowhere.thing: # 1 step; unknown; say its system
            # system: saas
            credentials: []

        """

    private func coverage() async throws -> CatalogueCoverage {
        let estate = try await onlyEstate(["a.json": workflow("w", nodes: Self.nodes)])
        return CatalogueCoverage(of: [estate], catalogue: .shipped)
    }

    @Test("Steps are counted by what is known of them")
    func counts() async throws {
        let coverage = try await coverage()
        #expect(coverage.steps == 9)
        #expect(coverage.operationSteps == 5)
        #expect(coverage.resolved == 1)
        #expect(coverage.verdicts == [.operation: 1, .rule: 3, .verb: 1, .unknown: 4])
        #expect(coverage.classes[nil] == 5)
    }

    @Test("What is not known is listed with what its verb says")
    func gaps() async throws {
        let gaps = try await coverage().gaps
        #expect(
            gaps.map { "\($0.connector) \($0.resource ?? "-") \($0.operation ?? "-") \($0.action?.rawValue ?? "-")" }
                == [
                    "n8n-nodes-acme.crm - zap'it\u{7} -",
                    "n8n-nodes-acme.crm contact createContact write",
                    "n8n-nodes-base.gmail message - -",
                    "n8n-nodes-base.slack message frobnicate -",
                    "n8n-nodes-nowhere.thing - - -",
                ]
        )
    }

    @Test("The draft of a catalogue file reads, and knows what it lists")
    func draft() async throws {
        let text = try #require(CatalogueDraft.texts(of: try await coverage().gaps)["n8n"])
        #expect(text.hasSuffix(Self.draft))
        let catalogue = try Catalogue.shipped.adding([("learnt.yaml", Array(text.utf8))])
        #expect(catalogue.connector("n8n-nodes-acme.crm")?.action(of: "createContact", on: "contact") == .unknown)
        #expect(catalogue.connector("n8n-nodes-acme.crm")?.credentials == ["acmeApi"])
        #expect(catalogue.connector("n8n-nodes-base.slack")?.action(of: "post", on: "message") == .write)
    }

    @Test("Of the operations in real workflows at least 99 % are known", .enabled(if: sharedEstates != nil))
    func real() async throws {
        let shared = try #require(sharedEstates)
        try await withTemporaryFolder { folder in
            try unpack("dev/n8n", of: shared, into: folder)
            let estates = try await ImportRun(N8nImporter()).estates(at: folder + "/dev/n8n")
            let coverage = CatalogueCoverage(of: estates, catalogue: .shipped)
            print("operations: \(coverage.resolved) of \(coverage.operationSteps) known, in \(coverage.steps) steps")
            for gap in coverage.gaps {
                print("  not known: \(gap.connector) \(gap.resource ?? "") \(gap.operation ?? "?") (\(gap.steps))")
            }
            var steps = estates.flatMap(\.workflows).flatMap { workflow in workflow.steps.map { (workflow.path, $0) } }
            var numbers = SeededNumbers(seed: 7)
            steps.shuffle(using: &numbers)
            for (path, step) in steps.prefix(20) {
                let said = step.effect.identityClass?.rawValue ?? "unknown"
                print(
                    "  \(said): step `\(step.name)`: \(step.effect.reason) [\(step.effect.rule ?? "")] \(path.suffix(30))"
                )
            }
            for (rule, count) in coverage.rules.sorted(by: { $0.value > $1.value }) {
                print("  rule \(rule): \(count)")
            }
            #expect(coverage.resolved * 100 >= coverage.operationSteps * 99)
            #expect(steps.allSatisfy { $0.1.effect.rule != nil })
        }
    }
}

/// The same numbers in every run.
private struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
