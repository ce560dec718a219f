import Domain
import Foundation
import Importers
import TestSupport
import Testing

/// Counts of 517 real files beside those that an independent program found in them.
struct GitHubOracleTests {
    /// Files that we judge otherwise than the oracle, with the reason why we are right.
    private static let judgedOtherwise = [
        "invalid/issue-1395-repro-duplicate-mapping-keys.yml": "a key stands twice, which GitHub refuses: rejected here"
    ]

    private struct Oracle: Decodable {
        var files: [String: File]
    }

    private struct File: Decodable {
        var status: String
        var triggers: [String]?
        var jobs: Int?
        var steps: Int?
        var writePermissions: Bool?
        var writeAll: Bool?
        var jobsWithDefaultPermissions: Int?
        var idTokenWrite: Bool?
        var secrets: [String]?
        var usesGithubTokenSecret: Bool?
        var secretsInherit: Bool?
        var uses: Int?
        var unpinnedUses: [String]?
        var unpinnedThirdPartyUses: [String]?
        var environments: [String]?
        var cron: [String?]?
        var selfHosted: Bool?
    }

    /// The oracle's counts for the files of one repository, under our names.
    private func expected(_ files: [(path: String, file: File)]) -> [String: Int] {
        let workflows = files.map(\.file).filter { $0.status == "workflow" }
        func count(_ holds: (File) -> Bool?) -> Int { workflows.count { holds($0) ?? false } }
        func sum(_ number: (File) -> Int?) -> Int { workflows.reduce(0) { $0 + (number($1) ?? 0) } }
        func status(_ name: String) -> Int { files.count { $0.file.status == name } }
        func event(_ name: String) -> Int { count { $0.triggers?.contains(name) } }
        var users: [String: Int] = [:]
        for secret in workflows.flatMap({ $0.secrets ?? [] }) { users[secret, default: 0] += 1 }
        return [
            "files": files.count, "workflows": workflows.count, "rejected": status("malformed"),
            "actionDefinitions": status("action"), "otherFiles": status("not-a-workflow"),
            "jobs": sum(\.jobs), "steps": sum(\.steps), "uses": sum(\.uses),
            "unpinnedUses": sum { $0.unpinnedUses?.count }, "secretReferences": sum { $0.secrets?.count },
            "unpinnedThirdPartyUses": sum { $0.unpinnedThirdPartyUses?.count },
            "workflowsWithUnpinnedThirdPartyUses": count { $0.unpinnedThirdPartyUses?.isEmpty == false },
            "writePermissionWorkflows": count(\.writePermissions), "writeAllWorkflows": count(\.writeAll),
            "defaultPermissionWorkflows": count { ($0.jobsWithDefaultPermissions ?? 0) > 0 },
            "idTokenWorkflows": count(\.idTokenWrite), "inheritedSecretsWorkflows": count(\.secretsInherit),
            "selfHostedWorkflows": count(\.selfHosted),
            "environmentWorkflows": count { $0.environments?.isEmpty == false },
            "secretWorkflows": count { $0.secrets?.isEmpty == false },
            "tokenSecretWorkflows": count(\.usesGithubTokenSecret),
            "secrets": users.count, "sharedSecrets": users.values.count { $0 > 1 },
            "scheduledWorkflows": count { $0.cron?.isEmpty == false },
            "pullRequestTargetWorkflows": event("pull_request_target"), "workflowRunWorkflows": event("workflow_run"),
            "dispatchWorkflows": event("workflow_dispatch"),
            "repositoryDispatchWorkflows": event("repository_dispatch"),
        ]
    }

    /// The text of a file without what stands behind a `#`, in upper case.
    private func withoutComments(_ path: String) throws -> String {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
            .map { $0.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)[0] }.joined(separator: "\n")
            .uppercased()
    }

    @Test("Every count of every repository is that of the oracle", .enabled(if: sharedEstates != nil))
    func counts() async throws {
        let shared = try #require(sharedEstates)
        let results = try Data(contentsOf: URL(fileURLWithPath: shared + "/oracle/results/github-actions_dev.json"))
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        var files = try decoder.decode(Oracle.self, from: results).files
        for (path, reason) in Self.judgedOtherwise {
            for known in files.keys where known.hasSuffix(path) {
                print("judged otherwise: \(known): \(reason)")
                files[known]?.status = "malformed"
            }
        }
        try await withTemporaryFolder { folder in
            try unpack("dev/github-actions", of: shared, into: folder)
            let estates = try await ImportRun(GitHubActionsImporter()).estates(at: folder + "/dev/github-actions")
            var totals: [String: (ours: Int, theirs: Int)] = [:]
            for workflow in estates.flatMap(\.workflows) {
                let named = workflow.steps.flatMap(\.credentials).filter { $0.kind == "secret" }.compactMap(\.name)
                let theirs = Set(files[workflow.path]?.secrets ?? [])
                #expect(theirs.isSuperset(of: named), "secrets of \(workflow.path)")
                let text = try withoutComments(folder + "/dev/github-actions/" + workflow.path)
                for secret in theirs.subtracting(named) {
                    #expect(!text.contains(secret), "\(secret) of \(workflow.path)")
                    print("judged otherwise: \(workflow.path): secret \(secret) is named in a comment only")
                    files[workflow.path]?.secrets?.removeAll { $0 == secret }
                }
            }
            for estate in estates {
                let own = files.filter { $0.key.hasPrefix(estate.source.root + "/") }
                for (name, theirs) in expected(own.map { ($0.key, $0.value) }) {
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
            #expect(totals["files"]?.ours == 517)
        }
    }
}
