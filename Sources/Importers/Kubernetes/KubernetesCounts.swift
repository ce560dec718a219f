import Domain

/// What is counted of a cluster.
///
/// Accounts that are admins and their like are counted twice: joined exactly, where an absent namespace is a namespace of
/// its own, and leniently, where namespaces are not looked at at all.
struct KubernetesCounts {
    private let cluster: KubernetesCluster
    private let access: KubernetesAccess

    init(_ access: KubernetesAccess) {
        self.access = access
        cluster = access.cluster
    }

    var counts: [String: Int] {
        var counts: [String: Int] = [:]
        counts["serviceAccounts"] = cluster.serviceAccounts.count
        counts["bindings"] = cluster.bindings.count
        counts["bindingSubjects"] = cluster.bindings.reduce(0) { $0 + $1.binding.subjects.count }
        counts["secretObjects"] = cluster.secrets.count
        counts["secretsWithValues"] = cluster.secrets.count { !$0.secret.values.isEmpty }
        counts.merge(roleCounts) { $1 }
        counts.merge(workloadCounts) { $1 }
        for (prefix, holders) in [("", holders(isLenient: false)), ("lenient", holders(isLenient: true))] {
            for (name, found) in holders {
                let name = prefix.isEmpty ? name : prefix + name.prefix(1).uppercased() + name.dropFirst()
                counts[name] = found
            }
        }
        return counts
    }

    private var roleCounts: [String: Int] {
        let roles = cluster.roles.values.flatMap { $0 }
        return [
            "roles": roles.count,
            "wildcardRoles": roles.count { $0.role.rules.contains { $0.hasEveryVerb } },
            "adminRoles": roles.count { $0.role.rules.contains { $0.grantsEverything } },
            "secretReadingRoles": roles.count { $0.role.rules.contains { $0.readsSecrets } },
            "aggregatedRoles": roles.count(where: \.role.isAggregated),
        ]
    }

    private var workloadCounts: [String: Int] {
        let whole = cluster.workloads.filter(\.workload.isWhole)
        var users: [KubernetesName: Set<String>] = [:]
        for (object, workload) in whole {
            let account = workload.serviceAccount.isEmpty ? "default" : workload.serviceAccount
            users[KubernetesName(namespace: object.namespace, name: account), default: []]
                .insert("\(object.kind)/\(object.name)")
        }
        let used = Set(users.keys.map(\.name))
        var holders: [String: Set<String>] = [:]
        for (object, workload) in cluster.workloads {
            for name in workload.secrets { holders[name, default: []].insert("\(object.kind)/\(object.place)") }
        }
        return [
            "workloads": cluster.workloads.count, "wholeWorkloads": whole.count,
            "defaultAccountWorkloads": whole.count { ["", "default"].contains($0.workload.serviceAccount) },
            "sharedServiceAccounts": users.values.count { $0.count > 1 },
            "unusedServiceAccounts": cluster.serviceAccounts.keys.count { !used.contains($0.name) },
            "secretsReferenced": holders.count, "sharedSecrets": holders.values.count { $0.count > 1 },
        ]
    }

    /// Accounts by what they hold, and bindings of roles that are not there.
    private func holders(isLenient: Bool) -> [String: Int] {
        var found: [String: Set<KubernetesName>] = [:]
        for name in ["admin", "wildcard", "secretReading", "escalating"] { found[name] = [] }
        var undefined = 0
        for (object, binding) in cluster.bindings {
            for subject in binding.subjects where subject.kind == "ServiceAccount" {
                let name = KubernetesName(namespace: isLenient ? "" : subject.namespace, name: subject.name)
                guard let rules = rules(of: binding, in: object.namespace, isLenient: isLenient) else {
                    undefined += 1
                    continue
                }
                if rules.contains(where: \.grantsEverything) { found["admin"]?.insert(name) }
                if rules.contains(where: \.hasEveryVerb) { found["wildcard"]?.insert(name) }
                if rules.contains(where: \.readsSecrets) { found["secretReading"]?.insert(name) }
                if rules.contains(where: \.escalates) { found["escalating"]?.insert(name) }
            }
        }
        var counts = Dictionary(uniqueKeysWithValues: found.map { ("\($0.key)ServiceAccounts", $0.value.count) })
        counts["undefinedRoleBindings"] = undefined
        return counts
    }

    private func rules(of binding: KubernetesBinding, in namespace: String, isLenient: Bool) -> [KubernetesRule]? {
        guard binding.roleKind == "Role" else { return cluster.rules(of: binding, in: namespace) }
        let exact = KubernetesCluster.RoleKey(isCluster: false, namespace: namespace, name: binding.roleName)
        if !isLenient { return cluster.roles[exact]?.flatMap(\.role.rules) }
        return cluster.roles.filter { !$0.key.isCluster && $0.key.name == binding.roleName }
            .min { $0.key.namespace < $1.key.namespace }?.value.flatMap(\.role.rules)
    }
}
