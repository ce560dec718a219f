import Domain
import Foundation
import Importers
import TestSupport
import Testing

/// Counts of 235 real manifests beside those that an independent program found in them.
struct KubernetesOracleTests {
    private struct Oracle: Decodable {
        var units: [String: Unit]
    }

    private struct Unit: Decodable {
        struct Join: Decodable {
            var saAdmin: [String]
            var saWildcardVerbs: [String]
            var saReadsSecrets: [String]
            var saCanEscalate: [String]
            var bindingsToUndefinedRole: Int

            var counts: [String: Int] {
                [
                    "adminServiceAccounts": saAdmin.count, "wildcardServiceAccounts": saWildcardVerbs.count,
                    "secretReadingServiceAccounts": saReadsSecrets.count,
                    "escalatingServiceAccounts": saCanEscalate.count, "undefinedRoleBindings": bindingsToUndefinedRole,
                ]
            }
        }

        var counts: [String: Int]
        var serviceAccounts: Int
        var roles: Int
        var rolesWildVerbs: Int
        var rolesAdmin: Int
        var rolesReadSecrets: Int
        var bindingSubjects: Int
        var workloads: Int
        var workloadsFull: Int
        var workloadsOnDefaultSa: Int
        var exact: Join
        var lenient: Join
        var serviceAccountsUsedBySeveralWorkloads: [String: [String]]
        var serviceAccountsWithoutWorkload: Int
        var secretsReferenced: Int
        var secretsUsedBySeveralWorkloads: [String: Int]

        /// The same counts under our names.
        var expected: [String: Int] {
            var expected = [
                "files": counts["files"] ?? 0, "rejected": counts["malformed"] ?? 0,
                "documents": counts["documents"] ?? 0, "bindings": counts["bindings"] ?? 0,
                "secretObjects": counts["secrets"] ?? 0,
                "secretsWithValues": counts["secrets_with_values"] ?? counts["secretsWithValues"] ?? 0,
                "serviceAccounts": serviceAccounts, "roles": roles, "wildcardRoles": rolesWildVerbs,
                "adminRoles": rolesAdmin, "secretReadingRoles": rolesReadSecrets, "bindingSubjects": bindingSubjects,
                "workloads": workloads, "wholeWorkloads": workloadsFull, "workflows": workloadsFull,
                "defaultAccountWorkloads": workloadsOnDefaultSa,
                "sharedServiceAccounts": serviceAccountsUsedBySeveralWorkloads.count,
                "unusedServiceAccounts": serviceAccountsWithoutWorkload,
                "secretsReferenced": secretsReferenced, "sharedSecrets": secretsUsedBySeveralWorkloads.count,
            ]
            expected.merge(exact.counts) { $1 }
            for (name, count) in lenient.counts {
                expected["lenient" + name.prefix(1).uppercased() + name.dropFirst()] = count
            }
            return expected
        }
    }

    @Test("Every count of every source is that of the oracle", .enabled(if: sharedEstates != nil))
    func counts() async throws {
        let shared = try #require(sharedEstates)
        let results = try Data(contentsOf: URL(fileURLWithPath: shared + "/oracle/results/kubernetes_dev.json"))
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let oracle = try decoder.decode(Oracle.self, from: results)
        try await withTemporaryFolder { folder in
            try unpack("dev/kubernetes", of: shared, into: folder)
            let estates = try await ImportRun(KubernetesImporter()).estates(at: folder + "/dev/kubernetes")
            #expect(estates.map(\.source.root) == oracle.units.keys.sorted())
            var totals: [String: (ours: Int, theirs: Int)] = [:]
            for estate in estates {
                let expected = try #require(oracle.units[estate.source.root]).expected
                for (name, theirs) in expected {
                    let ours = estate.counts[name] ?? 0
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
