import Domain
import YAML

/// One object of a cluster, as a manifest states it.
struct KubernetesObject: Sendable {
    var kind: String
    var apiVersion: String
    var name: String
    /// Empty where the manifest leaves it out.
    var namespace: String
    var labels: [String: String]
    var annotations: [String: String]
    /// Path of the file, from the root of the import, and the line the object begins on.
    var path: String
    var line: Int
    var body: Body

    enum Body: Sendable {
        case serviceAccount(KubernetesServiceAccount)
        case role(KubernetesRole)
        case binding(KubernetesBinding)
        case workload(KubernetesWorkload)
        case secret(KubernetesSecret)
        /// A ConfigMap with the secrets that stand in it, though it is no place for any.
        case configuration([LiteralSecret])
        /// Of a kind that says nothing of access.
        case other
    }

    /// Namespace and name, which tell objects of one kind apart; `/name` where no namespace is given.
    var place: KubernetesName { KubernetesName(namespace: namespace, name: name) }
}

/// Name of an object in its namespace, which is empty where a manifest leaves it out.
struct KubernetesName: Sendable, Hashable, Comparable, CustomStringConvertible {
    var namespace: String
    var name: String

    var description: String { "\(namespace)/\(name)" }

    /// Whether both may be the same object: names are equal, and so are the namespaces where both are given.
    func mayBe(_ other: KubernetesName) -> Bool {
        name == other.name && (namespace == other.namespace || namespace.isEmpty || other.namespace.isEmpty)
    }

    static func < (left: Self, right: Self) -> Bool { (left.namespace, left.name) < (right.namespace, right.name) }
}

struct KubernetesServiceAccount: Sendable {
    /// Whether pods get its token, where it says so.
    var mountsToken: Bool?
    var secrets: [String]
    var pullSecrets: [String]
}

struct KubernetesRole: Sendable {
    /// Of the whole cluster, and not of a namespace.
    var isCluster: Bool
    var rules: [KubernetesRule]
    /// Labels that select the roles whose rules it takes over; one map a selector.
    var aggregates: [[String: String]]
    var isAggregated: Bool
}

/// A rule of a role: verbs on resources.
struct KubernetesRule: Sendable, Hashable {
    var groups: [String]
    var resources: [String]
    var verbs: [String]
    /// Names it is limited to; empty for all.
    var names: [String]
    /// Paths that are no resources, such as `/metrics`.
    var paths: [String]
    /// Counted from 1, within its role.
    var number: Int
}

struct KubernetesBinding: Sendable {
    var isCluster: Bool
    var roleKind: String
    var roleName: String
    var subjects: [Subject]

    struct Subject: Sendable, Hashable {
        var kind: String
        var namespace: String
        var name: String
    }
}

struct KubernetesSecret: Sendable {
    var type: String
    /// Fingerprints of its values by key, empty values left out; nil where none are kept.
    var values: [String: Fingerprint?]
    /// The service account that it is a token of.
    var tokenOf: String?
}
