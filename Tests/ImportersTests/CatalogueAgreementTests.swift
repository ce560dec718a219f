import Domain
import Foundation
import Testing

@testable import Importers

/// The rules beside 3,338 operations whose class others worked out from the platform's own labels.
struct CatalogueAgreementTests {
    private static let rows: [[String]] = {
        let shared = ProcessInfo.processInfo.environment["PENSTOCK_SHARED"] ?? "../shared"
        let path = "\(shared)/data/catalogue/n8n_operations.tsv"
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            print("skipped: no operations at \(path)")
            return []
        }
        return text.split(separator: "\n").dropFirst().map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }()

    @Test("The rules agree with what the platform's labels say", .enabled(if: !rows.isEmpty))
    func agreement() {
        let classes: [String: IdentityClass] = [
            "read-only": .readOnly, "change-capable": .changeCapable, "privileged": .privileged,
        ]
        var same = 0
        var known = 0
        var decided = 0
        var tooLow: [String: Int] = [:]
        for row in Self.rows where row.count == 5 {
            guard let expected = classes[row[4]] else { continue }
            // By verbs and nouns alone: what the catalogue says comes from the same labels.
            var facts = StepFacts(ConnectorName(row[0]))
            facts.resource = row[1].isEmpty ? nil : row[1]
            facts.operation = row[2]
            let found = Catalogue.shipped.effect(of: facts).identityClass
            known += 1
            decided += found == nil ? 0 : 1
            same += found == expected ? 1 : 0
            if let found, found < expected { tooLow["\(expected) taken for \(found): \(row[2])", default: 0] += 1 }
        }
        print(
            "operations: \(same) of \(known) in the same class, \(decided) decided, \(tooLow.values.reduce(0, +)) too low"
        )
        #expect(same * 10 >= known * 9)
        #expect(decided * 20 >= known * 19)
    }
}
