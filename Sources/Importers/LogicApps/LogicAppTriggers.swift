import Domain

/// What starts a workflow.
enum LogicAppTriggers {
    /// The trigger of that name.
    ///
    /// A request trigger of kind `Http`, which is the default, has a public address with a signature in it. Those of kinds
    /// `Button`, `PowerApp` and their like are started by the platform's own front ends.
    ///
    /// - Parameters:
    ///   - name: Its name in the definition.
    ///   - trigger: Its object.
    ///   - workflow: Name of the workflow, which is part of the address.
    ///   - access: `accessControl.triggers` of the workflow; nil for none.
    /// - Returns: The trigger; an event where its type is not known.
    static func trigger(_ name: String, of trigger: JSONValue, workflow: String, access: JSONValue?) -> Trigger {
        let type = trigger["type"]?.string?.lowercased() ?? ""
        let inputs = trigger["inputs"]
        let kind = (trigger["kind"]?.string ?? "Http").lowercased()
        switch type {
        case "request" where kind == "http":
            return Trigger(
                kind: .webhook,
                step: name,
                callback: callback(name, inputs, workflow: workflow, access: access)
            )
        case "request" where ["button", "powerapp", "powerappv2", "skills"].contains(kind):
            return Trigger(kind: .manual, step: name)
        case "manual": return Trigger(kind: .manual, step: name)
        case "recurrence", "slidingwindow":
            return Trigger(kind: .schedule, step: name, schedule: schedule(trigger["recurrence"]))
        case "httpwebhook":
            // The workflow hands its own address, with the signature in it, to somebody else.
            let path = "workflows/\(workflow)/triggers/\(name)/paths/invoke"
            return Trigger(
                kind: .event,
                step: name,
                callback: Callback(methods: ["POST"], path: path, authentication: "signature in the address")
            )
        default:
            // Polling by a connector has a rhythm and is no schedule of the author's own.
            return Trigger(kind: .event, step: name, schedule: schedule(trigger["recurrence"]))
        }
    }

    private static func callback(_ name: String, _ inputs: JSONValue?, workflow: String, access: JSONValue?) -> Callback
    {
        var path = "workflows/\(workflow)/triggers/\(name)/paths/invoke"
        if let relative = inputs?["relativePath"]?.string, !relative.isEmpty {
            path += relative.hasPrefix("/") ? relative : "/" + relative
        }
        let method = inputs?["method"]?.string.flatMap { $0.isEmpty ? nil : $0.uppercased() } ?? "POST"
        return Callback(methods: [method], path: path, authentication: authentication(inputs, access: access))
    }

    /// Whoever has the address may call, unless the workflow asks for a token.
    private static func authentication(_ inputs: JSONValue?, access: JSONValue?) -> String {
        switch inputs?["triggerAuthenticationType"]?.string?.lowercased() {
        case "tenant": return "token of the tenant"
        case "specificusers", "specific": return "token of named users"
        default: break
        }
        let policies = access?["openAuthenticationPolicies"]?["policies"]
        let hasPolicy = policies.map { $0.members.contains { _ in true } } ?? false
        let takesSignature = access?["sasAuthenticationPolicy"]?["state"]?.string?.lowercased() != "disabled"
        switch (hasPolicy, takesSignature) {
        case (true, false): return "token by policy"
        case (true, true): return "signature in the address, or token by policy"
        default: return "signature in the address"
        }
    }

    /// Interval, start and hours in one line: `frequency=Day interval=1 hours=6`.
    static func schedule(_ recurrence: JSONValue?) -> String? {
        guard let recurrence, recurrence.isObject else { return nil }
        var parts: [String] = []
        func add(_ object: JSONValue) {
            for (name, value) in object.members {
                let name = name.string ?? ""
                if value.isObject {
                    add(value)
                } else if value.isArray {
                    parts.append("\(name)=\(value.elements.compactMap(\.scalarText).joined(separator: ","))")
                } else if !value.isNull, let text = value.scalarText {
                    parts.append("\(name)=\(text)")
                }
            }
        }
        add(recurrence)
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}
