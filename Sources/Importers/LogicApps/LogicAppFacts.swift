import Domain

/// What an action or trigger does, as far as its type and inputs say.
struct LogicAppFacts {
    /// The platform's name of what it uses: the connector where there is one, else the type.
    var connector: String
    var operation: String?
    var resource: String?
    var target: String?
    /// The workflow that it calls, as it names it.
    var called: String?
    private var facts: StepFacts

    init(action: JSONValue, isTrigger: Bool, kind: String?, expressions: TemplateExpressions) {
        let type = action["type"]?.string ?? "None"
        let inputs = action["inputs"]
        connector = kind ?? type
        facts = StepFacts(ConnectorName(plain: Self.catalogueName(connector)), platform: "logic-apps")
        facts.isTrigger = isTrigger
        operation =
            inputs?["host"]?["operationId"]?.string ?? inputs?["serviceProviderConfiguration"]?["operationId"]?.string
        let method = (inputs?["method"] ?? Self.methodParameter(inputs?["parameters"]))?.string.flatMap(Self.plain)
        let address = expressions.resolve(inputs?["uri"] ?? inputs?["url"])?.text
        let path = (address ?? expressions.resolve(inputs?["path"])?.text).map(Self.withoutExpressions)
        let host = address.map(Self.withoutExpressions).flatMap(hostName)
        target = host ?? Self.host(in: inputs?["parameters"]) ?? kind
        switch type.lowercased() {
        case "workflow", "sendtobatch":
            called = Self.called(inputs?["host"], expressions)
            facts.called = called.map { "`\($0)`" } ?? "that an expression chooses"
        case "http", "httpwebhook":
            resource = path.flatMap(Self.pathOfAddress)
            facts.host = host
            request(inputs?["method"] == nil ? "GET" : method, path: resource)
        case "apiconnection", "apimanagement":
            resource = path
            request(method, path: path)
        case "apiconnectionwebhook", "apiconnectionnotification":
            // Subscribing is a POST unless something else is said.
            resource = path
            request(inputs?["method"] == nil ? "POST" : method, path: path)
        case "function": target = inputs?["function"]?["id"].flatMap { expressions.resolve($0)?.text }
        default: if let operation { take(operation, method: method) }
        }
        if operation == nil, resource != nil { operation = method?.uppercased() }
    }

    func effect(catalogue: Catalogue) -> StepEffect {
        var facts = facts
        facts.fill(from: catalogue)
        return catalogue.effect(of: facts)
    }

    private mutating func request(_ method: String?, path: String?) {
        facts.isRequest = true
        facts.method = method?.uppercased()
        facts.path = path.flatMap(lastPlainSegment)
    }

    /// An operation that hands any request or query through is judged as such.
    private mutating func take(_ operation: String, method: String?) {
        let name = operation.lowercased().split(separator: "_").first.map(String.init) ?? ""
        if ["httprequest", "invokehttp", "sendhttprequest", "httprequestv2"].contains(name) {
            request(method, path: nil)
        } else {
            facts.operation = operation
            facts.isRawQuery = [
                "executequery", "executepassthroughnativequery", "executenativequery", "querydatabase",
            ].contains(name)
        }
    }

    /// The name under which the catalogue has a connector: both plans and all spellings of it are one.
    private static func catalogueName(_ connector: String) -> String {
        let name = connector.lowercased()
        return name.hasPrefix("shared_") ? String(name.dropFirst(7)) : name
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
}
