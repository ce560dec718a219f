package import Domain

extension GitHubActionsImporter {
    package func estate(
        of source: SourceDescription,
        parts: [(path: String, part: GitHubPart)],
        options: ImportOptions,
    ) -> Estate {
        var estate = Estate(source: source)
        let repository = GitHubRepository(source: source, parts: parts)
        var keys = WorkflowKeys()
        var facts: [GitHubFacts] = []
        var tokens: [String: [String]] = [:]
        for (path, part) in parts {
            switch part.kind {
            case .workflow(let draft):
                var finished = repository.finished(draft, options: options)
                finished.workflow.key = keys.key(id: nil, workflow: finished.workflow).key
                estate.workflows.append(finished.workflow)
                estate.trusts += finished.trusts
                estate.remarks += finished.remarks
                facts.append(draft.facts)
                for job in draft.jobs where !job.permissions.words.isEmpty {
                    tokens["\(repository.path(path))#\(job.name)"] = job.permissions.words
                }
            case .other(let reason): estate.remarks.append(Rejection(path: path, reason: reason))
            case .action, .owners: break
            }
        }
        estate.trusts += repository.trustsAmongWorkflows(parts)
        estate.remarks += GitHubCircles(estate.workflows).remarks
        estate.gatherCredentials(declared: [])
        describe(&estate, tokens: tokens)
        estate.counts = estate.tally()
        count(facts, parts: parts, into: &estate)
        return estate
    }

    /// Says of each credential what the files tell: a token's permissions, the one environment a secret is used in.
    private func describe(_ estate: inout Estate, tokens: [String: [String]]) {
        var environments: [String: Set<String>] = [:]
        for workflow in estate.workflows {
            for step in workflow.steps {
                for reference in step.credentials where reference.kind == "secret" {
                    environments[reference.key, default: []].insert(workflow.environment ?? "")
                }
            }
        }
        for index in estate.credentials.indices {
            let reference = estate.credentials[index].reference
            if let scopes = reference.id.flatMap({ tokens[$0] }) { estate.credentials[index].scopes = scopes }
            if let known = environments[reference.key], known.count == 1, let only = known.first, !only.isEmpty {
                estate.credentials[index].environment = only
            }
        }
        estate.setCapabilitiesSeen()
        estate.source.capabilities.scopes = true
        estate.source.capabilities.notes[.scopes] = "permissions of tokens; what a secret opens is not in the files"
        estate.source.capabilities.notes[.lastUse] = "runs are in GitHub, not in the repository's files"
        estate.source.capabilities.notes[.creation] = "the files hold no dates"
        estate.source.capabilities.notes[.activeFlag] = "a workflow is switched off in GitHub, not in its file"
        if !estate.source.capabilities.owners {
            estate.source.capabilities.notes[.owners] = "there is no CODEOWNERS for these files"
        }
    }

    // MARK: - Counts

    private func count(_ facts: [GitHubFacts], parts: [(path: String, part: GitHubPart)], into estate: inout Estate) {
        func workflows(_ name: String, where holds: (GitHubFacts) -> Bool) {
            estate.counts[name] = facts.count(where: holds)
        }
        func sum(_ name: String, of number: (GitHubFacts) -> Int) {
            estate.counts[name] = facts.reduce(0) { $0 + number($1) }
        }
        sum("jobs") { $0.jobs }
        // Those of local actions, calls and images are steps here too, and have their own counts.
        sum("steps") { $0.steps }
        sum("uses") { $0.uses.count }
        sum("unpinnedUses") { $0.unpinned.count }
        sum("unpinnedThirdPartyUses") { $0.unpinned.count { !$0.isOfPlatform } }
        sum("images") { $0.images }
        workflows("workflowsWithUnpinnedThirdPartyUses") { $0.unpinned.contains { !$0.isOfPlatform } }
        workflows("writePermissionWorkflows") { $0.isWriting }
        workflows("writeAllWorkflows") { $0.isWritingAll }
        workflows("defaultPermissionWorkflows") { $0.defaultJobs > 0 }
        workflows("idTokenWorkflows") { $0.mayAskForIdentityToken }
        workflows("inheritedSecretsWorkflows") { $0.inheritsSecrets }
        workflows("selfHostedWorkflows") { $0.isSelfHosted }
        workflows("environmentWorkflows") { !$0.environments.isEmpty }
        workflows("secretWorkflows") { !$0.references.secrets.isEmpty }
        workflows("tokenSecretWorkflows") { $0.references.namesTokenSecret }
        workflows("allSecretsWorkflows") { $0.references.takesAllSecrets }
        var users: [String: Int] = [:]
        for name in facts.lazy.flatMap(\.references.secrets) { users[name, default: 0] += 1 }
        sum("secretReferences") { $0.references.secrets.count }
        estate.counts["secrets"] = users.count
        estate.counts["sharedSecrets"] = users.values.count { $0 > 1 }
        countEvents(parts, into: &estate)
        for name in ["actionDefinitions", "otherFiles", "ownerFiles"] { estate.counts[name] = 0 }
        for (_, part) in parts {
            switch part.kind {
            case .workflow: break
            case .action: estate.counts["actionDefinitions", default: 0] += 1
            case .owners: estate.counts["ownerFiles", default: 0] += 1
            case .other: estate.counts["otherFiles", default: 0] += 1
            }
        }
    }

    private func countEvents(_ parts: [(path: String, part: GitHubPart)], into estate: inout Estate) {
        let triggers = parts.compactMap { _, part in
            if case .workflow(let draft) = part.kind { draft.triggers } else { nil }
        }
        let events = [
            "pullRequestTargetWorkflows": "pull_request_target", "workflowRunWorkflows": "workflow_run",
            "dispatchWorkflows": "workflow_dispatch", "repositoryDispatchWorkflows": "repository_dispatch",
            "calledWorkflows": "workflow_call",
        ]
        for (name, event) in events { estate.counts[name] = triggers.count { $0.events.contains(event) } }
        estate.counts["scheduledWorkflows"] = triggers.count { !$0.schedules.isEmpty }
        estate.counts["openWorkflows"] = triggers.count { !$0.openEvents.isEmpty }
    }
}
