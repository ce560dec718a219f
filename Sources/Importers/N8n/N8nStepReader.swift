import Domain
import SecretScan

/// Turns one node into a step.
struct N8nStepReader {
    let scanner: ParameterScanner
    let options: ImportOptions

    struct Reading {
        var step: Step
        /// Secrets in its parameters, by index of the value that holds them.
        var secrets: [Int: [FoundSecret]]
        /// Key of the workflow it calls.
        var called: String?
    }

    func step(of node: JSONValue, type: String, index: Int) -> Reading {
        let parameters = node["parameters"]
        var facts = StepFacts(ConnectorName(type))
        fill(&facts, from: parameters, version: node["typeVersion"]?.scalarText.flatMap(Double.init))
        let called = called(facts.connector, parameters)
        facts.called = called?.text
        let name = node["name"]?.scalarText ?? node["id"]?.scalarText ?? "node \(index + 1)"
        var step = Step(
            name: name,
            connector: type,
            effect: options.catalogue.effect(of: facts)
        )
        step.resource = facts.resource
        step.operation = facts.operation ?? facts.method
        step.disabled = node["disabled"]?.bool ?? false
        step.credentials = N8nCredentials.references(of: node)
        step.target = parameters.flatMap(N8nTarget.target)
        let marks = N8nAudit.marks(of: type, parameters)
        if !marks.isEmpty { step.marks = marks }
        guard let parameters else { return Reading(step: step, secrets: [:], called: called?.key) }
        var finder = LiteralSecretFinder(scanner: scanner, fingerprint: options.fingerprint)
        finder.search(parameters)
        step.literalSecrets = finder.found
        return Reading(step: step, secrets: finder.byValue, called: called?.key)
    }

    /// Resource, operation, method, query and mode, defaults filled in from the catalogue.
    private func fill(_ facts: inout StepFacts, from parameters: JSONValue?, version: Double?) {
        func plain(_ value: JSONValue?) -> String? {
            guard let text = value?.string, !text.isEmpty, text.utf8.first != UInt8(ascii: "=") else { return nil }
            return text
        }
        facts.resource = plain(parameters?["resource"])
        facts.operation = plain(parameters?["operation"])
        // What an expression decides is stated, and unknown all the same.
        let hidesResource = facts.resource == nil && parameters?["resource"] != nil
        let hidesOperation = facts.operation == nil && parameters?["operation"] != nil
        facts.fill(from: options.catalogue, version: version, isOperationHidden: hidesOperation || hidesResource)
        if hidesResource { facts.resource = nil }
        if ["httpRequest", "toolHttpRequest", "facebookGraphApi"].contains(facts.connector.short) {
            let stated = parameters?["method"] ?? parameters?["requestMethod"] ?? parameters?["httpRequestMethod"]
            facts.isRequest = true
            facts.method = stated == nil ? "GET" : plain(stated)?.uppercased()
            facts.operation = nil
            if let address = parameters?["url"]?.string {
                facts.host = hostName(of: address)
                facts.path = N8nTarget.path(of: address).flatMap(lastPlainSegment)
            }
        }
        facts.query = query(parameters?["query"]?.string)
        facts.mode = plain(parameters?["mode"])
    }

    private func query(_ text: String?) -> StepFacts.Query? {
        guard let text, text.utf8.first != UInt8(ascii: "=") else { return .expression }
        return text.lowercased().contains("mutation") ? .mutation : .reading
    }

    /// The workflow that a step calls: by id or by name, `{"__rl": true, "value": …}` or plain.
    private func called(_ connector: ConnectorName, _ parameters: JSONValue?) -> (key: String?, text: String)? {
        guard ["executeWorkflow", "toolWorkflow", "workflow"].contains(connector.short), connector.isOfficial else {
            return nil
        }
        let stated = parameters?["workflowId"]
        let value = stated.map { $0.isObject ? $0["value"] : $0 } ?? nil
        guard let value, !value.isNull, var text = value.scalarText, !text.isEmpty else {
            return (nil, "that is given in the step itself")
        }
        guard text.utf8.first != UInt8(ascii: "=") else { return (nil, "that an expression chooses") }
        if text.contains("/workflow/"), let last = text.split(separator: "/").last { text = String(last) }
        return (text, "`\(text)`")
    }
}
