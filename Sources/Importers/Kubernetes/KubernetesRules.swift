import Domain

/// What a rule of a role amounts to, decided by the first line that fits.
///
/// A line has an id, API groups, resources, verbs, a class and words. It fits when the rule has one of its verbs on one of
/// its resources in one of its groups; `*` in the rule stands for everything, `*` in the line for anything.
///
/// Source: Kubernetes, "RBAC good practices", section on escalation; what the documentation names as ways to more rights.
struct KubernetesRules: Sendable {
    struct Line: Sendable {
        var id: String
        var groups: Set<String>
        var resources: Set<String>
        var verbs: Set<String>
        var identityClass: IdentityClass
        var action: ActionClass
        var words: String
    }

    let lines: [Line]

    static let known = KubernetesRules(table: table)

    init(table: String) {
        lines = table.split(separator: "\n").compactMap { text in
            let parts = text.split(separator: "|").map { String($0).withoutOuterBlanks }
            guard parts.count == 7, let identityClass = IdentityClass(rawValue: parts[4]) else { return nil }
            guard let action = ActionClass(rawValue: parts[5]) else { return nil }
            func list(_ text: String) -> Set<String> {
                Set(text.split(separator: " ").map { $0 == "core" ? "" : String($0) })
            }
            return Line(
                id: parts[0],
                groups: list(parts[1]),
                resources: list(parts[2]),
                verbs: list(parts[3]),
                identityClass: identityClass,
                action: action,
                words: parts[6],
            )
        }
    }

    /// The line that decides for a rule: of those that decide for each of its resources, the strongest.
    func line(for rule: KubernetesRule) -> Line? {
        if rule.grantsEverything { return lines.first { $0.id == "everything" } }
        guard rule.resources.count > 1 else { return line(forOne: rule) }
        let found = rule.resources.compactMap { resource -> Line? in
            var one = rule
            one.resources = [resource]
            return line(forOne: one)
        }
        // Of equals the first counts: `max` would give the last.
        return found.reversed().max { $0.identityClass < $1.identityClass }
    }

    private func line(forOne rule: KubernetesRule) -> Line? {
        lines.first { line in
            line.id != "everything" && fits(line.verbs, rule.verbs)
                && fits(line.resources, rule.resources, or: rule.paths)
                && fits(line.groups, rule.groups, or: rule.paths)
        }
    }

    // `paths` are those of the rule, which only lines for anything fit.
    private func fits(_ wanted: Set<String>, _ stated: [String], or paths: [String] = []) -> Bool {
        if wanted.contains("*") { return !stated.isEmpty || !paths.isEmpty }
        return stated.contains { $0 == "*" || wanted.contains($0) }
    }

    private static let table = """
        everything | * | * | * | privileged | admin | may do everything
        grants-itself | rbac.authorization.k8s.io | roles clusterroles | escalate | privileged | admin | writes roles that hold more than it has itself (`escalate`)
        binds-any-role | rbac.authorization.k8s.io | roles clusterroles | bind | privileged | admin | gives away roles that it does not hold (`bind`)
        impersonates | * | users groups serviceaccounts uids userextras | impersonate | privileged | admin | acts as others (`impersonate`)
        writes-access | rbac.authorization.k8s.io | roles clusterroles rolebindings clusterrolebindings | create update patch delete deletecollection | privileged | admin | changes who may do what
        makes-tokens | core | serviceaccounts/token | create | privileged | admin | makes tokens of service accounts
        reads-secrets | core | secrets | get list watch | privileged | read | reads secrets
        writes-secrets | core | secrets | create update patch | privileged | write | writes secrets; one of the type service-account-token becomes a token
        runs-in-pods | core | pods/exec pods/attach pods/ephemeralcontainers | create get update patch | privileged | admin | runs commands in pods of others
        commands-nodes | core | nodes/proxy | get create update patch delete | privileged | admin | runs commands on every pod of a node, past admission and audit
        starts-pods | core | pods replicationcontrollers | create update patch | privileged | write | starts pods under any service account of the namespace
        starts-workloads | apps batch extensions | deployments daemonsets statefulsets replicasets jobs cronjobs | create update patch | privileged | write | starts pods under any service account of the namespace
        approves-certificates | certificates.k8s.io | certificatesigningrequests/approval signers | update patch approve sign | privileged | admin | approves certificates, which prove any identity
        changes-admission | admissionregistration.k8s.io | mutatingwebhookconfigurations validatingwebhookconfigurations mutatingadmissionpolicies | create update patch delete | privileged | admin | reads and changes whatever others create
        mounts-nodes | core | persistentvolumes | create | privileged | write | mounts folders of nodes
        extends-the-api | apiregistration.k8s.io | apiservices | create update patch | privileged | admin | answers for parts of the API itself
        asks-for-reviews | authentication.k8s.io authorization.k8s.io | tokenreviews subjectaccessreviews localsubjectaccessreviews selfsubjectaccessreviews selfsubjectrulesreviews selfsubjectreviews | create | readOnly | read | asks who somebody is or what somebody may do
        any-verb | * | * | impossible | privileged | admin | has every verb, those to come among them
        deletes | * | * | delete deletecollection | changeCapable | write | deletes
        changes | * | * | create update patch | changeCapable | write | changes
        uses | * | * | use approve sign bind escalate impersonate | changeCapable | write | uses what others are kept from
        reads | * | * | get list watch | readOnly | read | reads
        """
}

extension KubernetesRule {
    var hasEveryVerb: Bool { verbs.contains("*") }

    /// Every verb on every resource of every group.
    var grantsEverything: Bool { hasEveryVerb && resources.contains("*") && groups.contains("*") }

    var readsSecrets: Bool {
        has(["get", "list", "watch"], in: verbs) && has(["secrets"], in: resources) && has([""], in: groups)
    }

    /// May write roles, give them away or act as others, beyond what it holds itself.
    var escalates: Bool {
        has(["escalate", "bind", "impersonate"], in: verbs)
            && has(
                [
                    "roles", "clusterroles", "rolebindings", "clusterrolebindings", "users", "groups",
                    "serviceaccounts",
                ],
                in: resources
            )
    }

    private func has(_ wanted: Set<String>, in stated: [String]) -> Bool {
        stated.contains { $0 == "*" || wanted.contains($0) }
    }
}
