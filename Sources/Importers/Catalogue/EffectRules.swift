import Domain

/// What a step states of itself, with defaults filled in: all that the rules look at.
struct StepFacts {
    var connector: ConnectorName
    var resource: String?
    var operation: String?
    /// Whether the operation comes from the catalogue's defaults.
    var isDefault = false
    /// HTTP method of a free request; nil when the step makes none or an expression decides it.
    var method: String?
    /// Text of a free query, for connectors that take one.
    var query: String?
    /// How a vector store is used, for example `insert`.
    var mode: String?
    /// Key or name of the workflow it calls.
    var called: String?
}

/// The visible rules that say what a step can do; the first that applies decides.
enum EffectRules {
    static func effect(of facts: StepFacts, catalogue: Catalogue) -> StepEffect {
        let place = "\(facts.connector.short)/\(facts.resource ?? "")/\(facts.operation ?? "")"
        if let decided = catalogue.decided[place] {
            return StepEffect(decided, reason: "decided in the catalogue for `\(place)`")
        }
        return code(facts) ?? inside(facts) ?? request(facts) ?? rawQuery(facts) ?? languageModel(facts)
            ?? operation(facts)
            ?? StepEffect(nil, reason: "nothing is known of `\(facts.connector.full)`; counts as change-capable")
    }

    /// Programs of the author's own.
    private static func code(_ facts: StepFacts) -> StepEffect? {
        switch facts.connector.short {
        case "executeCommand", "localFileTrigger":
            StepEffect(.privileged, reason: "runs commands on the platform's own host")
        case "ssh" where facts.resource != "file":
            StepEffect(.privileged, reason: "runs commands on another host")
        case "code", "function", "functionItem", "toolCode", "pythonFunction":
            StepEffect(.privileged, reason: "runs code that may do anything the platform may")
        default: nil
        }
    }

    /// Steps that work on the data of the workflow and reach nothing else.
    private static func inside(_ facts: StepFacts) -> StepEffect? {
        if let called = facts.called {
            return StepEffect(.readOnly, reason: "calls workflow `\(called)`, which is judged by its own steps")
        }
        if facts.connector.isTrigger {
            return StepEffect(.readOnly, reason: "starts the workflow and changes nothing")
        }
        guard facts.connector.isOfficial, insideNames.contains(facts.connector.short) else { return nil }
        return StepEffect(.readOnly, reason: "works on data inside the workflow only")
    }

    private static func request(_ facts: StepFacts) -> StepEffect? {
        guard ["httpRequest", "toolHttpRequest"].contains(facts.connector.short) else { return nil }
        guard let method = facts.method else {
            return StepEffect(nil, reason: "an expression decides the method of the HTTP request")
        }
        if ["GET", "HEAD", "OPTIONS"].contains(method) {
            return StepEffect(.readOnly, reason: "HTTP \(method) reads")
        }
        return StepEffect(.changeCapable, reason: "HTTP \(method) can change")
    }

    /// Queries in the author's own words.
    private static func rawQuery(_ facts: StepFacts) -> StepEffect? {
        if facts.connector.short == "graphql" {
            guard let query = facts.query else {
                return StepEffect(nil, reason: "an expression decides the GraphQL query")
            }
            return query.lowercased().contains("mutation")
                ? StepEffect(.changeCapable, reason: "a GraphQL mutation changes")
                : StepEffect(.readOnly, reason: "a GraphQL query without a mutation reads")
        }
        let names = ["executequery", "rawquery", "aggregate", "custom", "customquery"]
        guard let operation = facts.operation?.lowercased(), names.contains(operation) else { return nil }
        if operation == "aggregate" || operation == "custom" || operation == "customquery" { return nil }
        return StepEffect(
            .privileged,
            reason: "`\(facts.operation ?? "")` runs a query that may do anything the account may"
        )
    }

    /// Models, memories, stores and the other parts of agents.
    private static func languageModel(_ facts: StepFacts) -> StepEffect? {
        guard facts.connector.isLanguageChain else { return nil }
        let name = facts.connector.short
        if name.hasPrefix("vectorStore") {
            let isWriting = ["insert", "update"].contains(facts.mode ?? "")
            return isWriting
                ? StepEffect(.changeCapable, reason: "writes into a vector store")
                : StepEffect(.readOnly, reason: "reads from a vector store")
        }
        if name.hasPrefix("memory"), name != "memoryBufferWindow", name != "memoryManager" {
            return StepEffect(.changeCapable, reason: "keeps conversations in a store outside")
        }
        if name.hasPrefix("mcpClient") {
            return StepEffect(nil, reason: "an agent chooses among the tools of another server")
        }
        guard facts.operation == nil else { return nil }
        return StepEffect(.readOnly, reason: "asks a model or prepares its input; changes nothing outside")
    }

    /// By the verb of the operation and the noun it acts on.
    private static func operation(_ facts: StepFacts) -> StepEffect? {
        guard let operation = facts.operation else { return nil }
        let verbs = words(of: operation)
        let said =
            "`\(operation)`" + (facts.resource.map { " on `\($0)`" } ?? "") + (facts.isDefault ? " (default)" : "")
        guard let isWriting = isWriting(verbs) else {
            return StepEffect(nil, reason: "\(said) is neither a known reading nor a known writing operation")
        }
        guard isWriting else { return StepEffect(.readOnly, reason: "\(said) reads") }
        if let noun = identityNoun(resource: words(of: facts.resource ?? ""), operation: verbs) {
            return StepEffect(.privileged, reason: "\(said) touches identities (`\(noun)`)")
        }
        return StepEffect(.changeCapable, reason: "\(said) writes")
    }

    /// The word that says that users, groups, roles, tokens or their like are changed; nil when none does.
    ///
    /// Of a resource the last word counts: a `userStory` is a story, a `teamMember` a member. Of an operation every word
    /// does, but not where something is sent: `sendMediaGroup` sends.
    private static func identityNoun(resource: [String], operation: [String]) -> String? {
        let sends = ["send", "post", "reply", "upload"].contains(operation.first ?? "")
        let said = (resource.last.map { [$0] } ?? []) + [resource.joined()] + (sends ? [] : operation)
        return said.first(where: Vocabulary.identityNouns.contains)
    }

    /// Whether the first word that is a known verb writes; nil when none is known.
    private static func isWriting(_ verbs: [String]) -> Bool? {
        for verb in verbs {
            let isReading = Vocabulary.reading.contains(verb)
            let isWriting = Vocabulary.writing.contains(verb)
            if isReading || isWriting { return isWriting && !isReading }
        }
        return nil
    }

    private static let insideNames: Set<String> = [
        "set", "if", "switch", "merge", "noOp", "splitInBatches", "wait", "sort", "limit", "aggregate", "markdown",
        "html",
        "htmlExtract", "dateTime", "crypto", "filter", "itemLists", "splitOut", "summarize", "removeDuplicates",
        "renameKeys", "stopAndError", "respondToWebhook", "xml", "moveBinaryData", "convertToFile", "extractFromFile",
        "spreadsheetFile", "compression", "editImage", "compareDatasets", "executionData", "debugHelper", "form",
        "totp",
        "jwt", "readPDF", "readPdf", "iCal", "n8nTrainingCustomerDatastore", "n8nTrainingCustomerMessenger",
        "quickChart",
        "evaluation", "simulate", "rssFeedRead", "stickyNote",
    ]
}
