extension Workflow {
    /// What matters for security in the step from `old` to this definition, one sentence each, in a fixed order.
    ///
    /// Layout, notes and wording of a step do not appear: only what it reaches, with what, how it is started, by whom it
    /// is owned and whether it runs.
    package func changes(since old: Workflow) -> [String] {
        var changes: [String] = []
        if old.name != name { changes.append("renamed from `\(old.name)`") }
        if old.active != active, let active { changes.append(active ? "activated" : "deactivated") }
        if !old.archived, archived { changes.append("archived") }
        if old.owner != owner {
            changes.append("owner changed from `\(old.owner?.text ?? "nobody")` to `\(owner?.text ?? "nobody")`")
        }
        if old.environment != environment {
            changes.append("environment changed from `\(old.environment ?? "none")` to `\(environment ?? "none")`")
        }
        let parts: [(String, (Workflow) -> Set<String>)] = [
            ("connector", { Set($0.actingSteps.map(\.connector)) }),
            ("operation", { Set($0.steps.compactMap(\.verb)) }),
            (
                "credential",
                { Set($0.steps.flatMap { step in step.credentials.map { "\($0.label) on \(step.name)" } }) }
            ),
            ("target", { Set($0.steps.compactMap(\.target)) }),
            ("callback", { Set($0.triggers.compactMap { $0.callback?.label }) }),
            ("trigger", { Set($0.otherTriggers) }),
            ("schedule", { Set($0.triggers.compactMap(\.schedule)) }),
            ("called workflow", { Set($0.calls) }),
            ("code", { Set($0.steps.compactMap(\.code).map { "\($0.name)@\($0.version ?? "newest")" }) }),
            (
                "secret in parameters",
                { Set($0.steps.flatMap { step in step.literalSecrets.map { "\(step.name): \($0.place)" } }) }
            ),
        ]
        for (name, values) in parts {
            let before = values(old)
            let after = values(self)
            changes += after.subtracting(before).sorted().map { "new \(name) `\($0)`" }
            changes += before.subtracting(after).sorted().map { "\(name) `\($0)` is gone" }
        }
        return changes
    }
}

extension Workflow {
    /// Steps that are no trigger.
    private var actingSteps: [Step] {
        let triggers = Set(triggers.map(\.step))
        return steps.filter { !triggers.contains($0.name) }
    }

    /// What starts it besides callbacks and schedules, which are compared by themselves.
    private var otherTriggers: [String] {
        let connectors = Dictionary(steps.map { ($0.name, $0.connector) }) { first, _ in first }
        return triggers.filter { $0.callback == nil && $0.schedule == nil }.map {
            "\(connectors[$0.step] ?? $0.step) (\($0.kind.rawValue))"
        }
    }
}

extension Step {
    /// Connector, resource and operation in one, for example `n8n-nodes-base.slack message post`; nil without operation.
    fileprivate var verb: String? {
        guard let operation else { return nil }
        return [connector, resource, operation].compactMap(\.self).joined(separator: " ")
    }
}

extension CredentialReference {
    var label: String { [kind, name, id.map { "(\($0))" }].compactMap(\.self).joined(separator: " ") }
}

extension Callback {
    fileprivate var label: String {
        "\(methods.joined(separator: ",")) \(path) (\(authentication ?? "no authentication"))"
    }
}
