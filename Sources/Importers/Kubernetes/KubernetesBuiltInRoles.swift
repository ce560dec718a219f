/// The roles that every cluster has and no manifest states, as far as they matter for what a holder may do.
///
/// Source: Kubernetes, "Using RBAC authorization", section on default roles.
enum KubernetesBuiltInRoles {
    /// The rules of a built-in cluster role; nil for any other, and for those of the control plane itself.
    static func rules(of name: String) -> [KubernetesRule]? {
        switch name {
        case "cluster-admin": rules([("*", "*", "*")])
        case "admin":
            rules(
                editing + [
                    ("rbac.authorization.k8s.io", "roles rolebindings", "create delete get list patch update watch")
                ]
            )
        case "edit": rules(editing)
        case "view": rules([("core", "pods services configmaps serviceaccounts endpoints events", "get list watch")])
        case "system:auth-delegator":
            rules([
                ("authentication.k8s.io", "tokenreviews", "create"),
                ("authorization.k8s.io", "subjectaccessreviews", "create"),
            ])
        default: nil
        }
    }

    /// Whether a role that no manifest holds is one that a cluster has by itself.
    static func isBuiltIn(_ name: String) -> Bool {
        ["cluster-admin", "admin", "edit", "view"].contains(name) || name.hasPrefix("system:")
    }

    private static let editing = [
        (
            "core", "pods services configmaps persistentvolumeclaims replicationcontrollers",
            "create delete get list patch update watch"
        ),
        ("core", "secrets", "create delete get list patch update watch"),
        ("core", "pods/exec pods/attach pods/portforward pods/proxy services/proxy", "create get list watch"),
        ("core", "serviceaccounts", "create delete get impersonate list patch update watch"),
        ("core", "serviceaccounts/token", "create"),
        ("apps", "deployments daemonsets replicasets statefulsets", "create delete get list patch update watch"),
        ("batch", "jobs cronjobs", "create delete get list patch update watch"),
    ]

    private static func rules(_ lines: [(groups: String, resources: String, verbs: String)]) -> [KubernetesRule] {
        func list(_ text: String) -> [String] { text.split(separator: " ").map { $0 == "core" ? "" : String($0) } }
        return lines.enumerated().map { index, line in
            KubernetesRule(
                groups: list(line.groups),
                resources: list(line.resources),
                verbs: list(line.verbs),
                names: [],
                paths: [],
                number: index + 1,
            )
        }
    }
}
