import Domain

/// What n8n's own `audit` would say of single nodes, by our reading of its rules; kept as marks of the steps.
///
/// Left out is what it says of whole kinds of nodes ("code is risky"): the class of a step says that better.
enum N8nAudit {
    /// A query whose text, or whose parameters, an expression puts together.
    static let expressionInQuery = "expression-in-query"
    /// A query of a node that takes parameters, without any.
    static let queryWithoutParameters = "query-without-parameters"
    /// A webhook that asks for no authentication, and whose next steps check nothing either.
    static let unprotectedWebhook = "unprotected-webhook"
    /// Reads or writes files of the platform's host.
    static let fileAccess = "file-access"
    /// A node that the platform's maker does not ship.
    static let communityNode = "community-node"

    /// The marks that follow from the node alone.
    static func marks(of type: String, _ parameters: JSONValue?) -> [String] {
        var marks: [String] = []
        if files.contains(type) { marks.append(fileAccess) }
        if !type.hasPrefix("n8n-nodes-base."), !type.hasPrefix("@n8n/n8n-nodes-langchain.") {
            marks.append(communityNode)
        }
        guard queries.contains(type), let parameters, parameters.isObject else { return marks }
        guard parameters["operation"]?.string == "executeQuery" else { return marks }
        let further = parameters["additionalFields"]
        let values = further?["queryParams"]
        if isExpression(parameters["query"]) || takesParameters.contains(type) && isExpression(values) {
            marks.append(expressionInQuery)
        }
        if takesParameters.contains(type), values == nil { marks.append(queryWithoutParameters) }
        return marks
    }

    /// Whether anyone may call a webhook without being checked by a step right after it.
    ///
    /// - Parameters:
    ///   - node: The webhook.
    ///   - connections: Those of its workflow.
    ///   - types: Types of the workflow's nodes by their names.
    /// - Returns: false for every other node.
    static func isUnprotected(_ node: JSONValue, connections: JSONValue?, types: [String: String]) -> Bool {
        guard node["type"]?.string == "n8n-nodes-base.webhook", let parameters = node["parameters"] else {
            return false
        }
        guard parameters.isObject, parameters["authentication"] == nil else { return false }
        let outputs = node["name"]?.string.flatMap { name in
            connections?.members.first { $0.name.string == name }?.value
        }
        guard let next = outputs?["main"]?.elements.first(where: { _ in true }) else { return true }
        return !next.elements.contains { target in
            target["node"]?.string.flatMap { types[$0] }.map(checks.contains) ?? false
        }
    }

    private static func isExpression(_ value: JSONValue?) -> Bool {
        value?.string?.utf8.first == UInt8(ascii: "=")
    }

    private static func base(_ names: String...) -> Set<String> { Set(names.map { "n8n-nodes-base.\($0)" }) }

    private static let takesParameters = base("postgres", "crateDb", "questDb", "timescaleDb")
    private static let queries = takesParameters.union(base("mySql", "microsoftSql", "snowflake"))
    private static let files = base(
        "readPdf",
        "readBinaryFile",
        "readBinaryFiles",
        "spreadsheetFile",
        "writeBinaryFile"
    )
    private static let checks = base("if", "switch", "code", "function", "functionItem")
}
