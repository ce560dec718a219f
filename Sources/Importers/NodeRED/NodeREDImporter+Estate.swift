package import Domain

extension NodeREDImporter {
    package func estate(
        of source: SourceDescription,
        parts: [(path: String, part: NodeREDPart)],
        options: ImportOptions,
    ) -> Estate {
        var estate = Estate(source: source)
        let known = NodeREDKnown(parts)
        var keys = WorkflowKeys()
        var flows: [NodeREDFlows.Flow] = []
        var places: [String: String] = [:]
        for (path, part) in parts {
            note(part, at: path, into: &estate)
            for var flow in NodeREDFlows(path: path, nodes: part.nodes, known: known).flows() {
                let (key, remark) = keys.key(id: flow.draft.id, workflow: flow.draft.workflow)
                flow.draft.workflow.key = key
                if let remark { estate.remarks.append(remark) }
                if let id = flow.draft.id { places[id] = key }
                for id in flow.members { places[id] = key }
                flows.append(flow)
            }
        }
        for var flow in flows {
            let own = flow.draft.workflow.key
            flow.draft.workflow.calls = Set(flow.leadsTo.map { places[$0] ?? $0 }).subtracting([own]).sorted()
            let environment = Environments.environment(of: flow.draft.workflow, in: source, options: options)
            flow.draft.workflow.environment = environment
            flow.draft.workflow.digest = securityDigest(of: flow.draft.workflow, contentHash: flow.draft.contentHash)
            estate.workflows.append(flow.draft.workflow)
        }
        estate.gatherCredentials(declared: known.declared(parts))
        placeSecretsOfConfigs(parts, in: &estate)
        estate.setCapabilitiesSeen()
        estate.source.capabilities.notes[.owners] = "flows name no owner"
        estate.source.capabilities.notes[.creation] = "flows carry no dates"
        if parts.contains(where: \.part.isEncrypted) {
            estate.source.capabilities.notes[.secretValues] = "the credentials file is encrypted"
        }
        count(parts, known: known, duplicates: keys.duplicates, into: &estate)
        return estate
    }

    private func note(_ part: NodeREDPart, at path: String, into estate: inout Estate) {
        if part.kind == .other {
            let reason = "JSON of another kind: neither flows nor their credentials"
            estate.remarks.append(Rejection(path: path, reason: reason))
        }
        if part.kind == .flows, part.broken > 0 {
            let reason = "\(part.broken) elements of the list are no nodes"
            estate.remarks.append(Rejection(path: path, reason: reason))
        }
        if part.kind == .credentials, !part.isEncrypted, !part.secrets.isEmpty {
            let reason = "the credentials of \(part.secrets.count) nodes stand here unencrypted; set `credentialSecret`"
            estate.remarks.append(Rejection(path: path, reason: reason))
        }
    }

    /// A secret that stands in a config node is put down to the first step that uses it.
    private func placeSecretsOfConfigs(_ parts: [(path: String, part: NodeREDPart)], in estate: inout Estate) {
        for node in parts.flatMap(\.part.nodes) where node.role == .config && !node.secrets.isEmpty {
            let key = NodeREDKnown.reference(to: node).key
            place: for workflow in estate.workflows.indices {
                for step in estate.workflows[workflow].steps.indices
                where estate.workflows[workflow].steps[step].credentials.contains(where: { $0.key == key }) {
                    estate.workflows[workflow].steps[step].literalSecrets += node.secrets.map { secret in
                        let place = "config \(node.type) \(node.id): \(secret.place)"
                        return LiteralSecret(place: place, rule: secret.rule, fingerprint: secret.fingerprint)
                    }
                    break place
                }
            }
        }
    }

    private func count(
        _ parts: [(path: String, part: NodeREDPart)],
        known: NodeREDKnown,
        duplicates: Int,
        into estate: inout Estate,
    ) {
        estate.counts = estate.tally()
        estate.countCallbacks()
        let nodes = parts.flatMap { path, part in part.nodes.map { (path: path, node: $0) } }
        var users: [String: Set<String>] = [:]
        for (path, node) in nodes {
            if case .tab = node.role { continue }
            if node.role == .subflow { continue }
            for id in node.mentions {
                guard let config = known.config(id, in: path), config.id != node.id else { continue }
                users[config.id, default: []].insert(node.container ?? path)
            }
        }
        estate.counts["configNodes"] = nodes.count { $0.node.role == .config }
        estate.counts["sharedConfigNodes"] = users.values.count { $0.count > 1 }
        estate.counts["tabs"] = nodes.count { if case .tab = $0.node.role { true } else { false } }
        estate.counts["subflows"] = nodes.count { $0.node.role == .subflow }
        estate.counts["nodes"] = nodes.count { item in
            if case .tab = item.node.role { return false }
            return item.node.role != .subflow && item.node.type != "group"
        }
        estate.counts["disabledSteps"] = estate.workflows.lazy.flatMap(\.steps).count { $0.disabled }
        estate.counts["flowFiles"] = parts.count { $0.part.kind == .flows }
        estate.counts["credentialFiles"] = parts.count { $0.part.kind == .credentials }
        estate.counts["encryptedCredentialFiles"] = parts.count { $0.part.isEncrypted }
        estate.counts["otherFiles"] = parts.count { $0.part.kind == .other }
        estate.counts["duplicateIds"] = duplicates
    }
}
