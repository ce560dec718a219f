import Domain

/// Everything that the manifests of one source hold, found by name.
///
/// Manifests for kustomize leave namespaces out. Two names are the same object here when they are equal, and so are their
/// namespaces or one of them is left out: see `KubernetesName.mayBe`.
struct KubernetesCluster {
    struct RoleKey: Hashable {
        var isCluster: Bool
        var namespace: String
        var name: String
    }

    private(set) var serviceAccounts: [KubernetesName: (object: KubernetesObject, account: KubernetesServiceAccount)] =
        [:]
    private(set) var roles: [RoleKey: [(object: KubernetesObject, role: KubernetesRole)]] = [:]
    private(set) var bindings: [(object: KubernetesObject, binding: KubernetesBinding)] = []
    private(set) var workloads: [(object: KubernetesObject, workload: KubernetesWorkload)] = []
    private(set) var secrets: [(object: KubernetesObject, secret: KubernetesSecret)] = []
    /// ConfigMaps in which secrets stand.
    private(set) var configurations: [(object: KubernetesObject, secrets: [LiteralSecret])] = []
    private(set) var others = 0
    private var accountsByName: [String: [KubernetesName]] = [:]
    private var secretsByName: [String: [KubernetesName]] = [:]
    private var namespacedRoles: [String: [RoleKey]] = [:]
    /// Names of cluster roles by each of their labels, as `key=value`.
    private var clusterRolesByLabel: [String: [String]] = [:]

    init(_ objects: [KubernetesObject]) {
        for object in objects {
            switch object.body {
            case .serviceAccount(let account):
                if serviceAccounts.updateValue((object, account), forKey: object.place) == nil {
                    accountsByName[object.name, default: []].append(object.place)
                }
            case .role(let role):
                let namespace = role.isCluster ? "" : object.namespace
                let key = RoleKey(isCluster: role.isCluster, namespace: namespace, name: object.name)
                if roles[key] == nil, !role.isCluster { namespacedRoles[object.name, default: []].append(key) }
                roles[key, default: []].append((object, role))
                for label in object.labels where role.isCluster {
                    clusterRolesByLabel["\(label.key)=\(label.value)", default: []].append(object.name)
                }
            case .binding(let binding): bindings.append((object, binding))
            case .workload(let workload): workloads.append((object, workload))
            case .secret(let secret):
                secrets.append((object, secret))
                secretsByName[object.name, default: []].append(object.place)
            case .configuration(let found):
                others += 1
                if !found.isEmpty { configurations.append((object, found)) }
            case .other: others += 1
            }
        }
    }

    /// The declared account that a name means; the name itself where none or several may be meant.
    func account(_ name: KubernetesName) -> KubernetesName { declared(name, among: accountsByName[name.name] ?? []) }

    /// The declared secret that a name means; the name itself where none or several may be meant.
    func secret(_ name: KubernetesName) -> KubernetesName { declared(name, among: secretsByName[name.name] ?? []) }

    private func declared(_ name: KubernetesName, among names: [KubernetesName]) -> KubernetesName {
        if names.contains(name) { return name }
        let fitting = Set(names.filter(name.mayBe))
        return fitting.count == 1 ? fitting.first ?? name : name
    }

    // MARK: - Roles

    /// The rules that a binding gives: those of the role it names and, for an aggregated one, of the roles it gathers.
    ///
    /// - Returns: nil when the manifests do not hold the role and a cluster does not have it by itself.
    func rules(of binding: KubernetesBinding, in namespace: String) -> [KubernetesRule]? {
        if binding.roleKind == "ClusterRole" {
            let key = RoleKey(isCluster: true, namespace: "", name: binding.roleName)
            if let known = roles[key] { return rules(of: known, named: binding.roleName) }
            if let known = KubernetesBuiltInRoles.rules(of: binding.roleName) { return known }
            return KubernetesBuiltInRoles.isBuiltIn(binding.roleName) ? [] : nil
        }
        let wanted = KubernetesName(namespace: namespace, name: binding.roleName)
        let exact = RoleKey(isCluster: false, namespace: namespace, name: binding.roleName)
        if let known = roles[exact] { return known.flatMap(\.role.rules) }
        let fitting = (namespacedRoles[binding.roleName] ?? []).filter {
            wanted.mayBe(KubernetesName(namespace: $0.namespace, name: $0.name))
        }
        guard fitting.count == 1, let key = fitting.first, let known = roles[key] else { return nil }
        return known.flatMap(\.role.rules)
    }

    /// The rules of roles and of all that they gather, directly and through each other; each role counts once.
    private func rules(
        of known: [(object: KubernetesObject, role: KubernetesRole)],
        named name: String
    ) -> [KubernetesRule] {
        var rules: [KubernetesRule] = []
        var seen: Set<String> = [name]
        var waiting = [known]
        while let next = waiting.popLast() {
            rules += next.flatMap(\.role.rules)
            for selector in next.flatMap(\.role.aggregates) {
                for (name, gathered) in clusterRoles(fitting: selector) where seen.insert(name).inserted {
                    waiting.append(gathered)
                }
            }
        }
        return rules
    }

    /// Cluster roles that carry all labels of a selector.
    private func clusterRoles(
        fitting selector: [String: String]
    ) -> [(name: String, roles: [(object: KubernetesObject, role: KubernetesRole)])] {
        guard let first = selector.min(by: { $0.key < $1.key }) else { return [] }
        return (clusterRolesByLabel["\(first.key)=\(first.value)"] ?? []).compactMap { name in
            let roles = roles[RoleKey(isCluster: true, namespace: "", name: name)] ?? []
            let fitting = roles.filter { role in selector.allSatisfy { role.object.labels[$0.key] == $0.value } }
            return fitting.isEmpty ? nil : (name, fitting)
        }
    }
}
