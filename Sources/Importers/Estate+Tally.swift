package import Domain

extension Estate {
    /// The counts of the import interface that follow from what was found; those of files are added by the import.
    package func tally() -> [String: Int] {
        var counts: [String: Int] = [:]
        var users: [String: Int] = [:]
        var clones: [String: Int] = [:]
        for name in Self.countNames { counts[name] = 0 }
        func add(_ name: String, _ number: Int = 1) { counts[name, default: 0] += number }
        for workflow in workflows {
            add("workflows")
            add(workflow.active.map { $0 ? "active" : "inactive" } ?? "activeUnknown")
            add("steps", workflow.steps.count)
            var own: Set<String> = []
            for step in workflow.steps {
                add("credentialReferences", step.credentials.count)
                for reference in step.credentials { own.insert(reference.key) }
                add("literalSecrets", step.literalSecrets.count)
            }
            for key in own { users[key, default: 0] += 1 }
            for trigger in workflow.triggers {
                if trigger.kind == .schedule { add("schedules") }
                guard trigger.kind == .webhook else { continue }
                add("webhooks")
                if trigger.callback?.authentication == nil { add("unauthenticatedWebhooks") }
            }
            if let key = workflow.cloneKey { clones[key, default: 0] += 1 }
        }
        add("credentials", users.count)
        add("sharedCredentials", users.values.count { $0 > 1 })
        add("cloneGroups", clones.values.count { $0 > 1 })
        add("clonedWorkflows", clones.values.filter { $0 > 1 }.reduce(0, +))
        let declared = credentials.filter(\.declared)
        add("declaredCredentials", declared.count)
        add("unusedCredentials", declared.count { users[$0.key] == nil })
        // Where a source declares none, a missing declaration says nothing.
        if !declared.isEmpty { add("undeclaredCredentials", credentials.count { !$0.declared }) }
        return counts
    }

    /// Every count that is always there, zero included.
    private static let countNames = [
        "files", "workflows", "rejected", "steps", "credentialReferences", "credentials", "sharedCredentials",
        "cloneGroups", "clonedWorkflows", "webhooks", "unauthenticatedWebhooks", "schedules", "active", "inactive",
        "activeUnknown", "literalSecrets", "declaredCredentials", "unusedCredentials", "undeclaredCredentials",
    ]
}
