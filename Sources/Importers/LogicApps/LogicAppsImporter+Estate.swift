package import Domain

extension LogicAppsImporter {
    package func estate(
        of source: SourceDescription,
        parts: [(path: String, part: LogicAppsPart)],
        options: ImportOptions,
    ) -> Estate {
        var estate = Estate(source: source)
        var join = LogicAppsJoin(parts)
        var keys = WorkflowKeys()
        var finished: [LogicAppDraft] = []
        for (path, part) in parts {
            estate.remarks += part.remarks
            if part.kind == .other {
                estate.remarks.append(
                    Rejection(path: path, reason: "JSON of another kind: neither a workflow nor a part of one")
                )
            }
            for draft in part.workflows {
                var draft = join.completed(draft)
                let (key, remark) = keys.key(id: draft.draft.id, workflow: draft.draft.workflow)
                draft.draft.workflow.key = key
                if let remark { estate.remarks.append(remark) }
                if draft.draft.workflow.steps.isEmpty {
                    let reason = "workflow `\(draft.draft.workflow.name)` has no steps"
                    estate.remarks.append(Rejection(path: path, reason: reason))
                }
                finished.append(draft)
            }
        }
        join.takeIdentities(of: &finished, parts: parts)
        var calls = WorkflowCalls(finished.map(\.draft))
        for draft in finished {
            if let open = draft.openName {
                calls.add(open, in: draft.draft.workflow.path, for: draft.draft.workflow.key)
            }
        }
        for var draft in finished {
            let path = draft.draft.workflow.path
            draft.draft.workflow.calls = draft.called.map { calls.key(of: $0, from: path) }.sorted()
            draft.draft.setCloneKeys(withOperations: true)
            let environment = Environments.environment(of: draft.draft.workflow, in: source, options: options)
            draft.draft.workflow.environment = environment
            draft.draft.workflow.digest = securityDigest(of: draft.draft.workflow, contentHash: draft.draft.contentHash)
            estate.workflows.append(draft.draft.workflow)
        }
        estate.principals = join.principals.sorted { $0.key < $1.key }
        estate.trusts = join.trusts
        estate.gatherCredentials(
            declared: declared(parts, join: join, source: source, options: options, &estate.remarks)
        )
        estate.setCapabilitiesSeen()
        count(parts, duplicates: keys.duplicates, into: &estate)
        return estate
    }

    /// Connections and settings that the source declares; those of deployment settings with the environment they are for.
    private func declared(
        _ parts: [(path: String, part: LogicAppsPart)],
        join: LogicAppsJoin,
        source: SourceDescription,
        options: ImportOptions,
        _ remarks: inout [Rejection],
    ) -> [Credential] {
        var byKey: [String: Credential] = [:]
        for (path, part) in parts {
            for connection in part.connections {
                var credential = connection.credential
                if connection.perEnvironment {
                    credential.environment = Environments.folder(of: path, in: source, options: options)
                }
                if let known = byKey[credential.key], let here = credential.environment,
                    let there = known.environment, here != there
                {
                    let name = credential.reference.name ?? credential.reference.id ?? ""
                    let reason = "one connection stands behind `\(name)` in `\(there)` and in `\(here)`"
                    remarks.append(Rejection(path: path, reason: reason))
                    continue
                }
                credential.fingerprint = credential.fingerprint ?? byKey[credential.key]?.fingerprint
                byKey[credential.key] = credential
            }
        }
        return byKey.values + join.projectConnections + join.looseSettings
    }

    private func count(
        _ parts: [(path: String, part: LogicAppsPart)],
        duplicates: Int,
        into estate: inout Estate,
    ) {
        estate.counts = estate.tally()
        estate.countCallbacks()
        let triggers = estate.workflows.reduce(0) { $0 + $1.triggers.count }
        estate.counts["triggers"] = triggers
        estate.counts["actions"] = (estate.counts["steps"] ?? 0) - triggers
        var users: [String: Set<String>] = [:]
        for workflow in estate.workflows {
            for reference in workflow.steps.lazy.flatMap(\.credentials) where isConnection(reference) {
                users[reference.key, default: []].insert(workflow.key)
            }
        }
        estate.counts["connections"] = users.count
        estate.counts["sharedConnections"] = users.values.count { $0.count > 1 }
        estate.counts["declaredConnections"] = estate.credentials.count { $0.declared && isConnection($0.reference) }
        estate.counts["managedIdentities"] = estate.principals.count
        estate.counts["companionFiles"] = parts.count { $0.part.kind == .companion }
        estate.counts["otherFiles"] = parts.count { $0.part.kind == .other }
        estate.counts["duplicateIds"] = duplicates
    }

    /// Whether a reference is to a connection of the platform, and not to what a single request proves itself with.
    private func isConnection(_ reference: CredentialReference) -> Bool {
        reference.kind != LogicAppAuthentication.identityKind && reference.kind != "setting"
            && !reference.kind.hasPrefix("http")
    }
}
