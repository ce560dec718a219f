package import Domain

extension N8nImporter {
    package func estate(
        of source: SourceDescription,
        parts: [(path: String, part: N8nPart)],
        options: ImportOptions,
    ) -> Estate {
        var estate = Estate(source: source)
        let known = Known(parts)
        var keys = WorkflowKeys()
        for (_, part) in parts {
            estate.remarks.append(contentsOf: part.remarks)
            for draft in part.workflows {
                var workflow = finished(draft, known: known, source: source, options: options)
                let (key, remark) = keys.key(id: draft.id, workflow: workflow)
                workflow.key = key
                if let remark { estate.remarks.append(remark) }
                note(draft, into: &estate)
                estate.trusts += draft.settings.trusts(of: key)
                estate.workflows.append(workflow)
            }
        }
        for (path, part) in parts where part.kind == .other {
            estate.remarks.append(
                Rejection(path: path, reason: "JSON of another kind: neither a workflow nor a part of one")
            )
        }
        estate.gatherCredentials(declared: parts.flatMap { $0.part.credentials + $0.part.variableSecrets })
        noteCircles(in: &estate)
        estate.setCapabilitiesSeen()
        note(parts, in: &estate.source.capabilities, of: options)
        estate.counts = estate.tally()
        let kinds = parts.reduce(into: [N8nPart.Kind: Int]()) { $0[$1.part.kind, default: 0] += 1 }
        estate.counts["otherFiles"] = kinds[.other] ?? 0
        estate.counts["projects"] = kinds[.project] ?? 0
        let companions = [.tags, .folders, .variables, .tables].reduce(0) { $0 + (kinds[$1] ?? 0) }
        estate.counts["companionFiles"] = companions
        estate.counts["duplicateIds"] = keys.duplicates
        return estate
    }

    // MARK: - One workflow

    /// Joins to a workflow what other files of its source say of it.
    private func finished(
        _ draft: N8nWorkflow,
        known: Known,
        source: SourceDescription,
        options: ImportOptions,
    ) -> Workflow {
        var workflow = draft.workflow
        if let project = draft.projectID.flatMap({ known.projects[$0] }) {
            workflow.project = workflow.project ?? project.name
            workflow.owner = workflow.owner ?? OwnerHint(kind: project.isTeam ? .team : .person, text: project.name)
        } else if workflow.owner == nil, let id = draft.projectID {
            workflow.owner = OwnerHint(kind: .unknown, text: id)
        }
        for tag in draft.id.flatMap({ known.tagsOfWorkflows[$0] }) ?? [] {
            if let name = known.tagNames[tag], !workflow.tags.contains(name) { workflow.tags.append(name) }
        }
        workflow.environment = Environments.environment(of: workflow, in: source, options: options)
        workflow.digest = securityDigest(of: workflow, contentHash: draft.contentHash)
        return workflow
    }

    private func note(_ draft: N8nWorkflow, into estate: inout Estate) {
        let path = draft.workflow.path
        if draft.workflow.steps.isEmpty {
            estate.remarks.append(Rejection(path: path, reason: "workflow `\(draft.workflow.name)` has no steps"))
        }
        if draft.brokenNodes > 0 {
            estate.remarks.append(Rejection(path: path, reason: "\(draft.brokenNodes) nodes are no objects"))
        }
    }

    /// Workflows that call each other in a circle: each of them can do what all of them can.
    private func noteCircles(in estate: inout Estate) {
        let calls = Dictionary(estate.workflows.map { ($0.key, $0.calls) }) { $1 }
        let names = Dictionary(estate.workflows.map { ($0.key, $0) }) { $1 }
        for circle in circles(in: calls) {
            let workflows = circle.compactMap { names[$0] }
            guard let first = workflows.first else { continue }
            let said = (workflows + [first]).map { "`\($0.name)`" }.joined(separator: " calls ")
            estate.remarks.append(Rejection(path: first.path, reason: "workflows call each other in a circle: \(said)"))
        }
    }

    /// What an export cannot tell, whatever it holds.
    private func note(
        _ parts: [(path: String, part: N8nPart)],
        in capabilities: inout SourceDescription.Capabilities,
        of options: ImportOptions,
    ) {
        capabilities.notes[.lastUse] =
            "exports hold no executions; read the running system for the last of each workflow"
        capabilities.notes[.auditEvents] = "exports hold no audit log"
        capabilities.notes[.expiry] = "n8n gives credentials no end"
        let isEncrypted = parts.contains { $0.part.encryptedCredentials > 0 }
        if !capabilities.secretValues {
            capabilities.notes[.secretValues] =
                isEncrypted
                ? "values are encrypted; only an export with --decrypted holds them"
                : "workflows refer to credentials and do not hold them"
        } else if isEncrypted {
            capabilities.notes[.secretValues] = "some values are encrypted"
        }
        capabilities.scopes = parts.contains { $0.part.credentials.contains { !$0.scopes.isEmpty } }
        capabilities.notes[.scopes] =
            capabilities.scopes
            ? "only OAuth credentials that were exported decrypted state theirs"
            : "the catalogue knows what credential types ask for by default, an upper bound"
        if capabilities.activeFlag, parts.contains(where: { $0.part.workflows.contains { $0.workflow.active == nil } })
        {
            capabilities.notes[.activeFlag] = "some files leave it out, as n8n's source control does"
        }
    }

    // MARK: - The source as a whole

    /// What the files of a source say of others.
    private struct Known {
        var projects: [String: N8nProject] = [:]
        var tagNames: [String: String] = [:]
        var tagsOfWorkflows: [String: [String]] = [:]

        init(_ parts: [(path: String, part: N8nPart)]) {
            for (_, part) in parts {
                projects.merge(part.projects) { $1 }
                tagNames.merge(part.tagNames) { $1 }
                tagsOfWorkflows.merge(part.tagsOfWorkflows) { $0 + $1 }
            }
        }
    }
}
