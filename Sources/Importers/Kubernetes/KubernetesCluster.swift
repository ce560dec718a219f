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
    private(set) var others = 0
    private var accountsByName: [String: [KubernetesName]] = [:]
    private var secretsByName: [String: [KubernetesName]] = [:]
    private var namespacedRoles: [String: [RoleKey]] = [:]

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
            case .binding(let binding): bindings.append((object, binding))
            case .workload(let workload): workloads.append((object, workload))
            case .secret(let secret):
                secrets.append((object, secret))
                secretsByName[object.name, default: []].append(object.place)
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
            if let known = roles[key] { return rules(of: known, path: [binding.roleName]) }
            if let known = KubernetesBuiltInRoles.rules(of: binding.roleName) { return known }
            return KubernetesBuiltInRoles.isBuiltIn(binding.roleName) ? [] : nil
        }
        let wanted = KubernetesName(namespace: namespace, name: binding.roleName)
        let exact = RoleKey(isCluster: false, namespace: namespace, name: binding.roleName)
        if let known = roles[exact] { return rules(of: known, path: []) }
        let fitting = (namespacedRoles[binding.roleName] ?? []).filter {
            wanted.mayBe(KubernetesName(namespace: $0.namespace, name: $0.name))
        }
        guard fitting.count == 1, let key = fitting.first, let known = roles[key] else { return nil }
        return rules(of: known, path: [])
    }

    // `path` holds the names of aggregated roles on the way, so that a circle of them ends.
    private func rules(of known: [(object: KubernetesObject, role: KubernetesRole)], path: [String]) -> [KubernetesRule]
    {
        var rules = known.flatMap(\.role.rules)
        for selector in known.flatMap(\.role.aggregates) {
            for (key, gathered) in roles.sorted(by: { $0.key.name < $1.key.name })
            where key.isCluster && !path.contains(key.name) {
                let fitting = gathered.filter { role in selector.allSatisfy { role.object.labels[$0.key] == $0.value } }
                if !fitting.isEmpty { rules += self.rules(of: fitting, path: path + [key.name]) }
            }
        }
        return rules
    }
}
