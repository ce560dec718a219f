import Domain

/// What starts an n8n workflow.
enum N8nTriggers {
    /// The trigger that a node is; nil when it is none.
    ///
    /// Webhooks are the nodes of type `webhook`. Forms, public chats and servers of tools can be called from outside too:
    /// they are events with a callback.
    static func trigger(of node: JSONValue, type: String, step: String) -> Trigger? {
        let connector = ConnectorName(type)
        guard connector.isTrigger else { return nil }
        let parameters = node["parameters"]
        switch connector.short {
        case "webhook" where type == "n8n-nodes-base.webhook":
            return Trigger(kind: .webhook, step: step, callback: callback(of: node, parameters))
        case "scheduleTrigger", "cron", "interval":
            return Trigger(kind: .schedule, step: step, schedule: schedule(connector.short, parameters))
        case "manualTrigger", "start", "executeWorkflowTrigger", "errorTrigger", "manualChatTrigger",
            "evaluationTrigger":
            return Trigger(kind: .manual, step: step)
        case "formTrigger":
            return Trigger(kind: .event, step: step, callback: page(of: node, parameters, prefix: "form/"))
        case "chatTrigger" where parameters?["public"]?.bool ?? false:
            return Trigger(kind: .event, step: step, callback: page(of: node, parameters, suffix: "/chat"))
        case "mcpTrigger":
            return Trigger(kind: .event, step: step, callback: page(of: node, parameters, prefix: "mcp/"))
        default:
            return Trigger(kind: .event, step: step)
        }
    }

    private static func callback(of node: JSONValue, _ parameters: JSONValue?) -> Callback {
        var methods: [String] = []
        let stated = parameters?["httpMethod"]
        if let list = stated, list.isArray {
            methods = list.elements.compactMap { $0.string?.uppercased() }
        } else if let method = stated?.string, !method.isEmpty {
            methods = [method.uppercased()]
        }
        if methods.isEmpty { methods = ["GET"] }
        return Callback(
            methods: methods.sorted(),
            path: path(of: node, parameters),
            authentication: authentication(parameters)
        )
    }

    private static func page(
        of node: JSONValue,
        _ parameters: JSONValue?,
        prefix: String = "",
        suffix: String = "",
    ) -> Callback {
        let path = prefix + path(of: node, parameters) + suffix
        return Callback(methods: ["GET", "POST"], path: path, authentication: authentication(parameters))
    }

    /// The path as stated; without one n8n takes the webhook's id.
    private static func path(of node: JSONValue, _ parameters: JSONValue?) -> String {
        if let path = parameters?["path"]?.scalarText, !path.isEmpty { return path }
        return node["webhookId"]?.scalarText ?? ""
    }

    private static func authentication(_ parameters: JSONValue?) -> String? {
        guard let text = parameters?["authentication"]?.string, !text.isEmpty, text != "none" else { return nil }
        return text
    }

    /// The schedule in one line: a cron expression as it stands, else the stated parts in the order of the file.
    private static func schedule(_ connector: String, _ parameters: JSONValue?) -> String? {
        let stated: JSONValue? =
            switch connector {
            case "scheduleTrigger": parameters?["rule"]?["interval"]
            case "cron": parameters?["triggerTimes"]?["item"]
            default: parameters
            }
        guard let stated else { return nil }
        let rules = stated.isArray ? Array(stated.elements) : [stated]
        let lines = rules.map { rule in
            if let expression = (rule["expression"] ?? rule["cronExpression"])?.string { return expression }
            return rule.members.compactMap { name, value in
                value.scalarText.map { "\(name.string ?? "")=\($0)" }
            }
            .joined(separator: " ")
        }
        let text = lines.filter { !$0.isEmpty }.joined(separator: "; ")
        return text.isEmpty ? nil : text
    }
}
