package import Domain

extension WorkatoImporter {
    package func estate(
        of source: SourceDescription,
        parts: [(path: String, part: WorkatoPart)],
        options: ImportOptions,
    ) -> Estate {
        var estate = Estate(source: source)
        var keys = WorkflowKeys()
        var recipes: [WorkatoRecipe] = []
        for (path, part) in parts {
            estate.remarks += part.remarks
            if part.kind == .other {
                let reason = "JSON of another kind: neither a recipe nor a part of a package"
                estate.remarks.append(Rejection(path: path, reason: reason))
            }
            for var recipe in part.recipes {
                let (key, remark) = keys.key(id: recipe.draft.id, workflow: recipe.draft.workflow)
                recipe.draft.workflow.key = key
                if let remark { estate.remarks.append(remark) }
                recipes.append(recipe)
            }
        }
        let files = WorkatoFiles(recipes.map(\.draft), parts: parts)
        addEndpoints(of: parts, files: files, to: &recipes, remarks: &estate.remarks)
        for var recipe in recipes {
            let path = recipe.draft.workflow.path
            recipe.draft.workflow.calls = Set(
                recipe.called.map { files.recipe($0, near: path) ?? $0.path ?? $0.name ?? "" }
            ).sorted()
            recipe.draft.workflow.project = files.folder(of: path)
            recipe.draft.setCloneKeys(withOperations: true)
            let environment = Environments.environment(of: recipe.draft.workflow, in: source, options: options)
            recipe.draft.workflow.environment = environment
            recipe.draft.workflow.digest = securityDigest(
                of: recipe.draft.workflow,
                contentHash: recipe.draft.contentHash
            )
            estate.workflows.append(recipe.draft.workflow)
        }
        estate.gatherCredentials(declared: declared(parts, usedBy: estate.workflows))
        estate.setCapabilitiesSeen()
        if !estate.source.capabilities.owners { estate.source.capabilities.notes[.owners] = "packages name no owner" }
        if !estate.source.capabilities.activeFlag {
            estate.source.capabilities.notes[.activeFlag] = "packages do not say whether a recipe runs"
        }
        count(parts, duplicates: keys.duplicates, into: &estate)
        return estate
    }

    /// Gives each recipe that waits for requests the addresses of its endpoints.
    private func addEndpoints(
        of parts: [(path: String, part: WorkatoPart)],
        files: WorkatoFiles,
        to recipes: inout [WorkatoRecipe],
        remarks: inout [Rejection],
    ) {
        let places = Dictionary(recipes.indices.map { (recipes[$0].draft.workflow.key, $0) }) { first, _ in first }
        for (path, part) in parts {
            for endpoint in part.endpoints {
                let prefix = files.prefix(of: endpoint, near: path)
                let callback = Callback(
                    methods: [endpoint.method],
                    path: ([prefix].filter { !$0.isEmpty } + [endpoint.path]).joined(separator: "/"),
                    authentication: "client of the API platform"
                )
                let key = endpoint.recipe.flatMap { files.recipe($0, near: path) }
                guard let place = key.flatMap({ places[$0] }) else {
                    remarks.append(
                        Rejection(path: path, reason: "the recipe behind `\(callback.path)` is not among the files")
                    )
                    continue
                }
                let step = recipes[place].requestStep ?? recipes[place].draft.workflow.steps.first?.name ?? ""
                recipes[place].draft.workflow.triggers.removeAll { $0.step == step && $0.callback == nil }
                recipes[place].draft.workflow.triggers.append(Trigger(kind: .webhook, step: step, callback: callback))
            }
        }
    }

    /// Connections of files, under the id by which recipes name them where one does.
    private func declared(
        _ parts: [(path: String, part: WorkatoPart)],
        usedBy workflows: [Workflow],
    ) -> [Credential] {
        let used = Set(workflows.lazy.flatMap(\.steps).flatMap(\.credentials).compactMap(\.id))
        var endings = PathEndings<String>()
        for id in used.sorted() { endings.add(id, id) }
        return parts.flatMap { path, part in
            part.connections.map { connection in
                let named = endings.first(ending: path)
                let id = connection.id.flatMap { used.contains($0) ? $0 : nil } ?? named ?? path
                var credential = Credential(
                    reference: CredentialReference(kind: connection.provider, id: id, name: connection.name)
                )
                credential.declared = true
                credential.fingerprint = connection.secret?.fingerprint
                return credential
            }
        }
    }

    private func count(_ parts: [(path: String, part: WorkatoPart)], duplicates: Int, into estate: inout Estate) {
        estate.counts = estate.tally()
        estate.countCallbacks()
        estate.counts["recipes"] = estate.workflows.count
        estate.counts["connections"] = estate.counts["credentials"]
        estate.counts["sharedConnections"] = estate.counts["sharedCredentials"]
        estate.counts["apiEndpoints"] = parts.reduce(0) { $0 + $1.part.endpoints.count }
        estate.counts["apiCollections"] = parts.count { $0.part.collection != nil }
        estate.counts["companionFiles"] = parts.count { ![.recipes, .connections, .other].contains($0.part.kind) }
        estate.counts["otherFiles"] = parts.count { $0.part.kind == .other }
        estate.counts["duplicateIds"] = duplicates
    }
}
