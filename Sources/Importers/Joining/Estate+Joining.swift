import Domain

extension Environments {
    /// The environment of a workflow of a source read from files.
    ///
    /// Said for the whole import, else by a tag, else for the project, else by a folder's name, else by the source.
    static func environment(
        of workflow: Workflow,
        in source: SourceDescription,
        options: ImportOptions,
    ) -> String? {
        if let environment = options.environment { return environment }
        if let environment = workflow.tags.lazy.compactMap(meaning(ofTag:)).first { return environment }
        if let environment = workflow.project.flatMap({ options.environments[$0] }) { return environment }
        return folder(of: workflow.path, in: source, options: options) ?? source.environment
    }

    /// The environment that a folder on the way to a file means, the outermost first; nil when none does.
    static func folder(of path: String, in source: SourceDescription, options: ImportOptions) -> String? {
        let inside = path.hasPrefix(source.root + "/") ? source.root.count + 1 : 0
        for folder in path.dropFirst(inside).split(separator: "/").dropLast() {
            if let environment = options.environments[String(folder)] ?? meaning(of: String(folder)) {
                return environment
            }
        }
        return nil
    }
}

extension Estate {
    /// Takes in every credential that is declared or that a step or account refers to, each once, in the order of keys.
    mutating func gatherCredentials(declared: [Credential]) {
        var byKey: [String: Credential] = [:]
        for credential in declared { byKey[credential.key] = credential }
        let references = workflows.lazy.flatMap(\.steps).flatMap(\.credentials)
        for reference in references where byKey[reference.key] == nil {
            byKey[reference.key] = Credential(reference: reference)
        }
        for reference in principals.lazy.flatMap(\.credentials) where byKey[reference.key] == nil {
            byKey[reference.key] = Credential(reference: reference)
        }
        credentials = byKey.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Says that the source can tell what was told at least once.
    mutating func setCapabilitiesSeen() {
        source.capabilities.owners = workflows.contains { $0.owner != nil } || principals.contains { $0.owner != nil }
        source.capabilities.activeFlag = workflows.contains { $0.active != nil }
        source.capabilities.lastUse = workflows.contains { $0.lastRun != nil }
        source.capabilities.secretValues = credentials.contains { $0.fingerprint != nil }
        source.capabilities.creation = workflows.contains { $0.createdAt != nil }
        source.capabilities.trusts = !trusts.isEmpty
    }

    /// Counts what can be called from outside: `callbacks`, and of those `sharedCallbacks` that several workflows answer.
    mutating func countCallbacks() {
        var users: [String: Set<String>] = [:]
        var callbacks = 0
        for workflow in workflows {
            for callback in workflow.triggers.lazy.compactMap(\.callback) {
                callbacks += 1
                for method in callback.methods { users["\(method) \(callback.path)", default: []].insert(workflow.key) }
            }
        }
        counts["callbacks"] = callbacks
        counts["sharedCallbacks"] =
            Set(users.filter { $0.value.count > 1 }.map { $0.key.split(separator: " ").last }).count
    }
}
