import Domain
import YAML

/// Something that runs pods.
struct KubernetesWorkload: Sendable {
    /// Whether containers are named; without them it is a patch of another manifest.
    var isWhole = false
    /// As stated; empty for none, which means `default`.
    var serviceAccount = ""
    var mountsToken: Bool?
    var containers: [Container] = []
    /// Names of all secrets that its pods are handed, those for pulling images aside.
    var secrets: Set<String> = []
    var pullSecrets: [String] = []
    /// Why its pods are in charge of their node, in words; empty when they are not.
    var hostPowers: [String] = []
    var schedule: String?
    /// nil when the manifest does not say.
    var active: Bool?
    var contentHash: [UInt8] = []

    struct Container: Sendable {
        /// `init/name` for one that runs before the others.
        var name: String
        var image: String
        var secrets: [SecretUse]
        var powers: [String]
        var literalSecrets: [LiteralSecret]
    }

    /// A secret that is handed to a container.
    struct SecretUse: Sendable, Hashable {
        var name: String
        /// How: `env`, `envFrom`, `volume`, `projected`.
        var way: String
    }

    static let kinds: Set<String> = [
        "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "CronJob", "Pod", "ReplicationController",
    ]

    /// Where the pod's own description stands in each kind.
    static func podSpec(of object: YAMLNode, kind: String) -> YAMLNode? {
        switch kind {
        case "Pod": object["spec"]
        case "CronJob": object["spec"]?["jobTemplate"]?["spec"]?["template"]?["spec"]
        default: object["spec"]?["template"]?["spec"]
        }
    }
}
