import Domain
import SecretScan

/// Turns one workflow definition, and what is wrapped around it, into values.
struct LogicAppReader {
    let path: String
    let scanner: ParameterScanner
    let options: ImportOptions

    func draft(of found: DefinitionSearch.Found, place: Int?) -> LogicAppDraft {
        let envelope = LogicAppEnvelope(found, path: path)
        var workflow = Workflow(key: place.map { "\(path)#\($0)" } ?? path, name: envelope.name, path: path)
        workflow.active = envelope.active
        workflow.tags = envelope.tags
        workflow.owner = envelope.owner
        workflow.createdAt = envelope.createdAt
        workflow.updatedAt = envelope.updatedAt
        if place != nil, let open = envelope.openName { workflow.name = open.filter { $0 != "{" && $0 != "}" } }
        var result = LogicAppDraft(draft: WorkflowDraft(workflow, id: envelope.id))
        result.openName = envelope.openName
        result.ownIdentity = envelope.ownIdentity
        result.identities = envelope.identities
        var digest = ContentDigest()
        readSteps(of: found, envelope: envelope, into: &result, digest: &digest)
        result.draft.contentHash = digest.hash
        return result
    }

    // MARK: - Steps

    private func readSteps(
        of found: DefinitionSearch.Found,
        envelope: LogicAppEnvelope,
        into result: inout LogicAppDraft,
        digest: inout ContentDigest,
    ) {
        let definition = found.definition
        let entries = LogicAppConnections.entries(
            beside: envelope.properties,
            expressions: found.expressions,
            path: path
        )
        var secrets: [Int: [FoundSecret]] = [:]
        var triggers: [String] = []
        for (key, trigger) in definition.members(of: "triggers") where trigger.isObject {
            let name = key.string ?? ""
            triggers.append(name)
            add(trigger, name: name, isTrigger: true, found, entries, into: &result, secrets: &secrets)
            result.draft.workflow.triggers.append(
                LogicAppTriggers.trigger(
                    name,
                    of: trigger,
                    workflow: envelope.name,
                    access: envelope.properties?["accessControl"]?["triggers"]
                )
            )
        }
        for item in LogicAppActions(definition).items {
            add(item.action, name: item.name, isTrigger: false, found, entries, into: &result, secrets: &secrets)
            result.draft.edges += edges(to: item, triggers: triggers)
            if item.action["type"]?.string?.lowercased() == "agent" { result.draft.workflow.kind = .agent }
        }
        readParameters(of: definition, expressions: found.expressions, into: &result, secrets: &secrets)
        for name in ["triggers", "actions", "parameters"] as [StaticString] {
            if let value = definition[name] { digest.add(value, secrets: secrets) }
        }
        for entry in entries.sorted(by: { $0.key < $1.key }) { digest.add("\(entry.key) \(entry.value.id)") }
    }

    private func add(
        _ action: JSONValue,
        name: String,
        isTrigger: Bool,
        _ found: DefinitionSearch.Found,
        _ entries: [String: ConnectionTable.Entry],
        into result: inout LogicAppDraft,
        secrets: inout [Int: [FoundSecret]],
    ) {
        let inputs = action["inputs"]
        let named = LogicAppConnections.named(in: inputs, expressions: found.expressions)
        let entry = named.flatMap { entries[$0.key] }
        let kind = named.map { $0.kind ?? entry?.kind ?? "apiConnection" }
        let facts = LogicAppFacts(action: action, isTrigger: isTrigger, kind: kind, expressions: found.expressions)
        var step = Step(name: name, connector: facts.connector, effect: facts.effect(catalogue: options.catalogue))
        step.operation = facts.operation
        step.resource = facts.resource
        step.target = facts.target
        if let named, let kind {
            step.credentials.append(
                CredentialReference(kind: kind, id: entry?.id, name: entry?.name ?? named.key)
            )
            if entry == nil { result.openConnections.insert(named.key) }
            if entry?.usesIdentity ?? false { result.ownIdentity = result.ownIdentity ?? .init() }
        }
        let proof = LogicAppAuthentication(inputs, named: named, expressions: found.expressions)
        if let reference = proof.reference { step.credentials.append(reference) }
        if let identity = proof.identity {
            result.identities.insert(identity)
        } else if proof.usesOwnIdentity {
            result.ownIdentity = result.ownIdentity ?? .init()
        }
        if let called = facts.called { result.called.insert(called) }
        if let inputs {
            var finder = LiteralSecretFinder(
                scanner: scanner,
                fingerprint: options.fingerprint,
                place: "inputs",
                isReference: Self.isExpression
            )
            finder.search(inputs)
            step.literalSecrets = finder.found
            secrets.merge(finder.byValue) { $0 + $1 }
        }
        result.draft.workflow.steps.append(step)
    }

    /// From each action that it waits for; without one from what it is inside of, or from the triggers.
    private func edges(to item: LogicAppActions.Item, triggers: [String]) -> [WorkflowDraft.Edge] {
        let before = item.action.members(of: "runAfter").map { name, states in
            let kinds = states.elements.compactMap { $0.string?.lowercased() }.sorted().joined(separator: ",")
            return WorkflowDraft.Edge(from: name.string ?? "", kind: "after \(kinds)", to: item.name)
        }
        if !before.isEmpty { return before }
        if let parent = item.parent { return [WorkflowDraft.Edge(from: parent, kind: item.branch, to: item.name)] }
        return triggers.map { WorkflowDraft.Edge(from: $0, kind: "trigger", to: item.name) }
    }

    // MARK: - Parameters

    /// Secrets in the defaults of parameters: of secure ones any text, of others what looks like one.
    ///
    /// They are put down to the first step that uses the parameter, else to the first of all.
    private func readParameters(
        of definition: JSONValue,
        expressions: TemplateExpressions,
        into result: inout LogicAppDraft,
        secrets: inout [Int: [FoundSecret]],
    ) {
        for (key, parameter) in definition.members(of: "parameters") {
            guard let name = key.string, !name.hasPrefix("$"), let value = parameter["defaultValue"] else { continue }
            var finder = LiteralSecretFinder(
                scanner: scanner,
                fingerprint: options.fingerprint,
                place: "definition.parameters.\(name).defaultValue",
                isReference: Self.isExpression
            )
            if parameter["type"]?.string?.lowercased().hasPrefix("secure") ?? false {
                finder.takeEvery(value, rule: "secure-parameter-default", unless: Self.isExpression)
            } else if !Self.isExpression(value) {
                finder.search(value, named: key)
            }
            guard !finder.found.isEmpty, !result.draft.workflow.steps.isEmpty else { continue }
            let place = firstStep(using: "parameters('\(name)')", in: definition) ?? 0
            result.draft.workflow.steps[place].literalSecrets += finder.found
            secrets.merge(finder.byValue) { $0 + $1 }
        }
    }

    /// Index of the first step whose definition holds the text.
    private func firstStep(using text: String, in definition: JSONValue) -> Int? {
        let triggers = definition.members(of: "triggers").filter { $0.value.isObject }.map(\.value)
        let actions = LogicAppActions(definition).items.map { item in item.action["inputs"] ?? item.action }
        return (triggers + actions).firstIndex {
            Substring(String(decoding: $0.rawBytes, as: UTF8.self)).firstRange(ofText: text) != nil
        }
    }

    @Sendable
    private static func isExpression(_ member: LiteralSecretFinder.Member) -> Bool { isExpression(member.value) }

    /// Whether a text is an expression of the workflow or of the template around it.
    private static func isExpression(_ value: JSONValue) -> Bool {
        guard value.kind == .string else { return false }
        let first = value.rawBytes.first
        return first == UInt8(ascii: "@") || first == UInt8(ascii: "[")
    }
}
