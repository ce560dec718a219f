import YAML

/// What puts a pod in charge of the node that it runs on.
///
/// Source: the Baseline profile of the Pod Security Standards of Kubernetes, and what it forbids.
enum KubernetesHostPowers {
    static func of(pod: YAMLNode) -> [String] {
        var powers: [String] = []
        for key in ["hostPID", "hostNetwork", "hostIPC"] where pod[key]?.asBool == true { powers.append("`\(key)`") }
        for volume in pod.elements(of: "volumes") {
            guard let path = volume["hostPath"]?["path"]?.asStatedText, isSensitive(path) else { continue }
            powers.append("the node's `\(path)`")
        }
        return powers
    }

    static func of(container: YAMLNode) -> [String] {
        let context = container["securityContext"]
        var powers: [String] = []
        if context?["privileged"]?.asBool == true { powers.append("`privileged`") }
        let added = context?["capabilities"]?.elements(of: "add").compactMap(\.asText) ?? []
        powers += added.filter(strongCapabilities.contains).map { "capability `\($0)`" }
        return powers
    }

    /// Whether a path of the node gives control over it, or over what runs there.
    private static func isSensitive(_ path: String) -> Bool {
        let strong = [
            "/etc", "/root", "/var/run", "/run", "/var/lib/kubelet", "/var/lib/docker", "/proc", "/sys", "/dev",
        ]
        return path == "/" || strong.contains { path == $0 || path.hasPrefix($0 + "/docker") || path == $0 + "/" }
            || path.hasSuffix(".sock")
    }

    private static let strongCapabilities: Set<String> = [
        "ALL", "SYS_ADMIN", "SYS_PTRACE", "SYS_MODULE", "SYS_RAWIO", "DAC_READ_SEARCH", "BPF", "NET_ADMIN",
        "CAP_SYS_ADMIN",
    ]
}
