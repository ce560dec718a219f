import Domain
import Findings
import Foundation
import Importers
import TestSupport
import Testing

struct RulesTests {
    @Test("Every rule has a name of its own, control ids, and ids of its findings that last")
    func registry() {
        #expect(Set(Rules.all.map(\.id)).count == Rules.all.count)
        #expect(Rules.all.allSatisfy { $0.id.allSatisfy { $0.isLowercase || $0 == "-" } && !$0.frameworks.isEmpty })
        let inventory = inventory([workflow("a", [step("s", .privileged, credentials: ["k"])], active: false)])
        let first = Rules.findings(in: inventory)
        #expect(first.map(\.id) == Rules.findings(in: inventory).map(\.id))
        #expect(Set(first.map(\.id)).count == first.count)
        #expect(first.map(\.severity) == first.map(\.severity).sorted(by: >))
        for finding in first {
            #expect(finding.id.hasPrefix(finding.rule + "-"))
            #expect(finding.id.utf8.count == finding.rule.utf8.count + 13)
        }
    }

    @Test("An id does not depend on the identity that governs the workflow")
    func stable() {
        let without = findings("no-end-date", in: inventory([workflow("a")]))
        let with = findings("no-end-date", in: inventory([workflow("a")], identities: [identity("a")]))
        #expect(without.map(\.id) == with.map(\.id))
    }

    @Test("The demo estate has the trouble that its story tells")
    func demo() async throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../demo")
            .path
        var options = ImportOptions()
        options.name = "demo"
        options.fingerprint = { bytes in
            Fingerprint(hex: String(bytes.reduce(0 as UInt32) { $0 &* 31 &+ UInt32($1) }, radix: 16))
        }
        let estates = try await ImportRun(N8nImporter(), options: options).estates(at: folder)
        let estate = try #require(estates.first)
        let places = [Inventory.Place(id: source, estate: estate)]
        let found = Rules.findings(in: Inventory(places: places, identities: [], users: [], now: now))
        let rules = found.filter { $0.rule != "unowned" && $0.rule != "no-end-date" }
        let lines = rules.map { finding in
            let evidence = finding.evidence.sorted { $0.key < $1.key }.map { "    \($0.key): \(text(of: $0.value))\n" }
                .joined()
            return
                "\(finding.severity.rawValue) \(finding.id) \(finding.subject.kind) `\(finding.subject.name)`\n\(evidence)    remedy: \(finding.remedy)\n"
        }
        try expectGolden(lines.joined(separator: "\n"), named: "demo.txt")
    }

    private func text(of evidence: Evidence) -> String {
        switch evidence {
        case .text(let text): text
        case .number(let number): String(number)
        case .flag(let flag): String(flag)
        case .list(let list): list.joined(separator: ", ")
        }
    }

    @Test("Ten thousand workflows are judged, each group once")
    func many() {
        let flows = (0..<10_000).map { number in
            var flow = workflow("w\(number)", [step("s", credentials: ["k\(number / 4)"])], active: number % 2 == 0)
            flow.graphKey = "g\(number / 4)"
            return flow
        }
        let found = Rules.findings(in: inventory(flows))
        let counts = Dictionary(grouping: found, by: \.rule).mapValues(\.count)
        #expect(counts["shared-credential"] == 2500)
        #expect(counts["clone-shares-access"] == 7500)
        #expect(counts["inactive-live-credential"] == 5000)
        #expect(Set(found.map(\.id)).count == found.count)
    }
}
