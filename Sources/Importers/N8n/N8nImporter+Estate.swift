package import Domain

extension N8nImporter {
    package func estate(
        of source: SourceDescription,
        parts: [(path: String, part: N8nPart)],
        options: ImportOptions,
    ) -> Estate {
        var estate = Estate(source: source)
        let known = Known(parts)
        var used: Set<String> = []
        var duplicates = 0
        for (_, part) in parts {
            estate.remarks.append(contentsOf: part.remarks)
            for draft in part.workflows {
                var workflow = finished(draft, known: known, source: source, options: options)
                if let id = draft.id, !used.insert(id).inserted {
                    duplicates += 1
                    workflow.key = fallbackKey(workflow.path, used: &used)
                    estate.remarks.append(
                        Rejection(
                            path: workflow.path,
                            reason: "id `\(id)` is used by another workflow; kept under its path"
                        )
                    )
                }
                note(draft, into: &estate)
                estate.workflows.append(workflow)
            }
        }
        for (path, part) in parts where part.kind == .other {
            estate.remarks.append(
                Rejection(path: path, reason: "JSON of another kind: neither a workflow nor a part of one")
            )
        }
        estate.credentials = credentials(of: estate.workflows, declared: parts.flatMap(\.part.credentials))
        estate.source.capabilities = capabilities(of: estate)
        estate.counts = estate.tally()
        let kinds = parts.reduce(into: [N8nPart.Kind: Int]()) { $0[$1.part.kind, default: 0] += 1 }
        estate.counts["otherFiles"] = kinds[.other] ?? 0
        estate.counts["projects"] = kinds[.project] ?? 0
        let companions = [.tags, .folders, .variables, .tables].reduce(0) { $0 + (kinds[$1] ?? 0) }
        estate.counts["companionFiles"] = companions
        estate.counts["duplicateIds"] = duplicates
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
        workflow.environment = environment(of: workflow, source: source, options: options)
        workflow.digest = securityDigest(of: workflow, contentHash: draft.contentHash)
        return workflow
    }

    /// Said for the whole import, else by a tag, else for the project, else by a folder's name, else by the source.
    private func environment(of workflow: Workflow, source: SourceDescription, options: ImportOptions) -> String? {
        if let environment = options.environment { return environment }
        if let environment = workflow.tags.lazy.compactMap(Environments.meaning(ofTag:)).first { return environment }
        if let environment = workflow.project.flatMap({ options.environments[$0] }) { return environment }
        let inside = workflow.path.hasPrefix(source.root + "/") ? source.root.count + 1 : 0
        for folder in workflow.path.dropFirst(inside).split(separator: "/").dropLast() {
            if let environment = options.environments[String(folder)] ?? Environments.meaning(of: String(folder)) {
                return environment
            }
        }
        return source.environment
    }

    private func fallbackKey(_ path: String, used: inout Set<String>) -> String {
        var key = path
        var number = 1
        while !used.insert(key).inserted {
            number += 1
            key = "\(path)#\(number)"
        }
        return key
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

    /// Every credential that is declared or referred to, each once, in the order of their keys.
    private func credentials(of workflows: [Workflow], declared: [Credential]) -> [Credential] {
        var byKey: [String: Credential] = [:]
        for credential in declared { byKey[credential.key] = credential }
        for workflow in workflows {
            for reference in workflow.steps.lazy.flatMap(\.credentials) where byKey[reference.key] == nil {
                byKey[reference.key] = Credential(reference: reference)
            }
        }
        return byKey.sorted { $0.key < $1.key }.map(\.value)
    }

    private func capabilities(of estate: Estate) -> SourceDescription.Capabilities {
        var capabilities = SourceDescription.Capabilities()
        capabilities.owners = estate.workflows.contains { $0.owner != nil }
        capabilities.activeFlag = estate.workflows.contains { $0.active != nil }
        return capabilities
    }
}
