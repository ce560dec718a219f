import Domain

/// What a step of a recipe does, as far as its name and input say.
struct WorkatoFacts {
    private(set) var operation: String?
    private(set) var resource: String?
    private(set) var target: String?
    private(set) var callsRecipe = false
    private var facts: StepFacts

    init(_ block: JSONValue, connector: String, keyword: String, action: String?) {
        facts = StepFacts(ConnectorName(plain: connector), platform: "workato")
        facts.isTrigger = keyword == "trigger"
        operation = action
        let input = block["input"]
        resource = Self.plain(input?["sobject_name"] ?? input?["object"] ?? input?["table"] ?? input?["table_name"])
        let request = input?["request"] ?? input
        let address = Self.plain(request?["url"] ?? request?["request_url"] ?? request?["path"] ?? input?["path"])
        target = address.flatMap(hostName)
        if connector == "workato_recipe_function", action?.hasPrefix("call_recipe") ?? false {
            callsRecipe = true
            let asset = WorkatoAsset(input?["flow_id"])
            facts.called = (asset?.name ?? asset?.path).map { "`\($0)`" } ?? "that a formula chooses"
        } else if action == "__adhoc_http_action" || ["http", "rest"].contains(connector) && keyword != "trigger" {
            facts.isRequest = true
            let method =
                request?["verb"] ?? request?["method"] ?? request?["request_method"] ?? input?["verb"]
                ?? input?["method"]
            // Without a method these steps send a GET.
            facts.method = method == nil ? "GET" : Self.plain(method)?.uppercased()
            facts.host = target
            facts.path = address.flatMap(lastPlainSegment)
            resource = address ?? resource
            operation = facts.method ?? action
        } else {
            facts.operation = action
            facts.resource = resource
            facts.isRawQuery = ["run_custom_sql", "execute_sql", "run_sql", "custom_sql"].contains(action ?? "")
        }
    }

    func effect(catalogue: Catalogue) -> StepEffect {
        var facts = facts
        facts.fill(from: catalogue)
        return catalogue.effect(of: facts)
    }

    private static func plain(_ value: JSONValue?) -> String? {
        guard let text = value?.string, !text.isEmpty, !text.hasPrefix("="), !text.contains("#{") else { return nil }
        return text
    }
}
