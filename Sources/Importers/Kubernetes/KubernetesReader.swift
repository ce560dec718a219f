import Domain
import SecretScan
import YAML

/// Turns the documents of manifests into objects.
struct KubernetesReader {
    let path: String
    let scanner: ParameterScanner
    let options: ImportOptions

    /// The objects of a document: one, or those of a `List`; none where it is no object of Kubernetes.
    func objects(of document: YAMLNode) -> [KubernetesObject] {
        let kind = document["kind"]?.asStatedText ?? ""
        if kind.hasSuffix("List"), let items = document["items"]?.asList { return items.compactMap(object) }
        return object(document).map { [$0] } ?? []
    }

    private func object(_ node: YAMLNode) -> KubernetesObject? {
        guard let kind = node["kind"]?.asStatedText else { return nil }
        let metadata = node["metadata"]
        let apiVersion = node["apiVersion"]?.asStatedText ?? ""
        return KubernetesObject(
            kind: kind,
            apiVersion: apiVersion,
            name: metadata?["name"]?.asStatedText ?? metadata?["generateName"]?.asStatedText ?? "",
            namespace: metadata?["namespace"]?.asStatedText ?? "",
            labels: texts(metadata?["labels"]),
            annotations: texts(metadata?["annotations"]),
            path: path,
            line: node.line,
            body: body(node, kind: kind, apiVersion: apiVersion),
        )
    }

    private func body(_ node: YAMLNode, kind: String, apiVersion: String) -> KubernetesObject.Body {
        switch kind {
        case "ServiceAccount":
            .serviceAccount(
                KubernetesServiceAccount(
                    mountsToken: node["automountServiceAccountToken"]?.asBool,
                    secrets: names(node.elements(of: "secrets")),
                    pullSecrets: names(node.elements(of: "imagePullSecrets")),
                )
            )
        case "Role" where apiVersion.contains("rbac"): .role(role(node, isCluster: false))
        case "ClusterRole" where apiVersion.contains("rbac"): .role(role(node, isCluster: true))
        case "RoleBinding", "ClusterRoleBinding": .binding(binding(node, isCluster: kind == "ClusterRoleBinding"))
        case "Secret": .secret(secret(node))
        case "ConfigMap": .configuration(configured(node))
        case _ where KubernetesWorkload.kinds.contains(kind): .workload(workload(node, kind: kind))
        default: .other
        }
    }

    // MARK: - Access

    private func role(_ node: YAMLNode, isCluster: Bool) -> KubernetesRole {
        let rules = node.elements(of: "rules").enumerated().compactMap { index, rule -> KubernetesRule? in
            guard rule.asMap != nil else { return nil }
            func list(_ key: String) -> [String] { rule.elements(of: key).compactMap(\.asText) }
            // An absent list of groups is that of the core group here, as manifests found in the wild mean it.
            let groups = rule["apiGroups"] == nil ? [""] : list("apiGroups")
            return KubernetesRule(
                groups: groups,
                resources: list("resources"),
                verbs: list("verbs"),
                names: list("resourceNames"),
                paths: list("nonResourceURLs"),
                number: index + 1,
            )
        }
        let aggregation = node["aggregationRule"]
        let selectors = aggregation?.elements(of: "clusterRoleSelectors").map { texts($0["matchLabels"]) } ?? []
        return KubernetesRole(
            isCluster: isCluster,
            rules: rules,
            aggregates: selectors.filter { !$0.isEmpty },
            isAggregated: aggregation?.asMap != nil,
        )
    }

    private func binding(_ node: YAMLNode, isCluster: Bool) -> KubernetesBinding {
        let namespace = node["metadata"]?["namespace"]?.asStatedText ?? ""
        let subjects = node.elements(of: "subjects").filter { $0.asMap != nil }.map { subject in
            let kind = subject["kind"]?.asStatedText ?? ""
            let own = subject["namespace"]?.asStatedText ?? ""
            return KubernetesBinding.Subject(
                kind: kind,
                namespace: own.isEmpty && kind == "ServiceAccount" ? namespace : own,
                name: subject["name"]?.asStatedText ?? "",
            )
        }
        return KubernetesBinding(
            isCluster: isCluster,
            roleKind: node["roleRef"]?["kind"]?.asStatedText ?? "",
            roleName: node["roleRef"]?["name"]?.asStatedText ?? "",
            subjects: subjects,
        )
    }

    /// A secret's values become fingerprints here and are dropped.
    private func secret(_ node: YAMLNode) -> KubernetesSecret {
        var values: [String: Fingerprint?] = [:]
        for pair in node.entries(of: "data") {
            guard let text = pair.value.asStatedText else { continue }
            values[pair.key] = .some(
                options.fingerprint?(base64Decoded(text.filter { !$0.isWhitespace }) ?? Array(text.utf8))
            )
        }
        for pair in node.entries(of: "stringData") {
            guard let text = pair.value.asStatedText else { continue }
            values[pair.key] = .some(options.fingerprint?(Array(text.utf8)))
        }
        let tokenOf = node["metadata"]?["annotations"]?["kubernetes.io/service-account.name"]?.asStatedText
        return KubernetesSecret(type: node["type"]?.asStatedText ?? "Opaque", values: values, tokenOf: tokenOf)
    }

    /// The secrets in a ConfigMap's values, which whoever may look at the namespace may read.
    private func configured(_ node: YAMLNode) -> [LiteralSecret] {
        var finder = YAMLSecretFinder(
            scanner: scanner,
            fingerprint: options.fingerprint,
            code: [],
            isReference: { $0.contains("$(") && $0.hasSuffix(")") || $0.contains("${") },
        )
        return node.entries(of: "data").flatMap { finder.search($0.value, place: $0.key, name: $0.key) }
    }

    // MARK: - Workloads

    private func workload(_ node: YAMLNode, kind: String) -> KubernetesWorkload {
        var workload = KubernetesWorkload()
        if kind == "CronJob" {
            let zone = node["spec"]?["timeZone"]?.asStatedText.map { " (\($0))" } ?? ""
            workload.schedule = node["spec"]?["schedule"]?.asStatedText.map { $0 + zone }
            workload.active = !(node["spec"]?["suspend"]?.asBool ?? false)
        } else if let replicas = node["spec"]?["replicas"]?.asInt {
            workload.active = replicas > 0
        }
        guard let pod = KubernetesWorkload.podSpec(of: node, kind: kind) else { return workload }
        workload.isWhole = pod["containers"] != nil
        workload.serviceAccount =
            pod["serviceAccountName"]?.asStatedText ?? pod["serviceAccount"]?.asStatedText ?? ""
        workload.mountsToken = pod["automountServiceAccountToken"]?.asBool
        workload.pullSecrets = names(pod.elements(of: "imagePullSecrets"))
        workload.hostPowers = KubernetesHostPowers.of(pod: pod)
        let volumes = Self.volumes(of: pod)
        workload.secrets = Set(volumes.values.joined().map(\.name))
        var finder = YAMLSecretFinder(
            scanner: scanner,
            fingerprint: options.fingerprint,
            code: ["args", "command"],
            isReference: { $0.contains("$(") && $0.hasSuffix(")") },
        )
        for (key, start) in [("initContainers", "init/"), ("containers", ""), ("ephemeralContainers", "ephemeral/")] {
            for (index, container) in pod.elements(of: key).enumerated() where container.asMap != nil {
                let place = "\(key)[\(index)]"
                var secrets: [LiteralSecret] = []
                for part in ["env", "args", "command"] {
                    guard let node = container[part] else { continue }
                    secrets += finder.search(node, place: "\(place).\(part)", name: part)
                }
                workload.containers.append(
                    KubernetesWorkload.Container(
                        name: start + (container["name"]?.asStatedText ?? "\(index + 1)"),
                        image: container["image"]?.asStatedText ?? "",
                        secrets: Self.secrets(of: container, volumes: volumes),
                        powers: KubernetesHostPowers.of(container: container),
                        literalSecrets: secrets,
                    )
                )
            }
        }
        workload.secrets.formUnion(workload.containers.flatMap(\.secrets).map(\.name))
        var digest = YAMLDigest(secrets: finder.byPlace)
        digest.add(kind)
        if let spec = node["spec"] { digest.add(spec) }
        workload.contentHash = digest.hash
        return workload
    }

    /// Secrets by the name of the volume that holds them.
    private static func volumes(of pod: YAMLNode) -> [String: [KubernetesWorkload.SecretUse]] {
        var volumes: [String: [KubernetesWorkload.SecretUse]] = [:]
        for volume in pod.elements(of: "volumes") {
            var uses: [KubernetesWorkload.SecretUse] = []
            if let name = volume["secret"]?["secretName"]?.asStatedText {
                uses.append(KubernetesWorkload.SecretUse(name: name, way: "volume"))
            }
            for source in volume["projected"]?.elements(of: "sources") ?? [] {
                guard let name = source["secret"]?["name"]?.asStatedText else { continue }
                uses.append(KubernetesWorkload.SecretUse(name: name, way: "projected"))
            }
            for (driver, key) in [("csi", "nodePublishSecretRef"), ("flexVolume", "secretRef")] {
                guard let name = volume[driver]?[key]?["name"]?.asStatedText else { continue }
                uses.append(KubernetesWorkload.SecretUse(name: name, way: "volume"))
            }
            if !uses.isEmpty { volumes[volume["name"]?.asStatedText ?? "", default: []] += uses }
        }
        return volumes
    }

    private static func secrets(
        of container: YAMLNode,
        volumes: [String: [KubernetesWorkload.SecretUse]],
    ) -> [KubernetesWorkload.SecretUse] {
        var uses: [KubernetesWorkload.SecretUse] = []
        for variable in container.elements(of: "env") {
            guard let name = variable["valueFrom"]?["secretKeyRef"]?["name"]?.asStatedText else { continue }
            uses.append(KubernetesWorkload.SecretUse(name: name, way: "env"))
        }
        for source in container.elements(of: "envFrom") {
            guard let name = source["secretRef"]?["name"]?.asStatedText else { continue }
            uses.append(KubernetesWorkload.SecretUse(name: name, way: "envFrom"))
        }
        for mount in container.elements(of: "volumeMounts") {
            uses += mount["name"]?.asStatedText.flatMap { volumes[$0] } ?? []
        }
        var seen: Set<KubernetesWorkload.SecretUse> = []
        return uses.filter { seen.insert($0).inserted }
    }

    // MARK: - Parts

    private func texts(_ node: YAMLNode?) -> [String: String] {
        Dictionary((node?.asMap ?? []).compactMap { pair in pair.value.asText.map { (pair.key, $0) } }) { $1 }
    }

    private func names(_ elements: [YAMLNode]) -> [String] { elements.compactMap { $0["name"]?.asStatedText } }
}
