package import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// The way out of a shared credential, step by step, with how far it is.
    package func splitPlan(finding id: String, by caller: Caller) async throws -> SplitPlan {
        try require(.view, by: caller)
        let finding = try await finding(id)
        return try await database.read { connection in
            let (members, credential) = try Self.sharing(finding, in: connection)
            guard members.count > 1 else {
                throw Failure(
                    .invalid,
                    "finding `\(id)` is not about a credential that several workflows share",
                    remedy: "`penstock findings --rule shared-credential` lists those",
                )
            }
            return SplitPlan(credential: credential, members: members)
        }
    }

    /// How far the way out is that an exception was accepted for: each of its identities, as last imported.
    package func splitPlan(exception id: ID<RiskException>, by caller: Caller) async throws -> SplitPlan {
        try require(.view, by: caller)
        return try await database.read { connection in
            let exception = try Self.exception(id, in: connection)
            guard exception.subject.kind == "credential", let bar = exception.subject.id.firstIndex(of: "|") else {
                throw Failure(.invalid, "exception `\(id)` is not about a shared credential")
            }
            let key = exception.subject.id[exception.subject.id.index(after: bar)...]
            let known = try IdentityTable.find(exception.identities, in: connection)
            let members = try exception.identities.compactMap { known[$0] }.map { identity in
                var uses = false
                if let source = identity.source, let workflow = identity.workflow,
                    let stored = try WorkflowTable.find(workflow, of: source, in: connection)
                {
                    uses = stored.workflow.steps.contains { step in
                        !step.disabled && step.credentials.contains { $0.key == key }
                    }
                }
                return SplitPlan.Member(
                    workflow: identity.name,
                    identity: identity,
                    usesShared: uses,
                    isProduction: identity.environment?.hasPrefix("prod") ?? true,
                )
            }
            return SplitPlan(credential: exception.subject.name, members: members)
        }
    }

    /// The controls that wrap a shared identity as it is: from these ranges only, no wider than now, and nothing written
    /// but under a short grant; with what each is found to be today.
    package func wrapPlan(
        finding id: String,
        ranges: [String],
        by caller: Caller,
    ) async throws -> (controls: [CompensatingControl], checks: [ControlCheck]) {
        try require(.view, by: caller)
        let finding = try await finding(id)
        let moment = now()
        return try await database.read { connection in
            var identities: [Identity] = []
            if let id = ID<Identity>(finding.subject.id), let one = try IdentityTable.find(id, in: connection) {
                identities = [one]
            } else {
                identities = try Self.sharing(finding, in: connection).0.compactMap(\.identity)
            }
            let grants = try identities.flatMap { try GrantTable.all(of: $0.id, in: connection) }
                .filter { $0.revoked == nil && $0.ends > moment }
            let resources = Set(grants.map(\.resource)).sorted { "\($0)" < "\($1)" }
            let controls: [CompensatingControl] = [
                .networkRestriction(ranges: ranges), .scopedSecret(resources: resources),
                .approvalGate(longestHours: 24),
            ]
            let facts = ControlFacts(
                identities: identities,
                grants: grants,
                gated: Set(try SystemTable.all(in: connection).filter { $0.upstream != nil }.map(\.name)),
                environments: [],
                lastAlert: nil,
                now: moment,
            )
            return (controls, controls.map { $0.check(facts) })
        }
    }

    /// The workflows behind a finding about a credential, and the credential's name; empty for other findings.
    static func sharing(
        _ finding: Finding,
        in connection: some Connection,
    ) throws -> (members: [SplitPlan.Member], credential: String) {
        guard finding.subject.kind == "credential", let bar = finding.subject.id.firstIndex(of: "|") else {
            return ([], finding.subject.name)
        }
        let root = finding.subject.id[..<bar]
        let key = String(finding.subject.id[finding.subject.id.index(after: bar)...])
        guard let source = try SourceTable.all(in: connection).first(where: { $0.description.root == root }) else {
            return ([], finding.subject.name)
        }
        let users = try CredentialUseTable.users(of: key, kind: .workflow, in: source.id, connection)
        let governed = try IdentityTable.byKey(.workflow, users, of: source.id, in: connection)
        let members = try users.map { workflow in
            let identity = governed[workflow]
            let stored = try WorkflowTable.find(workflow, of: source.id, in: connection)
            let environment = identity?.environment ?? source.description.environment
            return SplitPlan.Member(
                workflow: stored?.workflow.name ?? workflow,
                identity: identity,
                usesShared: true,
                isProduction: environment?.hasPrefix("prod") ?? true,
            )
        }
        return (members, finding.subject.name)
    }
}
