import Domain
import Importers
import Testing

/// The only estate of manifests.
private func estate(_ files: [String: String], options: ImportOptions = ImportOptions()) async throws -> Estate {
    try await withFiles(files) { folder in
        var options = options
        options.name = options.name ?? "cluster"
        let estates = try await ImportRun(KubernetesImporter(), options: options).estates(at: folder)
        guard let estate = estates.first, estates.count == 1 else { throw NoSingleEstate(count: estates.count) }
        return estate
    }
}

/// A service account, a role of the given rules and the binding of both, in one namespace.
private func bound(_ rules: String, namespace: String = "shop") -> String {
    """
    apiVersion: v1
    kind: ServiceAccount
    metadata: {name: app, namespace: \(namespace)}
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: Role
    metadata: {name: does, namespace: \(namespace)}
    rules: \(rules)
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: RoleBinding
    metadata: {name: binds, namespace: \(namespace)}
    roleRef: {kind: Role, name: does}
    subjects: [{kind: ServiceAccount, name: app}]
    """
}

struct KubernetesTests {
    @Test("A service account holds the rights of its bindings, each with the way by which it came")
    func rights() async throws {
        let estate = try await estate([
            "a.yaml": bound("[{apiGroups: [apps], resources: [deployments], verbs: [get], resourceNames: [web]}]")
        ])
        let account = try #require(estate.principals.first)
        #expect(account.key == "shop/app")
        #expect(account.kind == .serviceAccount)
        #expect(account.path == "a.yaml")
        let right = try #require(account.rights.first)
        #expect(right.action == .read)
        #expect(right.operations == ["get"])
        #expect(right.resource == "shop: deployments.apps")
        #expect(right.via == "RoleBinding `binds` → Role `does`, rule 1")
        #expect(right.condition == "only `web`")
        #expect(right.effect.identityClass == .readOnly)
    }

    @Test(
        "What a rule amounts to is said by the strongest of its resources",
        arguments: [
            ("[''], resources: [secrets], verbs: [list]", "reads-secrets", .privileged),
            ("[''], resources: [configmaps, secrets], verbs: [get]", "reads-secrets", .privileged),
            ("[''], resources: [configmaps], verbs: [get]", "reads", .readOnly),
            ("[''], resources: [configmaps], verbs: [get, update]", "changes", .changeCapable),
            ("['*'], resources: ['*'], verbs: ['*']", "everything", .privileged),
            ("['*'], resources: ['*'], verbs: [get]", "reads-secrets", .privileged),
            ("[''], resources: [pods/exec], verbs: [create]", "runs-in-pods", .privileged),
            ("[''], resources: [pods], verbs: [create]", "starts-pods", .privileged),
            ("[apps], resources: [deployments], verbs: [patch]", "starts-workloads", .privileged),
            ("[batch], resources: [cronjobs], verbs: [create]", "starts-workloads", .privileged),
            ("[''], resources: [serviceaccounts/token], verbs: [create]", "makes-tokens", .privileged),
            ("[''], resources: [serviceaccounts], verbs: [impersonate]", "impersonates", .privileged),
            ("[rbac.authorization.k8s.io], resources: [clusterroles], verbs: [escalate]", "grants-itself", .privileged),
            ("[rbac.authorization.k8s.io], resources: [roles], verbs: [bind]", "binds-any-role", .privileged),
            ("[rbac.authorization.k8s.io], resources: [rolebindings], verbs: [create]", "writes-access", .privileged),
            ("[''], resources: [nodes/proxy], verbs: [get]", "commands-nodes", .privileged),
            ("[authentication.k8s.io], resources: [tokenreviews], verbs: [create]", "asks-for-reviews", .readOnly),
            (
                "[authentication.k8s.io, ''], resources: [tokenreviews, services], verbs: [create]", "changes",
                .changeCapable
            ),
            ("[shop.example.com], resources: [orders], verbs: ['*']", "any-verb", .privileged),
            ("[shop.example.com], resources: [orders], verbs: [approve-order]", nil, nil),
        ] as [(String, String?, IdentityClass?)]
    )
    func classes(rule: String, id: String?, expected: IdentityClass?) async throws {
        let estate = try await estate(["a.yaml": bound("[{apiGroups: \(rule)}]")])
        let right = try #require(estate.principals.first?.rights.first)
        #expect(right.effect.rule == id)
        #expect(right.effect.identityClass == expected)
    }

    @Test("Rules of aggregated roles are gathered by labels, and a circle of them ends")
    func aggregation() async throws {
        let estate = try await estate([
            "a.yaml": """
            {apiVersion: v1, kind: ServiceAccount, metadata: {name: app, namespace: x}}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: all, labels: {part: 'yes'}}
            aggregationRule: {clusterRoleSelectors: [{matchLabels: {part: 'yes'}}]}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: some, labels: {part: 'yes'}}
            aggregationRule: {clusterRoleSelectors: [{matchLabels: {part: 'yes'}}, {}]}
            rules: [{apiGroups: [''], resources: [secrets], verbs: [get]}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata: {name: b}
            roleRef: {kind: ClusterRole, name: all}
            subjects: [{kind: User, name: 'system:serviceaccount:x:app'}]
            """
        ])
        #expect(estate.principals.first?.rights.map(\.effect.rule) == ["reads-secrets"])
        #expect(estate.counts["aggregatedRoles"] == 2)
    }

    @Test("Many roles that gather each other end, and each counts once")
    func manyAggregations() async throws {
        var text = "{apiVersion: v1, kind: ServiceAccount, metadata: {name: app, namespace: x}}\n"
        for number in 0..<40 {
            text += """
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: r\(number), labels: {part: 'yes'}}
                aggregationRule: {clusterRoleSelectors: [{matchLabels: {part: 'yes'}}]}
                rules: [{apiGroups: [''], resources: [pods], verbs: [get]}]

                """
        }
        text += """
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata: {name: b}
            roleRef: {kind: ClusterRole, name: r0}
            subjects: [{kind: ServiceAccount, name: app, namespace: x}]
            """
        #expect(try await estate(["a.yaml": text]).principals.first?.rights.count == 40)
    }

    @Test("Groups of all service accounts reach each of them; other users and groups are principals of their own")
    func groups() async throws {
        let binding = """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata: {name: b}
            roleRef: {kind: ClusterRole, name: cluster-admin}
            subjects: [{kind: Group, name: 'system:serviceaccounts:x'}, {kind: User, name: ann}, {kind: Group, name: ops}]
            """
        let account = "{apiVersion: v1, kind: ServiceAccount, metadata: {name: app, namespace: NS}}\n---\n"
        let estate = try await estate([
            "a.yaml": account.replacing("NS", with: "x") + account.replacing("NS", with: "y") + binding
        ])
        let byKey = Dictionary(uniqueKeysWithValues: estate.principals.map { ($0.key, $0) })
        #expect(byKey["x/app"]?.rights.first?.effect.rule == "everything")
        #expect(byKey["x/app"]?.rights.first?.via.hasPrefix("Group `system:serviceaccounts:x`") == true)
        #expect(byKey["y/app"]?.rights.isEmpty == true)
        #expect(byKey["User:ann"]?.isPerson == true)
        #expect(byKey["Group:ops"]?.kind == .group)
        #expect(estate.trusts == [Trust(.assumes, from: "x/app", to: "*/*", condition: "does everything")])
    }

    @Test("A namespace that one side leaves out is no difference; two that are stated are")
    func namespaces() async throws {
        func found(_ account: String, _ subject: String) async throws -> [String: Int] {
            let estate = try await estate([
                "a.yaml": """
                {apiVersion: v1, kind: ServiceAccount, metadata: {name: app\(account)}}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata: {name: b}
                roleRef: {kind: ClusterRole, name: cluster-admin}
                subjects: [{kind: ServiceAccount, name: app\(subject)}]
                """
            ])
            return Dictionary(uniqueKeysWithValues: estate.principals.map { ($0.key, $0.rights.count) })
        }
        #expect(try await found("", ", namespace: x") == ["/app": 1])
        #expect(try await found(", namespace: x", "") == ["x/app": 1])
        #expect(try await found(", namespace: x", ", namespace: y") == ["x/app": 0, "y/app": 1])
    }

    @Test("A workload runs as its account, with the secrets of each container in every way they can be handed over")
    func workload() async throws {
        let estate = try await estate([
            "deploy/production/cron.yaml": """
            apiVersion: batch/v1
            kind: CronJob
            metadata: {name: sync, namespace: shop, labels: {team: orders}}
            spec:
              schedule: '*/5 * * * *'
              timeZone: Europe/Berlin
              suspend: true
              jobTemplate: {spec: {template: {spec: {
                serviceAccountName: app,
                imagePullSecrets: [{name: pull}],
                initContainers: [{name: setup, image: 'busybox:1'}],
                containers: [{
                  name: main, image: 'registry.example.com/sync@sha256:00',
                  env: [{name: A, valueFrom: {secretKeyRef: {name: by-env, key: a}}}],
                  envFrom: [{secretRef: {name: by-from}}],
                  volumeMounts: [{name: v}, {name: p}]}],
                volumes: [
                  {name: v, secret: {secretName: by-volume}},
                  {name: p, projected: {sources: [{secret: {name: by-projection}}]}},
                  {name: q, secret: {secretName: not-mounted}}]}}}}
            ---
            """ + "\n" + bound("[{apiGroups: [''], resources: [secrets], verbs: [get]}]")
        ])
        let workflow = try #require(estate.workflows.first)
        #expect(workflow.key == "CronJob/shop/sync")
        #expect(workflow.kind == .scheduledJob)
        #expect(workflow.active == false)
        #expect(workflow.environment == "production")
        #expect(workflow.owner == OwnerHint(kind: .team, text: "orders"))
        #expect(workflow.triggers.map(\.schedule) == ["*/5 * * * * (Europe/Berlin)"])
        #expect(workflow.steps.map(\.name) == ["init/setup", "main"])
        #expect(workflow.steps.map { $0.code?.isPinned } == [false, true])
        #expect(
            workflow.steps[1].credentials.map(\.name)
                == ["shop/by-env", "shop/by-from", "shop/by-volume", "shop/by-projection", "shop/pull"]
        )
        #expect(workflow.steps[0].credentials.map(\.name) == ["shop/pull"])
        #expect(workflow.steps[1].effect.identityClass == .privileged)
        #expect(workflow.steps[1].effect.reason.contains("RoleBinding `binds`"))
        #expect(estate.trusts == [Trust(.runsAs, from: "CronJob/shop/sync", to: "shop/app")])
        #expect(estate.counts["secretsReferenced"] == 5)
    }

    @Test(
        "A token that is not mounted gives nothing: the pod says so, else the account",
        arguments: [("", "", true), ("false", "", false), ("", "false", false), ("true", "false", true)]
    )
    func token(pod: String, account: String, isMounted: Bool) async throws {
        let mount = "automountServiceAccountToken: "
        let text = bound("[{apiGroups: [''], resources: [secrets], verbs: [get]}]")
            .replacing(
                "kind: ServiceAccount\n",
                with: "kind: ServiceAccount\n" + (account.isEmpty ? "" : mount + account + "\n")
            )
        let spec = "serviceAccount: app, containers: [{name: a}]" + (pod.isEmpty ? "" : ", " + mount + pod)
        let estate = try await estate([
            "a.yaml": text
                + "\n---\n{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop}, spec: {\(spec)}}\n"
        ])
        #expect(estate.workflows.first?.steps.first?.effect.identityClass == (isMounted ? .privileged : .readOnly))
        #expect(estate.trusts.first?.condition == (isMounted ? nil : "its token is not mounted"))
    }

    @Test(
        "A container that is in charge of its node is privileged",
        arguments: [
            "hostPID: true, containers: [{name: a}]", "hostNetwork: true, containers: [{name: a}]",
            "containers: [{name: a, securityContext: {privileged: true}}]",
            "containers: [{name: a, securityContext: {capabilities: {add: [SYS_ADMIN]}}}]",
            "containers: [{name: a}], volumes: [{name: v, hostPath: {path: /var/run/docker.sock}}]",
            "containers: [{name: a}], volumes: [{name: v, hostPath: {path: /}}]",
        ]
    )
    func host(spec: String) async throws {
        let pod = "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {\(spec)}}"
        let step = try #require(try await estate(["a.yaml": pod]).workflows.first?.steps.first)
        #expect(step.effect.identityClass == .privileged)
        #expect(step.effect.rule == "host-powers")
        let plain = "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: a}]}}"
        #expect(try await estate(["a.yaml": plain]).workflows.first?.steps.first?.effect.identityClass == .readOnly)
    }

    @Test("B2: a secret in a ConfigMap is found by its key, equal to the one it was copied from, and dropped")
    func configuration() async throws {
        var options = ImportOptions()
        options.fingerprint = { Fingerprint(hex: String($0.reduce(UInt64(7)) { $0 &* 31 &+ UInt64($1) }, radix: 16)) }
        let value = testSecret()
        let estate = try await estate(
            [
                "a.yaml": """
                {apiVersion: v1, kind: ConfigMap, metadata: {name: app, namespace: x}, data: {API_KEY: \(value), LOG_LEVEL: information}}
                ---
                {apiVersion: v1, kind: ConfigMap, metadata: {name: plain, namespace: x}, data: {mode: production-like}}
                ---
                {apiVersion: v1, kind: Secret, metadata: {name: one, namespace: x}, stringData: {a: \(value)}}
                """
            ],
            options: options
        )
        let byName = Dictionary(uniqueKeysWithValues: estate.credentials.map { ($0.reference.name ?? "", $0) })
        #expect(byName.keys.sorted() == ["x/app#API_KEY", "x/one"])
        #expect(byName["x/app#API_KEY"]?.reference.kind == "configMapKey")
        #expect(byName["x/app#API_KEY"]?.fingerprint == byName["x/one"]?.fingerprint)
        #expect(estate.remarks.map(\.line) == [1])
        #expect(estate.remarks.first?.reason.contains("`x/app` holds a secret under `API_KEY`") == true)
        #expect(estate.counts["otherObjects"] == 2)
        #expect(!"\(estate)".contains(value))
    }

    @Test("Values of secrets become fingerprints, equal ones equal, and are dropped")
    func secrets() async throws {
        var options = ImportOptions()
        options.fingerprint = { Fingerprint(hex: String($0.reduce(UInt64(7)) { $0 &* 31 &+ UInt64($1) }, radix: 16)) }
        let value = "v" + String(UInt64.random(in: .min ... .max), radix: 36)
        let estate = try await estate(
            [
                "a.yaml": """
                {apiVersion: v1, kind: Secret, metadata: {name: one, namespace: x}, stringData: {a: \(value)}}
                ---
                {apiVersion: v1, kind: Secret, metadata: {name: two, namespace: x}, stringData: {a: \(value), b: z\(value)}}
                ---
                {apiVersion: v1, kind: Secret, metadata: {name: three, namespace: x}, data: {a: 'aGVsbG8='}}
                ---
                {apiVersion: v1, kind: Secret, metadata: {name: four, namespace: x}, data: {a: ''}, type: kubernetes.io/tls}
                """
            ],
            options: options
        )
        let byName = Dictionary(uniqueKeysWithValues: estate.credentials.map { ($0.reference.name ?? "", $0) })
        #expect(byName["x/one"]?.fingerprint != nil)
        #expect(byName["x/one"]?.fingerprint == byName["x/two#a"]?.fingerprint)
        #expect(byName["x/two"]?.fingerprint == nil)
        #expect(byName["x/three"]?.fingerprint == options.fingerprint?(Array("hello".utf8)))
        #expect(byName["x/four"]?.fingerprint == nil)
        #expect(estate.counts["secretObjects"] == 4)
        #expect(estate.counts["secretsWithValues"] == 3)
        #expect(!"\(estate)".contains(value))
    }

    @Test("Annotations for identities of clouds are trusts, and a token secret belongs to its account")
    func clouds() async throws {
        let estate = try await estate([
            "a.yaml": """
            apiVersion: v1
            kind: ServiceAccount
            metadata:
              name: app
              namespace: x
              annotations:
                eks.amazonaws.com/role-arn: arn:aws:iam::123456789012:role/app
                iam.gke.io/gcp-service-account: app@p.iam.gserviceaccount.com
                azure.workload.identity/client-id: 00000000-0000-0000-0000-000000000000
            ---
            apiVersion: v1
            kind: Secret
            type: kubernetes.io/service-account-token
            metadata: {name: t, namespace: x, annotations: {kubernetes.io/service-account.name: app}}
            """
        ])
        #expect(estate.trusts.map(\.condition) == ["AWS", "Google", "Azure"])
        #expect(estate.trusts.allSatisfy { $0.kind == .federates && $0.from == "x/app" })
        #expect(estate.trusts.first?.to == "arn:aws:iam::123456789012:role/app")
        #expect(estate.principals.first?.credentials.map(\.name) == ["x/t"])
    }

    @Test("Lists and the dump of a cluster as JSON are read, other kinds counted, patches are no workflows")
    func forms() async throws {
        let item = #"{"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "a", "namespace": "x"}}"#
        let estate = try await estate([
            "list.yaml": "apiVersion: v1\nkind: List\nitems: [\(item), 3, {kind: Service, metadata: {name: s}}]\n",
            "dump.json":
                "{\"apiVersion\": \"v1\", \"kind\": \"List\",\n\t\"items\": [\(item.replacing("\"a\"", with: "\"b\""))]}",
            "patch.yaml":
                "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\nspec: {template: {spec: {volumes: []}}}\n",
            "odd.yaml":
                "kind: Role\nmetadata: 3\nrules: 7\n---\nkind: Pod\nspec: [1]\n---\nkind: RoleBinding\nsubjects: {a: b}\n",
            "values.yaml": "replicas: 3\n",
        ])
        #expect(estate.principals.map(\.key) == ["x/a", "x/b"])
        #expect(estate.counts["documents"] == 7)
        #expect(estate.counts["otherObjects"] == 2)
        #expect(estate.counts["workloads"] == 2)
        #expect(estate.workflows.isEmpty)
        #expect(estate.counts["otherFiles"] == 1)
        #expect(estate.rejected.isEmpty)
    }

    @Test("A broken document is rejected by place and takes no other with it; templates are told to be rendered")
    func broken() async throws {
        let account = "{apiVersion: v1, kind: ServiceAccount, metadata: {name: a, namespace: x}}\n"
        let estate = try await estate([
            "mixed.yaml": account + "---\nkind: [\n---\n" + account.replacing("name: a,", with: "name: b,"),
            "chart.yaml": "apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ .Values.name }}\n",
            "bad.yaml": "a: b: c\n",
        ])
        #expect(estate.principals.map(\.key) == ["x/a", "x/b"])
        #expect(estate.rejected.map(\.path) == ["bad.yaml", "chart.yaml", "mixed.yaml"])
        #expect(estate.rejected.map(\.line) == [1, 4, 4])
        #expect(estate.rejected[1].reason.contains("helm template"))
        #expect(estate.counts["rejected"] == 3)
        #expect(estate.counts["files"] == 3)
    }

    @Test("A binding of a role that nobody states is remarked, one of a built-in role is known")
    func undefined() async throws {
        let text = bound("[]").replacing("{kind: Role, name: does}", with: "{kind: ClusterRole, name: NAME}")
        let unknown = try await estate(["a.yaml": text.replacing("NAME", with: "nowhere")])
        #expect(unknown.remarks.first?.reason.contains("`nowhere`") == true)
        #expect(unknown.counts["undefinedRoleBindings"] == 1)
        let edit = try await estate(["a.yaml": text.replacing("NAME", with: "edit")])
        #expect(edit.principals.first?.rights.first?.effect.identityClass == .privileged)
        #expect(edit.remarks.isEmpty)
        #expect(edit.counts["undefinedRoleBindings"] == 0)
    }
}
