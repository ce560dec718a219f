import Foundation
import TestSupport
import Testing

@testable import Importers

/// The vendor's managed policies beside the access levels that an independent program found in them.
struct ManagedPolicyTests {
    /// That program knows some sixty actions by other levels than the list here, and looks at no Deny.
    @Test(
        "Nearly all managed policies give the access levels of the independent list",
        .enabled(if: sharedEstates != nil)
    )
    func levels() async throws {
        let shared = try #require(sharedEstates)
        let flags = try String(
            contentsOfFile: shared.replacing("/estates", with: "/catalogue/aws_managed_policy_flags.tsv"),
            encoding: .utf8
        )
        try await withTemporaryFolder { folder in
            try unpackAWS(shared + "/estates.tar.xz", into: folder)
            var policies: [(levels: Set<String>, policy: IAMPolicy)] = []
            for line in flags.split(separator: "\n").dropFirst() {
                let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                let file = "\(folder)/dev/aws-iam/managed-policies/\(fields[1])"
                guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { continue }
                policies.append((Set(fields[3].split(separator: ",").map(String.init)), try IAMPolicy(text: text)))
            }
            var space = ActionSpace(policies: policies.map(\.policy))
            let everything = space.all()
            var same = 0
            for (levels, policy) in policies {
                #expect(policy.faults.isEmpty)
                let prepared = PreparedPolicy(policy, origin: "it", in: &space)
                let permissions = EffectivePermissions(identity: prepared.statements(for: PolicyVariables()))
                let summary = RightsSummary(permissions, in: space, all: everything)
                if Set(summary.possible.members.compactMap { space.level($0)?.word }) == levels { same += 1 }
                #expect(!summary.rights.isEmpty || permissions.allows.isEmpty)
            }
            print("managed policies with the same access levels: \(same) of \(policies.count)")
            #expect(policies.count == 840)
            #expect(same >= 795)
        }
    }
}
