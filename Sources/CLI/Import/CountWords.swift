/// The counts of an import in words, in the order in which they matter; what is zero is left out.
enum CountWords {
    /// A count with the counts that say more of the same things.
    private struct Entry {
        let name: String
        let one: String
        let many: String
        let parts: [(name: String, words: String)]

        init(_ name: String, _ one: String, _ many: String? = nil, _ parts: (String, String)...) {
            self.name = name
            self.one = one
            self.many = many ?? one + "s"
            self.parts = parts.map { (name: $0.0, words: $0.1) }
        }
    }

    /// For example `5 workflows, 31 steps, 4 credentials (1 shared)`; empty when all are zero.
    static func text(_ counts: [String: Int]) -> String {
        entries.compactMap { entry in
            guard let count = counts[entry.name], count > 0 else { return nil }
            let parts = entry.parts.compactMap { part in
                counts[part.name].flatMap { $0 > 0 ? "\($0) \(part.words)" : nil }
            }
            let inside = parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
            return "\(count) \(count == 1 ? entry.one : entry.many)\(inside)"
        }
        .joined(separator: ", ")
    }

    private static let entries = [
        Entry(
            "workflows",
            "workflow",
            nil,
            ("active", "active"),
            ("inactive", "inactive"),
            ("writePermissionWorkflows", "with a write permission"),
            ("pullRequestTargetWorkflows", "on pull_request_target"),
            ("idTokenWorkflows", "with an identity token"),
        ),
        Entry("jobs", "job"),
        Entry("actions", "action"),
        Entry("steps", "step"),
        Entry("unpinnedUses", "use of code that is not pinned", "uses of code that is not pinned"),
        Entry("users", "user", nil, ("adminUsers", "admin")),
        Entry("groups", "group"),
        Entry("roles", "role", nil, ("adminRoles", "admin")),
        Entry(
            "serviceAccounts",
            "service account",
            nil,
            ("adminServiceAccounts", "admin"),
            ("escalatingServiceAccounts", "can escalate"),
            ("sharedServiceAccounts", "shared"),
        ),
        Entry("oauthApps", "OAuth app"),
        Entry("apiTokens", "API token"),
        Entry("certificates", "certificate"),
        Entry("connectors", "connector"),
        Entry("vendorManaged", "vendor-managed connector"),
        Entry("agents", "agent"),
        Entry("bindings", "binding"),
        Entry("workloads", "workload"),
        Entry("configNodes", "config node", nil, ("sharedConfigNodes", "shared")),
        Entry("connections", "connection", nil, ("sharedConnections", "shared")),
        Entry("credentials", "credential", nil, ("sharedCredentials", "shared"), ("unusedCredentials", "unused")),
        Entry(
            "secretReferences",
            "reference to a secret",
            "references to secrets",
            ("sharedSecrets", "shared secrets")
        ),
        Entry("webhooks", "webhook", nil, ("unauthenticatedWebhooks", "open to anyone")),
        Entry("callbacks", "callback", nil, ("sharedCallbacks", "shared")),
        Entry("schedules", "schedule"),
        Entry("literalSecrets", "secret in plain sight", "secrets in plain sight"),
        Entry("cloneGroups", "group of clones", "groups of clones", ("clonedWorkflows", "workflows in them")),
        Entry("otherFiles", "file of another kind", "files of other kinds"),
    ]
}
