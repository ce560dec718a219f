import Domain

/// Who holds which rights in a cluster, and through what.
struct KubernetesAccess {
    /// A rule that somebody holds, with the way by which it came.
    struct Grant {
        var rule: KubernetesRule
        /// Where it holds; nil for the whole cluster.
        var namespace: String?
        var via: String
    }

    let cluster: KubernetesCluster
    private let rules = KubernetesRules.known
    private var accounts: [KubernetesName: [Grant]] = [:]
    /// Grants of groups that service accounts are in, by the group's name.
    private var groups: [String: [Grant]] = [:]
    private var people: [KubernetesBinding.Subject: [Grant]] = [:]
    private(set) var remarks: [Rejection] = []

    init(_ cluster: KubernetesCluster) {
        self.cluster = cluster
        // A binding without a role is a patch of another manifest.
        for (object, binding) in cluster.bindings where !binding.roleName.isEmpty {
            let named = "\(object.kind) `\(object.name)`"
            guard let rules = cluster.rules(of: binding, in: object.namespace) else {
                let reason =
                    "\(named) binds \(binding.roleKind) `\(binding.roleName)`, which these manifests do not hold"
                remarks.append(Rejection(path: object.path, line: object.line, reason: reason))
                continue
            }
            let grants = rules.map { rule in
                let via = "\(named) → \(binding.roleKind) `\(binding.roleName)`, rule \(rule.number)"
                return Grant(rule: rule, namespace: binding.isCluster ? nil : object.namespace, via: via)
            }
            for subject in binding.subjects { give(grants, to: subject) }
        }
    }

    private mutating func give(_ grants: [Grant], to subject: KubernetesBinding.Subject) {
        let parts = subject.name.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        switch subject.kind {
        case "ServiceAccount":
            let stated = KubernetesName(namespace: subject.namespace, name: subject.name)
            give(grants, to: stated)
        case "User" where parts.count == 4 && parts[0] == "system" && parts[1] == "serviceaccount":
            give(grants, to: KubernetesName(namespace: parts[2], name: parts[3]))
        default:
            people[subject, default: []] += grants
            if subject.kind == "Group" { groups[subject.name, default: []] += grants }
        }
    }

    private mutating func give(_ grants: [Grant], to stated: KubernetesName) {
        let name = cluster.account(stated)
        let hint = name == stated ? "" : " (its subject is `\(stated)`: a namespace is left out)"
        accounts[name, default: []] += grants.map { grant in
            var grant = grant
            grant.via += hint
            return grant
        }
    }

    // MARK: - Asking

    /// Every account that is declared, bound or used, sorted.
    var accountNames: [KubernetesName] {
        var names = Set(accounts.keys).union(cluster.serviceAccounts.keys)
        for (object, workload) in cluster.workloads where workload.isWhole {
            names.insert(account(of: object, workload))
        }
        return names.sorted()
    }

    /// The account that a workload runs as.
    func account(of object: KubernetesObject, _ workload: KubernetesWorkload) -> KubernetesName {
        let name = workload.serviceAccount.isEmpty ? "default" : workload.serviceAccount
        return cluster.account(KubernetesName(namespace: object.namespace, name: name))
    }

    /// What an account may do, the strongest first: by its own bindings and by those of the groups it is in.
    func rights(of account: KubernetesName) -> [Right] {
        rights(grants(of: account))
    }

    /// What an account holds, the groups of all service accounts included.
    func grants(of account: KubernetesName) -> [Grant] {
        var found = accounts[account] ?? []
        for group in ["system:serviceaccounts", "system:serviceaccounts:\(account.namespace)", "system:authenticated"] {
            found += (groups[group] ?? []).map { grant in
                var grant = grant
                grant.via = "Group `\(group)`: \(grant.via)"
                return grant
            }
        }
        return found
    }

    /// Users and groups that bindings name, with what they may do, in the order of their names.
    var others: [(subject: KubernetesBinding.Subject, rights: [Right])] {
        people.sorted { ($0.key.kind, $0.key.name) < ($1.key.kind, $1.key.name) }
            .map { ($0.key, rights($0.value)) }
    }

    private func rights(_ grants: [Grant]) -> [Right] {
        let rights = grants.map(right)
        return Array(rights.sorted { rank($0) > rank($1) }.prefix(1000))
    }

    private func rank(_ right: Right) -> Int {
        switch right.effect.identityClass {
        case .privileged: right.effect.rule == "everything" ? 4 : 3
        case .changeCapable: 2
        case nil: 1
        case .readOnly: 0
        }
    }

    private func right(_ grant: Grant) -> Right {
        let rule = grant.rule
        let line = rules.line(for: rule)
        let things =
            rule.resources.isEmpty
            ? rule.paths
            : rule.resources.map { resource in
                let groups = rule.groups.filter { !$0.isEmpty }
                return groups.isEmpty ? resource : "\(resource).\(groups.joined(separator: "|"))"
            }
        let place = grant.namespace.map { $0.isEmpty ? "its namespace: " : "\($0): " } ?? ""
        let said = line?.words ?? "has verbs that no rule knows"
        return Right(
            line?.action ?? .write,
            operations: rule.verbs,
            on: place + things.joined(separator: ", "),
            effect: StepEffect(line?.identityClass, reason: said, rule: line?.id),
            via: grant.via,
            condition: rule.names.isEmpty ? nil : "only \(rule.names.map { "`\($0)`" }.joined(separator: ", "))",
        )
    }
}
