import Domain

/// What a workflow's settings say of who may start it and what it starts.
struct N8nSettings: Sendable {
    /// Key of the workflow that runs when this one fails.
    var errorWorkflow: String?
    /// Which workflows may call this one, as n8n writes it; nil when it is not said.
    var callerPolicy: String?
    /// Ids of the workflows that may call it, where the policy is a list.
    var callers: [String] = []
    /// Whether clients of n8n's own server of tools may start it.
    var isOfferedToAgents = false

    init(_ settings: JSONValue?) {
        errorWorkflow = settings?["errorWorkflow"]?.scalarText.flatMap { $0.isEmpty || $0 == "null" ? nil : $0 }
        callerPolicy = settings?["callerPolicy"]?.string
        callers = (settings?["callerIds"]?.string ?? "").split(separator: ",").map { id in
            String(id.filter { !$0.isWhitespace })
        }
        isOfferedToAgents = settings?["availableInMCP"]?.bool ?? false
    }

    /// Who may start the workflow beside its triggers.
    func trusts(of key: String) -> [Trust] {
        var trusts: [Trust] = []
        switch callerPolicy {
        case "any": trusts.append(Trust(.calls, from: "*", to: key, condition: "any workflow of the installation"))
        case "workflowsFromAList": trusts += callers.filter { !$0.isEmpty }.map { Trust(.calls, from: $0, to: key) }
        default: break
        }
        if isOfferedToAgents {
            let condition = "any client of the installation's MCP server"
            trusts.append(Trust(.calls, from: "*", to: key, isExternal: true, condition: condition))
        }
        return trusts
    }
}
