import Domain
import Foundation
import HTTPTypes
import Testing
import Wire

@testable import API

struct EstatesTests {
    @Test("Accounts and trusts are imported through the API, and shown with their rights")
    func accounts() async throws {
        try await Installation.with { _, caller in
            var role = Principal(key: "arn:deployer", name: "deployer", kind: .role)
            role.rights = [
                Right(
                    .admin,
                    operations: ["iam:*"],
                    on: "*",
                    effect: StepEffect(.privileged, reason: "`iam:*` decides who may do what"),
                    via: "policy Admin",
                )
            ]
            let trust = Trust(.assumes, from: "*", to: "arn:deployer", isExternal: true)
            var estate = Estate(source: SourceDescription(root: "cloud", format: "aws-iam"))
            estate.principals = [role]
            estate.trusts = [trust]
            let body = try JSONEncoder().encode(ImportRequest(estates: [estate], dryRun: false))
            let taken = try await caller.send(.post, Paths.imports, String(decoding: body, as: UTF8.self))
            #expect(taken.status == 200, "\(taken.text)")
            let outcome = try JSONDecoder().decode(ImportOutcome.self, from: Data(taken.text.utf8))
            #expect(outcome.sources.map(\.new) == [["deployer"]])
            let shown = try await caller.send(.get, Paths.identity("deployer"))
            let record = try JSONDecoder().decode(IdentityRecord.self, from: Data(shown.text.utf8))
            #expect(record.identity.kind == .serviceAccount)
            #expect(record.principal == role)
            #expect(record.trusts == [trust])
            #expect(record.findings.contains { $0.rule == "open-trust" && $0.severity == .critical })
            let family = try await caller.send(.get, Paths.identity("deployer", "family"))
            let kin = try JSONDecoder().decode(FamilyRecord.self, from: Data(family.text.utf8))
            #expect(kin.kin.isEmpty && kin.note != nil)
            let touching = try await caller.send(.get, Paths.identities + "?touches=identity")
            #expect(touching.text.contains("deployer"))
        }
    }
}
