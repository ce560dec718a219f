package import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// What carrying a workspace out would do, and what would follow from it; nothing is changed.
    ///
    /// Requests recorded from `since` on are asked again under the policies of the workspace.
    package func planWorkspace(
        _ workspace: Workspace,
        since: Instant,
        by caller: Caller,
    ) async throws -> WorkspacePlan {
        try require(.view, by: caller)
        let moment = now()
        let difference = try await database.read { connection in
            WorkspaceDifference(workspace, try DeclaredState(at: moment, in: connection))
        }
        var plan = WorkspacePlan()
        plan.steps = difference.steps
        plan.unchanged = difference.unchanged
        plan.problems = difference.problems
        if let policies = difference.policies {
            plan.requests = try await previewPolicies(policies, since: since, by: caller)
        }
        plan.effect = Self.effect(of: difference, plan.requests)
        return plan
    }

    /// The state as a workspace: planning it changes nothing.
    package func exportWorkspace(by caller: Caller) async throws -> Workspace {
        try require(.view, by: caller)
        let moment = now()
        return try await database.read { connection in
            let state = try DeclaredState(at: moment, in: connection)
            let registered = state.identities.values.filter { identity in
                identity.state != .retired && (identity.owner != nil || identity.purpose != nil)
            }
            return Workspace(
                identities: registered.sorted { $0.id < $1.id }.map(state.declaration),
                systems: state.systems.values.sorted { $0.name < $1.name },
                policies: state.policies?.files,
            )
        }
    }

    /// Consequences in sentences, the gravest first.
    private static func effect(of difference: WorkspaceDifference, _ requests: PolicyEffect?) -> [String] {
        var sentences: [String] = []
        if let requests, requests.wouldRefuse > 0 {
            let who = Set(requests.differences.filter { $0.after != .allow }.map(\.identity)).count
            sentences.append(
                "would have refused \(requests.wouldRefuse) of \(requests.requests) recorded requests, "
                    + "of \(counted(who, "identity", "identities"))"
            )
        }
        if let requests, requests.wouldAllow > 0 {
            sentences.append("would have allowed \(requests.wouldAllow) recorded requests that are refused today")
        }
        var losing: [String: Set<ID<Identity>>] = [:]
        for change in difference.identities {
            for grant in change.revoked {
                let kept = change.granted.contains { $0.action == grant.action && $0.resource == grant.resource }
                if !kept { losing["\(grant.action.rawValue) to \(grant.resource)", default: []].insert(grant.identity) }
            }
        }
        for (what, who) in losing.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
            sentences.append("\(counted(who.count, "identity loses", "identities lose")) \(what)")
        }
        let redefined = difference.identities.filter { change in
            change.identity.approval != nil && change.fields.contains { ["purpose", "environment"].contains($0.field) }
        }
        if !redefined.isEmpty {
            sentences.append(counted(redefined.count, "approval becomes void", "approvals become void"))
        }
        let gaining = difference.identities.filter { !$0.granted.isEmpty }
        if !gaining.isEmpty {
            let grants = gaining.reduce(0) { $0 + $1.granted.count }
            sentences.append(
                "\(counted(grants, "grant is", "grants are")) asked for, for \(counted(gaining.count, "identity", "identities"))"
            )
        }
        return sentences
    }

    private static func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
        "\(count) \(count == 1 ? one : many ?? one + "s")"
    }
}
