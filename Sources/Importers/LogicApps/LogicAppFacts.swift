import Domain

/// What an action or trigger does, as far as its type and inputs say.
struct LogicAppFacts {
    var nature: ActionFacts.Nature
    /// The platform's name of what it uses: the connector where there is one, else the type.
    var connector: String
    var operation: String?
    var resource: String?
    var target: String?
    /// The workflow that it calls, as it names it.
    var called: String?

    private static let platform = "logic-apps"

    init(action: JSONValue, isTrigger: Bool, kind: String?, expressions: TemplateExpressions) {
        let type = action["type"]?.string ?? "None"
        let inputs = action["inputs"]
        connector = kind ?? type
        nature = .unknown("nothing is known of `\(type)`")
        let provider = inputs?["serviceProviderConfiguration"]
        operation = inputs?["host"]?["operationId"]?.string ?? provider?["operationId"]?.string
        let method = (inputs?["method"] ?? Self.methodParameter(inputs?["parameters"]))?.string.flatMap(Self.plain)
        let address = expressions.resolve(inputs?["uri"] ?? inputs?["url"])?.text
        let path = (address ?? expressions.resolve(inputs?["path"])?.text).map(Self.withoutExpressions)
        target = address.map(Self.withoutExpressions).flatMap(hostName) ?? Self.host(in: inputs?["parameters"]) ?? kind
        switch type.lowercased() {
        case _ where isTrigger: nature = .trigger
        case let name where Self.inside.contains(name): nature = .inside
        case "javascriptcode", "csharpscriptcode", "powershellcode": nature = .code
        case "workflow", "sendtobatch":
            called = Self.called(inputs?["host"], expressions)
            nature = .call(called ?? "chosen by an expression")
        case "http", "httpwebhook":
            resource = path.flatMap(Self.pathOfAddress)
            nature = .request(method: inputs?["method"] == nil ? "GET" : method, path: resource)
        case "apiconnection", "apimanagement":
            resource = path
            nature = .request(method: method, path: path)
        case "apiconnectionwebhook", "apiconnectionnotification":
            // Subscribing is a POST unless something else is said.
            resource = path
            nature = .request(method: inputs?["method"] == nil ? "POST" : method, path: path)
        case "function":
            target = inputs?["function"]?["id"].flatMap { expressions.resolve($0)?.text }
            nature = .unknown("a function holds code of the author's own")
        case "openapiconnection", "openapiconnectionwebhook", "openapiconnectionnotification", "serviceprovider":
            nature = operation.map { Self.nature(ofOperation: $0, method: method) } ?? nature
        case "agent": nature = .unknown("an agent chooses among its tools")
        default: break
        }
        if operation == nil, resource != nil { operation = method?.uppercased() }
    }

    func effect(catalogue: Catalogue) -> StepEffect {
        let facts = ActionFacts(platform: Self.platform, connector: connector, nature: nature)
        return EffectRules.effect(of: facts, catalogue: catalogue)
    }

    /// An operation that hands any request or query through is judged as such.
    private static func nature(ofOperation operation: String, method: String?) -> ActionFacts.Nature {
        let name = operation.lowercased().split(separator: "_").first.map(String.init) ?? ""
        if ["httprequest", "invokehttp", "sendhttprequest", "httprequestv2"].contains(name) {
            return .request(method: method, path: nil)
        }
        if ["executequery", "executepassthroughnativequery", "executenativequery", "querydatabase"].contains(name) {
            return .rawQuery(operation)
        }
        return .operation(operation, resource: nil)
    }

    /// The method among the parameters of a connector that sends any request: `method`, `request/method` and the like.
    private static func methodParameter(_ parameters: JSONValue?) -> JSONValue? {
        parameters?.members.first { name, _ in
            name.string?.lowercased().split(separator: "/").last == "method"
        }?.value
    }

    private static let places: Set<String> = [
        "dataset", "site", "siteurl", "sitecollectionurl", "url", "uri", "organization", "instance", "server", "host",
    ]

    /// The host in a parameter of a connector, such as the address of a site.
    private static func host(in parameters: JSONValue?) -> String? {
        guard let parameters else { return nil }
        for (name, value) in parameters.members {
            let name = name.string?.lowercased().split(separator: "/").last ?? ""
            if places.contains(String(name)), let text = value.string,
                text.hasPrefix("https://") || text.hasPrefix("http://"),
                let host = hostName(of: withoutExpressions(text))
            {
                return host
            }
        }
        return nil
    }

    /// The workflow in `host.workflow.id` or `host.workflowReferenceName`: the last part of its id.
    private static func called(_ host: JSONValue?, _ expressions: TemplateExpressions) -> String? {
        let id = host?["workflow"]?["id"] ?? host?["workflowReferenceName"]
        guard let text = expressions.resolve(id)?.text, !text.hasPrefix("@") else { return nil }
        return LogicAppConnections.lastPart(text)
    }

    private static func plain(_ text: String) -> String? {
        text.isEmpty || text.hasPrefix("@") || text.hasPrefix("[") ? nil : text
    }

    /// The text with `{}` in place of each `@{…}`; an expression as a whole stays nothing else.
    static func withoutExpressions(_ text: String) -> String {
        if text.hasPrefix("@"), !text.hasPrefix("@{"), !text.hasPrefix("@@") { return "{}" }
        var result = ""
        var rest = Substring(text)
        while let start = rest.firstRange(ofText: "@{") {
            result += rest[..<start.lowerBound] + "{}"
            var depth = 1
            var end = start.upperBound
            while end < rest.endIndex, depth > 0 {
                if rest[end] == "{" { depth += 1 }
                if rest[end] == "}" { depth -= 1 }
                end = rest.index(after: end)
            }
            rest = rest[end...]
        }
        return result + rest
    }

    /// What follows the host of an address.
    private static func pathOfAddress(_ address: String) -> String? {
        guard let scheme = Substring(address).firstRange(ofText: "://") else { return nil }
        let rest = address[scheme.upperBound...]
        return rest.firstIndex(of: "/").map { String(rest[$0...].prefix { $0 != "?" }) }
    }

    /// Types of actions that reach nothing outside of the workflow and its caller.
    private static let inside: Set<String> = [
        "initializevariable", "setvariable", "appendtoarrayvariable", "appendtostringvariable", "incrementvariable",
        "decrementvariable", "compose", "parsejson", "select", "query", "join", "table", "if", "switch", "foreach",
        "until", "scope", "terminate", "wait", "expression", "response", "xslt", "xmlvalidation", "xmlparse",
        "xmlcompose", "liquid", "flatfileencoding", "flatfiledecoding", "chunktext", "parsedocument", "as2encode",
        "as2decode", "as2encodev2", "as2decodev2", "rosettanetencode", "rosettanetdecode", "x12encode", "x12decode",
        "edifactencode", "edifactdecode", "integrationaccountartifactlookup", "changeset", "swiftmtencode",
        "swiftmtdecode", "datamapper",
    ]
}
