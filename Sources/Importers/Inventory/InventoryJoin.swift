import Domain

/// Makes an estate of the entries of an inventory.
struct InventoryJoin {
    let source: SourceDescription
    let options: ImportOptions

    func estate(of parts: [(path: String, part: InventoryPart)]) -> Estate {
        var estate = Estate(source: source)
        var declared: [String: Credential] = [:]
        var keys: [String: Int] = [:]
        var counts: [String: Int] = [:]
        var others = 0
        for kind in InventoryKind.allCases { counts[kind.countName] = 0 }
        for (path, part) in parts {
            estate.rejected += part.rejected
            estate.remarks += part.remarks
            if part.isOther {
                others += 1
                estate.remarks.append(
                    Rejection(path: path, reason: "no inventory: a column for kind and name is missing")
                )
            }
            for entry in part.entries {
                if let line = keys.updateValue(entry.line, forKey: entry.key) {
                    keys[entry.key] = line
                    let reason = "the key is that of an entry above (line \(line)); give each a `key` of its own"
                    estate.rejected.append(Rejection(path: path, line: entry.line, reason: reason))
                    continue
                }
                counts[entry.kind.countName, default: 0] += 1
                if let credential = credential(of: entry) { merge(credential, into: &declared) }
                if entry.kind.principal == nil {
                    estate.workflows.append(workflow(of: entry, at: path))
                } else if let principal = principal(of: entry, at: path) {
                    estate.principals.append(principal)
                }
            }
        }
        estate.gatherCredentials(declared: declared.sorted { $0.key < $1.key }.map(\.value))
        setCapabilities(of: &estate)
        estate.counts = estate.tally().merging(counts) { $1 }
        estate.countCallbacks()
        estate.counts["entries"] = keys.count
        estate.counts["otherFiles"] = others
        return estate
    }

    // MARK: - Accounts and jobs

    private func principal(of entry: InventoryEntry, at path: String) -> Principal? {
        guard let kind = entry.kind.principal else { return nil }
        var principal = Principal(key: entry.key, name: entry.name, kind: kind)
        principal.isPerson = kind == .user
        principal.active = entry.active
        principal.owner = owner(entry.texts[.owner])
        principal.environment = environment(of: entry, at: path)
        principal.path = path
        principal.vendor = entry.texts[.vendor]
        principal.grantor = entry.texts[.grantor]
        principal.purpose = entry.texts[.purpose]
        principal.memberOf = entry.list(.memberOf)
        principal.rights = rights(of: entry)
        principal.credentials = reference(of: entry).map { [$0] } ?? []
        principal.createdAt = entry.times[.created]
        principal.lastUsed = entry.times[.lastUsed]
        principal.expires = entry.times[.expires]
        for column in [InventoryColumn.technicalOwner, .system, .schedule, .callback, .callbackAuthentication] {
            if let text = entry.texts[column] { principal.detail[column.rawValue] = text }
        }
        return principal
    }

    private func workflow(of entry: InventoryEntry, at path: String) -> Workflow {
        var workflow = Workflow(key: entry.key, name: entry.name, path: path)
        workflow.kind = .scheduledJob
        workflow.active = entry.active
        workflow.owner = owner(entry.texts[.owner])
        workflow.environment = environment(of: entry, at: path)
        workflow.createdAt = entry.times[.created]
        workflow.lastRun = entry.times[.lastUsed]
        for (name, column) in [
            ("purpose", InventoryColumn.purpose), ("technicalOwner", .technicalOwner), ("vendor", .vendor),
        ] {
            if let text = entry.texts[column] { workflow.tags.append("\(name):\(text)") }
        }
        let operations = entry.list(.operations) + entry.list(.scopes)
        for operation in operations.isEmpty ? [nil] : operations.map(Optional.some) {
            let connector = entry.texts[.system] ?? entry.kind.rawValue
            var step = Step(
                name: operation ?? entry.name,
                connector: connector,
                effect: effect(of: operation, in: entry)
            )
            step.operation = operation
            step.resource = entry.texts[.resource]
            step.target = entry.texts[.system]
            step.credentials = reference(of: entry).map { [$0] } ?? []
            workflow.steps.append(step)
        }
        if let schedule = entry.texts[.schedule] {
            workflow.triggers.append(Trigger(kind: .schedule, step: entry.name, schedule: schedule))
        }
        if let path = entry.texts[.callback] {
            let callback = Callback(methods: ["POST"], path: path, authentication: entry.texts[.callbackAuthentication])
            workflow.triggers.append(Trigger(kind: .webhook, step: entry.name, callback: callback))
        }
        let stated = InventoryColumn.allCases.filter { ![.lastUsed, .lastRotated].contains($0) }.map { column in
            let text = entry.texts[column] ?? ""
            return "\(text.utf8.count):\(text)"
        }
        workflow.digest = securityDigest(of: workflow, contentHash: Array(stated.joined().utf8))
        return workflow
    }

    // MARK: - What it may do

    private func rights(of entry: InventoryEntry) -> [Right] {
        let system = entry.texts[.system] ?? "*"
        let resource = entry.texts[.resource].map { "\(system)/\($0)" } ?? system
        return [InventoryColumn.operations, .scopes].flatMap { column in
            entry.list(column).map { operation in
                let effect = effect(of: operation, in: entry)
                let via = column == .scopes ? "scope, as the inventory states it" : "as the inventory states it"
                return Right(action(of: effect), operations: [operation], on: resource, effect: effect, via: via)
            }
        }
    }

    private func effect(of operation: String?, in entry: InventoryEntry) -> StepEffect {
        guard let operation else {
            return StepEffect(nil, reason: "the inventory states no operation", rule: "unknown-connector")
        }
        let connector = ConnectorName(plain: entry.texts[.system] ?? entry.kind.rawValue)
        var facts = StepFacts(connector, platform: "inventory")
        facts.operation = operation
        facts.resource = entry.texts[.resource]
        return options.catalogue.effect(of: facts)
    }

    private func action(of effect: StepEffect) -> ActionClass {
        switch effect.identityClass {
        case .readOnly: .read
        case .changeCapable, nil: .write
        case .privileged: .admin
        }
    }

    // MARK: - Credentials

    private func reference(of entry: InventoryEntry) -> CredentialReference? {
        let name = entry.texts[.credentialName]
        let id = entry.texts[.credentialId]
        guard name != nil || id != nil || entry.texts[.credentialKind] != nil else { return nil }
        let kind = entry.texts[.credentialKind] ?? "unknown"
        return CredentialReference(kind: kind, id: id, name: name ?? (id == nil ? entry.name : nil))
    }

    private func credential(of entry: InventoryEntry) -> Credential? {
        guard let reference = reference(of: entry) else { return nil }
        var credential = Credential(reference: reference)
        credential.declared = true
        credential.createdAt = entry.times[.created]
        credential.lastRotated = entry.times[.lastRotated]
        credential.lastUsed = entry.times[.lastUsed]
        credential.expires = entry.times[.expires]
        credential.scopes = entry.list(.scopes)
        credential.owner = owner(entry.texts[.owner])
        return credential
    }

    /// Several entries may use one credential: of its dates the latest use counts, and the earliest end.
    private func merge(_ credential: Credential, into known: inout [String: Credential]) {
        guard var old = known[credential.key] else {
            known[credential.key] = credential
            return
        }
        old.lastUsed = [old.lastUsed, credential.lastUsed].compactMap(\.self).max()
        old.lastRotated = [old.lastRotated, credential.lastRotated].compactMap(\.self).max()
        old.createdAt = [old.createdAt, credential.createdAt].compactMap(\.self).min()
        old.expires = [old.expires, credential.expires].compactMap(\.self).min()
        old.scopes += credential.scopes.filter { !old.scopes.contains($0) }
        known[credential.key] = old
    }

    // MARK: - Around it

    private func owner(_ text: String?) -> OwnerHint? {
        guard let text else { return nil }
        if text.lowercased().hasPrefix("team:") { return OwnerHint(kind: .team, text: String(text.dropFirst(5))) }
        return OwnerHint(kind: text.contains("@") ? .person : .unknown, text: text)
    }

    private func environment(of entry: InventoryEntry, at path: String) -> String? {
        if let environment = options.environment { return environment }
        if let text = entry.texts[.environment] {
            return options.environments[text] ?? Environments.meaning(of: text) ?? text
        }
        if let environment = entry.texts[.system].flatMap({ options.environments[$0] }) { return environment }
        return Environments.folder(of: path, in: source, options: options) ?? source.environment
    }

    /// An inventory can tell what its columns say; that people filled them in is all that vouches for it.
    private func setCapabilities(of estate: inout Estate) {
        estate.setCapabilitiesSeen()
        var capabilities = estate.source.capabilities
        let principals = estate.principals
        capabilities.activeFlag = capabilities.activeFlag || principals.contains { $0.active != nil }
        capabilities.lastUse = capabilities.lastUse || principals.contains { $0.lastUsed != nil }
        capabilities.creation = capabilities.creation || principals.contains { $0.createdAt != nil }
        capabilities.expiry =
            principals.contains { $0.expires != nil } || estate.credentials.contains { $0.expires != nil }
        capabilities.scopes =
            principals.contains { !$0.rights.isEmpty } || estate.credentials.contains { !$0.scopes.isEmpty }
        for capability in Capability.allCases {
            capabilities.notes[capability] =
                capabilities[capability] ? "as people wrote it down, for entries that state it" : "no entry states it"
        }
        capabilities.notes[.secretValues] = "an inventory holds no secrets"
        capabilities.notes[.auditEvents] = "an inventory holds no events"
        estate.source.capabilities = capabilities
    }
}
