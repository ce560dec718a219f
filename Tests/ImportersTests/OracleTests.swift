import Domain
import Foundation
import Importers
import TestSupport
import Testing

/// Counts of 1,745 real files beside those that an independent program found in them.
struct OracleTests {
    private struct Oracle: Decodable {
        var units: [String: Unit]
    }

    private struct Unit: Decodable {
        var counts: [String: Int]
        var distinctCredentials: Int
        var sharedCredentials: [String: Int]
        var clonesSameGraphSameCredentials: Clones
        var nodesByType: [String: Int]
        var n8nAuditIgnoringActive: [String: Int]
        var credentialStubsUnused: [String]
        var credentialsReferencedWithoutStub: [String]

        /// What the vendor's own audit would count, under the marks that we give steps.
        var marks: [String: Int] {
            let names = [
                "unprotected-webhook": "instance:unprotected_webhooks", "community-node": "nodes:not_official",
                "query-without-parameters": "database:unused_query_params", "file-access": "filesystem:interaction",
            ]
            var marks = names.mapValues { n8nAuditIgnoringActive[$0] ?? 0 }
            marks["expression-in-query"] =
                (n8nAuditIgnoringActive["database:expressions_in_queries"] ?? 0)
                + (n8nAuditIgnoringActive["database:expressions_in_query_params"] ?? 0)
            return marks
        }

        struct Clones: Decodable {
            var groups: Int
            var workflows: Int
        }

        /// The same counts under our names.
        var expected: [String: Int] {
            var expected: [String: Int] = [:]
            let names = [
                "files": "files", "workflows": "workflows", "rejected": "malformed", "webhooks": "webhook_nodes",
                "credentialReferences": "credential_refs", "unauthenticatedWebhooks": "webhook_auth_none",
                "schedules": "schedule_nodes", "active": "active", "inactive": "inactive", "projects": "projects",
                "activeUnknown": "active_unstated", "declaredCredentials": "credential_stubs",
            ]
            for (ours, theirs) in names { expected[ours] = counts[theirs] ?? 0 }
            expected["steps"] = (counts["nodes"] ?? 0) - (nodesByType["n8n-nodes-base.stickyNote"] ?? 0)
            expected["credentials"] = distinctCredentials
            expected["sharedCredentials"] = sharedCredentials.count
            expected["cloneGroups"] = clonesSameGraphSameCredentials.groups
            expected["clonedWorkflows"] = clonesSameGraphSameCredentials.workflows
            expected["unusedCredentials"] = credentialStubsUnused.count
            expected["undeclaredCredentials"] = credentialsReferencedWithoutStub.count
            return expected
        }
    }

    @Test("Every count of every source is that of the oracle", .enabled(if: sharedEstates != nil))
    func counts() async throws {
        let shared = try #require(sharedEstates)
        let results = try Data(contentsOf: URL(fileURLWithPath: shared + "/oracle/results/n8n_dev.json"))
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let oracle = try decoder.decode(Oracle.self, from: results)
        try await withTemporaryFolder { folder in
            try unpack("dev/n8n", of: shared, into: folder)
            let estates = try await ImportRun(N8nImporter()).estates(at: folder + "/dev/n8n")
            #expect(estates.map(\.source.root) == oracle.units.keys.sorted())
            var totals: [String: (ours: Int, theirs: Int)] = [:]
            for estate in estates {
                let unit = try #require(oracle.units[estate.source.root])
                var counts = estate.counts
                for mark in estate.workflows.flatMap(\.steps).flatMap({ $0.marks ?? [] }) {
                    counts[mark, default: 0] += 1
                }
                for (name, theirs) in unit.expected.merging(unit.marks, uniquingKeysWith: { $1 }) {
                    let ours = counts[name] ?? 0
                    #expect(ours == theirs, "\(name) of \(estate.source.root)")
                    totals[name, default: (0, 0)].ours += ours
                    totals[name, default: (0, 0)].theirs += theirs
                }
            }
            print("count, Penstock, oracle:")
            for (name, total) in totals.sorted(by: { $0.key < $1.key }) {
                print("  \(name) \(total.ours) \(total.theirs)")
            }
        }
    }
}
