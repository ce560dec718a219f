import Domain
import Foundation
import Importers
import TestSupport
import Testing

/// Counts of 255 real files beside those that an independent program found in them.
struct LogicAppsOracleTests {
    private struct Oracle: Decodable {
        var total: [String: Int]
        var shared: [String: Int]
    }

    /// What the independent program counts, counted by its own rules in what we read.
    private static func counts(of estates: [Estate]) -> (counts: [String: Int], shared: [String: Int]) {
        let workflows = estates.flatMap(\.workflows)
        var counts: [String: Int] = [:]
        for estate in estates {
            for name in ["files", "workflows", "actions", "triggers", "rejected"] {
                counts[name, default: 0] += estate.counts[name] ?? 0
            }
        }
        // Its folders are the first two of a path, and its connections are the keys in the workflows.
        var users: [String: Set<String>] = [:]
        var uses = 0
        for workflow in workflows {
            let unit = workflow.path.split(separator: "/").prefix(2).joined(separator: "/")
            let names = Set(workflow.steps.flatMap { $0.credentials.compactMap(connectionKey) })
            uses += names.count
            for name in names { users["\(unit)#\(name)", default: []].insert(workflow.path) }
        }
        counts["connectionUses"] = uses
        counts["connectionsByFolder"] = users.count
        counts["httpCallbacks"] = workflows.flatMap(\.triggers).count { $0.kind == .webhook }
        counts["withRecurrence"] = workflows.count { $0.triggers.contains { $0.schedule != nil } }
        counts["enabled"] = workflows.count { $0.active == true }
        counts["disabled"] = workflows.count { $0.active == false }
        counts["unstated"] = workflows.count { $0.active == nil }
        return (counts, users.mapValues(\.count).filter { $0.value > 1 })
    }

    private static func connectionKey(_ reference: CredentialReference) -> String? {
        reference.kind == "managedIdentity" || reference.kind.hasPrefix("http") ? nil : reference.name
    }

    @Test("Counts are those of the oracle, or differ by what is explained", .enabled(if: sharedEstates != nil))
    func counts() async throws {
        let shared = try #require(sharedEstates)
        let results = try Data(contentsOf: URL(fileURLWithPath: shared + "/oracle/results/logicapps_dev.json"))
        let oracle = try JSONDecoder().decode(Oracle.self, from: results)
        try await withTemporaryFolder { folder in
            try unpack("dev/logicapps", of: shared, into: folder)
            let estates = try await ImportRun(LogicAppsImporter()).estates(at: folder + "/dev/logicapps")
            let (ours, sharing) = Self.counts(of: estates)
            let names = [
                "files": "files", "workflows": "workflows", "actions": "actions", "triggers": "triggers",
                "rejected": "malformed", "connectionUses": "connection_uses_distinct_per_workflow",
                "connectionsByFolder": "distinct_connections_by_solution_folder",
                "httpCallbacks": "http_request_triggers",
                "withRecurrence": "workflows_with_recurrence", "enabled": "state_Enabled", "disabled": "state_Disabled",
                "unstated": "state_None",
            ]
            // State stands in the XML of solutions too, which the oracle does not open.
            let explained = ["enabled": 4, "unstated": -4]
            print("count, Penstock, oracle:")
            for (name, theirs) in names.sorted(by: { $0.key < $1.key }) {
                let theirs = oracle.total[theirs] ?? 0
                print("  \(name) \(ours[name] ?? 0) \(theirs)")
                #expect(ours[name] == theirs + (explained[name] ?? 0), "\(name)")
            }
            print("  sharedByFolder \(sharing.count) \(oracle.shared.count)")
            #expect(sharing == oracle.shared)
            // By what the connections are, not by the key in each workflow: see the page of the format.
            #expect(estates.map { $0.counts["sharedConnections"] ?? 0 } == [0, 8, 11, 0, 1, 1])
        }
    }
}
