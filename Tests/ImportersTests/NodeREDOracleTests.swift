import Domain
import Foundation
import Importers
import TestSupport
import Testing

/// Counts of 61 real files beside those that an independent program found in them.
struct NodeREDOracleTests {
    private struct Oracle: Decodable {
        var units: [String: Unit]

        struct Unit: Decodable {
            var counts: [String: Int]
        }
    }

    @Test("Every count of every source is that of the oracle", .enabled(if: sharedEstates != nil))
    func counts() async throws {
        let shared = try #require(sharedEstates)
        let results = try Data(contentsOf: URL(fileURLWithPath: shared + "/oracle/results/node-red_dev.json"))
        let oracle = try JSONDecoder().decode(Oracle.self, from: results)
        try await withTemporaryFolder { folder in
            try unpack("dev/node-red", of: shared, into: folder)
            let estates = try await ImportRun(NodeREDImporter()).estates(at: folder + "/dev/node-red")
            #expect(estates.map(\.source.root) == oracle.units.keys.sorted())
            let names = [
                "files": "files", "rejected": "malformed", "flowFiles": "flow_files", "tabs": "tabs",
                "subflows": "subflows", "nodes": "nodes", "configNodes": "config_nodes",
                "sharedConfigNodes": "config_nodes_shared_by_several_flows", "webhooks": "http_in",
                "disabledSteps": "disabled_nodes", "credentialFiles": "credential_files",
                "encryptedCredentialFiles": "credential_files_encrypted",
            ]
            print("count, Penstock, oracle:")
            for (name, theirs) in names.sorted(by: { $0.key < $1.key }) {
                var totals = (ours: 0, theirs: 0)
                for estate in estates {
                    let expected = try #require(oracle.units[estate.source.root]).counts[theirs] ?? 0
                    #expect(estate.counts[name] == expected, "\(name) of \(estate.source.root)")
                    totals.ours += estate.counts[name] ?? 0
                    totals.theirs += expected
                }
                print("  \(name) \(totals.ours) \(totals.theirs)")
            }
            let steps = estates.flatMap(\.workflows).flatMap(\.steps)
            let unit = oracle.units.values
            for (connector, theirs) in [
                "exec": "exec_nodes", "function": "function_nodes", "http request": "http_request_nodes",
            ] {
                let expected = unit.reduce(0) { $0 + ($1.counts[theirs] ?? 0) }
                let ours = steps.filter { $0.connector == connector }
                print("  \(connector) \(ours.count) \(expected)")
                #expect(ours.count == expected)
            }
            // The oracle looks at inject nodes only; one flow has a scheduler of another package.
            let schedules = estates.reduce(0) { $0 + ($1.counts["schedules"] ?? 0) }
            #expect(schedules == unit.reduce(0) { $0 + ($1.counts["scheduled_inject"] ?? 0) } + 1)
            #expect(steps.filter { $0.connector == "exec" }.allSatisfy { $0.effect.identityClass == .privileged })
            print("  steps \(steps.count), of these of unknown class \(steps.count { $0.effect.identityClass == nil })")
            let unknown = Set(steps.filter { $0.effect.identityClass == nil }.map(\.connector))
            #expect(unknown == ["Memory"])
            #expect(estates.flatMap(\.credentials).count == 6)
            #expect(estates.map { $0.counts["sharedCredentials"] ?? 0 } == [2, 0, 0, 0])
        }
    }
}
