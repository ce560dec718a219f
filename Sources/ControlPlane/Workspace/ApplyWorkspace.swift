package import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// Carries a workspace out, step by step, each through the same use case and the same policies as by hand.
    ///
    /// What policy does not let the caller do alone becomes a request that waits for others; what is refused is said and
    /// stops nothing else.
    ///
    /// - Throws: `.invalid` when the workspace names what does not exist: nothing is done then.
    package func applyWorkspace(
        _ workspace: Workspace,
        note: String,
        by caller: Caller,
    ) async throws -> WorkspaceOutcome {
        let moment = now()
        try require(.view, by: caller)
        let difference = try await database.read { connection in
            WorkspaceDifference(workspace, try DeclaredState(at: moment, in: connection))
        }
        guard difference.problems.isEmpty else {
            throw Failure(
                .invalid,
                "the workspace names what does not exist; nothing was changed",
                remedy: "`penstock plan` shows each place",
                fields: difference.problems,
            )
        }
        var outcome = WorkspaceOutcome()
        var steps = difference.steps[...]
        for system in difference.systems {
            let step = steps.removeFirst()
            await attempt(step, &outcome) { _ = try await putSystem(system.new, by: caller) }
        }
        for change in difference.identities {
            let reference = change.identity.id.text
            if !change.fields.isEmpty {
                let step = steps.removeFirst()
                await ask(
                    NewRequest(.register, identity: reference, registration: Registration(change.fields), reason: note),
                    step,
                    &outcome,
                    by: caller
                )
            }
            for grant in change.granted {
                let step = steps.removeFirst()
                await ask(
                    NewRequest(.grant, identity: reference, grants: [grant], reason: note),
                    step,
                    &outcome,
                    by: caller
                )
            }
            for grant in change.revoked {
                let step = steps.removeFirst()
                await attempt(step, &outcome) { _ = try await revokeGrant(grant.id, by: caller) }
            }
        }
        if let policies = difference.policies {
            do {
                let version = try await proposePolicies(policies, note: note, tests: 0, by: caller)
                outcome.waiting.append("policies, version \(version.version), wait for approval")
            } catch {
                outcome.refused.append(MissingField("policies", why: "\(error)"))
            }
        }
        return outcome
    }

    private func ask(
        _ request: NewRequest,
        _ step: WorkspacePlan.Step,
        _ outcome: inout WorkspaceOutcome,
        by caller: Caller,
    ) async {
        do {
            let opened = try await openRequest(request, by: caller)
            if opened.state == .open {
                outcome.waiting.append("request \(opened.id) for \(step.name): \(opened.route.sentence)")
            } else {
                outcome.applied.append(step)
            }
        } catch {
            outcome.refused.append(MissingField(step.name, why: "\(error)"))
        }
    }

    private func attempt(
        _ step: WorkspacePlan.Step,
        _ outcome: inout WorkspaceOutcome,
        _ body: () async throws -> Void,
    ) async {
        do {
            try await body()
            outcome.applied.append(step)
        } catch {
            outcome.refused.append(MissingField(step.name, why: "\(error)"))
        }
    }
}

extension Registration {
    /// The registration that makes these changes; fields are those of a declaration.
    init(_ changes: [Event.Change]) {
        self.init()
        for change in changes {
            guard let value = change.after else { continue }
            switch change.field {
            case "owner": owner = value
            case "technicalOwner": technicalOwner = value
            case "backupApprover": backupApprover = value
            case "purpose": purpose = value
            case "systemPurpose": systemPurpose = value
            case "environment": environment = value
            case "function": function = value
            case "vendor": vendor = value
            case "pattern": pattern = Pattern(rawValue: value)
            case "level": level = Identity.Level(rawValue: value)
            case "renewal": renewal = Instant(value)
            case "expires": expires = Instant(value)
            case "declaredReach": declaredReach = value.split(separator: ",").map(String.init)
            case "stopPath": stopPath = value
            case "stoppedBy": stoppedBy = value
            default: break
            }
        }
    }
}
