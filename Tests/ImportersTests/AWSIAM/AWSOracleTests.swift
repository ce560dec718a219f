import Domain
import Foundation
import Importers
import TestSupport
import Testing

/// Counts of real accounts beside those that an independent program found in them.
struct AWSOracleTests {
    private struct Oracle: Decodable {
        var accounts: [String: Account]
    }

    private struct Account: Decodable {
        var account: String?
        var counts: [String: Int]
        var policies: Int
        var admins: [String]
        var principals: [String: Found]

        struct Found: Decodable {
            var escalation: [String]?

            private enum CodingKeys: String, CodingKey {
                case escalation = "cloudsplaining_privesc"
            }
        }
    }

    /// Ours, and theirs for the same thing.
    private static let names = [
        "users": "users", "roles": "roles", "groups": "groups", "adminUsers": "admin_users",
        "adminRoles": "admin_roles",
        "adminGroups": "admin_groups", "rolesTrustingAnyone": "roles_trusting_anyone",
        "rolesTrustingService": "roles_trusting_service", "rolesTrustingFederation": "roles_trusting_federation",
        "rolesTrustingOtherAccounts": "roles_trusting_other_accounts",
    ]

    @Test("Every count of every account is that of the oracle", .enabled(if: sharedEstates != nil))
    func counts() async throws {
        let shared = try #require(sharedEstates)
        let results = try Data(contentsOf: URL(fileURLWithPath: shared + "/oracle/results/aws-iam_dev.json"))
        let oracle = try JSONDecoder().decode(Oracle.self, from: results)
        try await withTemporaryFolder { folder in
            try unpackAWS(shared + "/estates.tar.xz", into: folder)
            print("account, count, Penstock, oracle:")
            for (path, theirs) in oracle.accounts.sorted(by: { $0.key < $1.key }) {
                let estates = try await ImportRun(AWSIAMImporter()).estates(at: "\(folder)/dev/aws-iam/\(path)")
                let estate = try #require(estates.first)
                #expect(estates.count == 1)
                if let account = theirs.account { #expect(estate.source.root == account) }
                for (our, their) in Self.names.sorted(by: { $0.key < $1.key }) {
                    let (ours, expected) = (estate.counts[our] ?? 0, theirs.counts[their] ?? 0)
                    #expect(ours == expected, "\(our) of \(path)")
                    print("  \(path) \(our) \(ours) \(expected)")
                }
                #expect(estate.counts["policies"] == theirs.policies)
                // A role that does not say when it was last used was not never used.
                let unused = (estate.counts["rolesNeverUsed"] ?? 0) + (estate.counts["rolesOfUnknownUse"] ?? 0)
                #expect(unused == theirs.counts["roles_never_used"] ?? 0)
                let admins = estate.principals.filter { $0.detail["administrator"] != nil }
                #expect(admins.map { key(of: $0) }.sorted() == theirs.admins.sorted())
                for (key, found) in theirs.principals.sorted(by: { $0.key < $1.key }) {
                    let principal = try #require(estate.principals.first { self.key(of: $0) == key })
                    let ways = principal.rights.filter { $0.via == "escalation" }.map(\.effect.reason)
                    print("  \(key): \(ways.first ?? "-") | \(found.escalation ?? [])")
                }
            }
        }
    }

    private func key(of principal: Principal) -> String {
        let tail = principal.key.split(separator: ":").last ?? ""
        return "\(tail.split(separator: "/").first ?? "")/\(principal.name)"
    }
}

/// Takes the accounts out of the shared archive.
func unpackAWS(_ archive: String, into folder: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["tar", "-xJf", archive, "-C", folder, "dev/aws-iam"]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
}
