import Domain

/// Turns a cluster and who holds what in it into the values of an estate.
struct KubernetesEstateWriter {
    let access: KubernetesAccess
    let source: SourceDescription
    let options: ImportOptions
    /// What each account may do, the strongest first.
    private let rights: [KubernetesName: [Right]]

    init(access: KubernetesAccess, source: SourceDescription, options: ImportOptions) {
        self.access = access
        self.source = source
        self.options = options
        rights = Dictionary(uniqueKeysWithValues: access.accountNames.map { ($0, access.rights(of: $0)) })
    }

    private var cluster: KubernetesCluster { access.cluster }

    // MARK: - Workloads

    func writeWorkloads(into estate: inout Estate) {
        var keys = WorkflowKeys()
        for (object, workload) in cluster.workloads where workload.isWhole {
            let account = access.account(of: object, workload)
            var draft = WorkflowDraft(workflow(object, workload), id: "\(object.kind)/\(object.place)")
            draft.contentHash = workload.contentHash
            let effect = reach(of: account, workload)
            for container in workload.containers {
                draft.workflow.steps.append(step(container, of: object, workload, reach: effect))
            }
            draft.setCloneKeys()
            draft.workflow.digest = securityDigest(of: draft.workflow, contentHash: draft.contentHash)
            let (key, remark) = keys.key(id: draft.id, workflow: draft.workflow)
            draft.workflow.key = key
            if let remark { estate.remarks.append(remark) }
            estate.workflows.append(draft.workflow)
            let condition = mountsToken(account, workload) ? nil : "its token is not mounted"
            estate.trusts.append(Trust(.runsAs, from: key, to: "\(account)", condition: condition))
        }
    }

    private func workflow(_ object: KubernetesObject, _ workload: KubernetesWorkload) -> Workflow {
        var workflow = Workflow(key: object.path, name: object.name, path: object.path)
        workflow.kind = workload.schedule == nil ? nil : .scheduledJob
        workflow.active = workload.active
        workflow.project = object.namespace.isEmpty ? nil : object.namespace
        workflow.owner = owner(of: object)
        workflow.environment = environment(of: object)
        if let schedule = workload.schedule {
            workflow.triggers = [Trigger(kind: .schedule, step: "CronJob", schedule: schedule)]
        }
        return workflow
    }

    private func step(
        _ container: KubernetesWorkload.Container,
        of object: KubernetesObject,
        _ workload: KubernetesWorkload,
        reach: StepEffect,
    ) -> Step {
        let powers = workload.hostPowers + container.powers
        var effect = reach
        if !powers.isEmpty {
            let reason =
                "has \(powers.joined(separator: ", ")), and with it the node and all pods on it; \(reach.reason)"
            effect = StepEffect(.privileged, reason: reason, rule: "host-powers")
        } else if reach.identityClass == .readOnly, !container.secrets.isEmpty {
            let names = Set(container.secrets.map { "`\($0.name)`" }).sorted().prefix(5).joined(separator: ", ")
            let reason = "holds \(names), whose rights are not stated here; \(reach.reason)"
            effect = StepEffect(.changeCapable, reason: reason, rule: "holds-secrets")
        }
        var step = Step(name: container.name, connector: "container", effect: effect)
        step.code = ImageName(container.image).code
        step.target = hostName(of: ImageName(container.image).name)
        var names = container.secrets.map(\.name)
        names += workload.pullSecrets
        var seen: Set<String> = []
        step.credentials = names.filter { seen.insert($0).inserted }.map { secret($0, in: object.namespace) }
        step.literalSecrets = container.literalSecrets
        return step
    }

    /// What the pods of a workload may do through their account.
    private func reach(of account: KubernetesName, _ workload: KubernetesWorkload) -> StepEffect {
        let said = "runs as service account `\(account)`"
        guard mountsToken(account, workload) else {
            return StepEffect(.readOnly, reason: "\(said), whose token is not mounted", rule: "service-account")
        }
        guard let strongest = rights[account]?.first else {
            return StepEffect(
                .readOnly,
                reason: "\(said), which these manifests give no rights",
                rule: "service-account"
            )
        }
        let reason = "\(said), which \(strongest.effect.reason) (\(strongest.via))"
        return StepEffect(strongest.effect.identityClass, reason: reason, rule: "service-account")
    }

    /// The pod decides, else the account, else Kubernetes, which mounts it.
    private func mountsToken(_ account: KubernetesName, _ workload: KubernetesWorkload) -> Bool {
        workload.mountsToken ?? cluster.serviceAccounts[account]?.account.mountsToken ?? true
    }

    // MARK: - Accounts

    var accounts: [Principal] {
        let tokens = Dictionary(grouping: cluster.secrets.filter { $0.secret.tokenOf != nil }) { found in
            cluster.account(KubernetesName(namespace: found.object.namespace, name: found.secret.tokenOf ?? ""))
        }
        return access.accountNames.map { name in
            var principal = Principal(key: "\(name)", name: name.name, kind: .serviceAccount)
            principal.rights = rights[name] ?? []
            let known = cluster.serviceAccounts[name]
            principal.detail["namespace"] = name.namespace.isEmpty ? nil : name.namespace
            principal.detail["declared"] = known == nil ? "no" : "yes"
            principal.credentials = (tokens[name] ?? []).map { secret($0.object.name, in: $0.object.namespace) }
            guard let known else { return principal }
            principal.path = known.object.path
            principal.owner = owner(of: known.object)
            principal.environment = environment(of: known.object)
            principal.detail["mounts token"] = known.account.mountsToken.map { $0 ? "yes" : "no" }
            var seen = Set(principal.credentials)
            for held in known.account.secrets + known.account.pullSecrets {
                let reference = secret(held, in: name.namespace)
                if seen.insert(reference).inserted { principal.credentials.append(reference) }
            }
            return principal
        }
    }

    /// Users and groups that bindings name.
    var others: [Principal] {
        access.others.map { subject, rights in
            let isGroup = subject.kind == "Group"
            var principal = Principal(
                key: "\(subject.kind):\(subject.name)",
                name: subject.name,
                kind: isGroup ? .group : .user
            )
            // Names of the system are components; a group is no person even where people are in it.
            principal.isPerson = !isGroup && !subject.name.hasPrefix("system:")
            principal.rights = rights
            return principal
        }
    }

    // MARK: - Secrets

    /// Secrets with their values' fingerprints: the secret as a whole and, of several values, each by its key.
    var declaredSecrets: [Credential] {
        cluster.secrets.flatMap { object, secret in
            var whole = Credential(reference: self.secret(object.name, in: object.namespace))
            whole.declared = true
            whole.environment = environment(of: object)
            whole.owner = owner(of: object)
            if secret.tokenOf != nil { whole.scopes = ["service account \(secret.tokenOf ?? "")"] }
            guard secret.values.count > 1 else {
                whole.fingerprint = secret.values.first?.value
                return [whole]
            }
            let parts = secret.values.sorted { $0.key < $1.key }.map { key, fingerprint in
                let reference = CredentialReference(kind: "secretKey", id: nil, name: "\(object.place)#\(key)")
                var part = Credential(reference: reference)
                part.fingerprint = fingerprint
                part.environment = whole.environment
                return part
            }
            return [whole] + parts
        }
    }

    /// What stands in ConfigMaps though it is secret, each by its key.
    var configuredSecrets: [Credential] {
        cluster.configurations.flatMap { object, found in
            found.map { secret in
                let name = "\(object.place)#\(secret.place)"
                var credential = Credential(
                    reference: CredentialReference(kind: "configMapKey", id: nil, name: name)
                )
                credential.declared = true
                credential.fingerprint = secret.fingerprint
                credential.environment = environment(of: object)
                credential.owner = owner(of: object)
                return credential
            }
        }
    }

    /// Where they stand, and what to do.
    var configurationRemarks: [Rejection] {
        cluster.configurations.flatMap { object, found in
            found.map { secret in
                Rejection(
                    path: object.path,
                    line: object.line,
                    reason: "ConfigMap `\(object.place)` holds a secret under `\(secret.place)` (\(secret.rule)): "
                        + "revoke it where it was issued and put its successor into a Secret",
                )
            }
        }
    }

    private func secret(_ name: String, in namespace: String) -> CredentialReference {
        let place = cluster.secret(KubernetesName(namespace: namespace, name: name))
        return CredentialReference(kind: "secret", id: nil, name: "\(place)")
    }

    // MARK: - Trusts

    /// Accounts outside that service accounts are, by their annotations.
    var federations: [Trust] {
        cluster.serviceAccounts.sorted { $0.key < $1.key }.flatMap { name, known in
            Self.cloudAnnotations.compactMap { cloud, key in
                known.object.annotations[key].flatMap { identity in
                    identity.isEmpty ? nil : Trust(.federates, from: "\(name)", to: identity, condition: cloud)
                }
            }
        }
    }

    private static let cloudAnnotations = [
        ("AWS", "eks.amazonaws.com/role-arn"), ("Google", "iam.gke.io/gcp-service-account"),
        ("Azure", "azure.workload.identity/client-id"),
    ]

    /// Accounts that others may act as: by impersonating them or by making their tokens.
    var impersonations: [Trust] {
        access.accountNames.flatMap { name in
            var trusts: Set<Trust> = []
            for grant in access.grants(of: name) {
                guard let id = KubernetesRules.known.line(for: grant.rule)?.id else { continue }
                let ways = [
                    "impersonates": "impersonates", "makes-tokens": "makes its tokens", "everything": "does everything",
                ]
                guard let way = ways[id] else { continue }
                let namespace = grant.namespace ?? "*"
                let names = grant.rule.names.isEmpty ? ["*"] : grant.rule.names
                for target in names {
                    trusts.insert(Trust(.assumes, from: "\(name)", to: "\(namespace)/\(target)", condition: way))
                }
            }
            return trusts.sorted { ($0.to, $0.condition ?? "") < ($1.to, $1.condition ?? "") }
        }
    }

    // MARK: - Parts

    /// The `owner` or `team` of an object's annotations or labels.
    private func owner(of object: KubernetesObject) -> OwnerHint? {
        for facts in [object.annotations, object.labels] {
            if let owner = facts["owner"], !owner.isEmpty {
                return OwnerHint(kind: owner.contains("@") ? .person : .unknown, text: owner)
            }
            if let team = facts["team"], !team.isEmpty { return OwnerHint(kind: .team, text: team) }
        }
        return nil
    }

    /// Said for the import, else by a label, else for the namespace, else by a folder's name, else by the source.
    private func environment(of object: KubernetesObject) -> String? {
        if let environment = options.environment { return environment }
        for key in ["environment", "env", "app.kubernetes.io/environment"] {
            if let label = object.labels[key], !label.isEmpty {
                return Environments.meaning(of: label) ?? label.lowercased()
            }
        }
        if let environment = options.environments[object.namespace] ?? Environments.meaning(of: object.namespace) {
            return environment
        }
        return Environments.folder(of: object.path, in: source, options: options) ?? source.environment
    }
}
