package import Domain

/// The visible rules that say what a step can do, in their order, and the lists of words that they refer to.
package struct RuleSet: Sendable {
    package var rules: [Rule] = []
    package var words: [String: Set<String>] = [:]

    package init() {}

    /// The class of a step, from the first rule that applies.
    package func effect(of step: StepFacts) -> StepEffect {
        let action = action(of: step)
        for rule in rules where rule.fits(step, action: action) {
            var noun: String?
            if let list = rule.touches {
                noun = identityNoun(step, among: words[list] ?? [])
                guard noun != nil else { continue }
            }
            if let list = rule.paths {
                guard let path = step.path, names(path, among: words[list] ?? []) else { continue }
            }
            let reason = Self.filled(rule.says, step, noun: noun)
            return StepEffect(rule.identityClass, reason: reason, rule: rule.id)
        }
        return StepEffect(nil, reason: "no rule applies to `\(step.connector.full)`", rule: "none")
    }

    /// What the catalogue says that the operation does, else what its verb says; nil when neither knows.
    package func action(of step: StepFacts) -> Connector.Action? {
        if let action = step.action { return action }
        guard let operation = step.operation else { return nil }
        let reading = words["reading"] ?? []
        let writing = words["writing"] ?? []
        for word in Importers.words(of: operation) {
            let isReading = reading.contains(word)
            let isWriting = writing.contains(word)
            if isReading || isWriting { return isReading ? .read : .write }
        }
        return nil
    }

    /// The word that says that users, groups, roles, tokens or their like are changed; nil when none does.
    ///
    /// Of a resource the last word counts: a `userStory` is a story, a `teamMember` a member. Of an operation every word
    /// does, but not where something is sent: `sendMediaGroup` sends.
    private func identityNoun(_ step: StepFacts, among nouns: Set<String>) -> String? {
        let resource = Importers.words(of: step.resource ?? "")
        let operation = Importers.words(of: step.operation ?? "")
        let sends = words["sending"]?.contains(operation.first ?? "") ?? false
        let said = (resource.last.map { [$0] } ?? []) + [resource.joined()] + (sends ? [] : operation)
        return said.first(where: nouns.contains)
    }

    /// Whether a part of an address names one of the words: `role-assignments` has `role`, `apiKeys` is `apikeys`.
    private func names(_ part: String, among nouns: Set<String>) -> Bool {
        let parts = Importers.words(of: part)
        return parts.contains(where: nouns.contains) || nouns.contains(parts.joined())
    }

    private static func filled(_ template: String, _ step: StepFacts, noun: String?) -> String {
        guard template.utf8.contains(UInt8(ascii: "{")) else { return template }
        var text = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            text += value(rest[rest.index(after: open)..<close], step, noun: noun) ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }

    private static func value(_ name: Substring, _ step: StepFacts, noun: String?) -> String? {
        switch name {
        case "step":
            "`\(step.operation ?? "a step")`" + (step.resource.map { " on `\($0)`" } ?? "")
                + " in `\(step.connector.short)`" + (step.isDefault ? ", its default," : "")
        case "connector": step.connector.full
        case "resource": step.resource ?? ""
        case "operation": step.operation ?? ""
        case "system": step.system?.words ?? "system"
        case "method": step.method ?? "request"
        case "to": step.host.map { " to `\($0)`" } ?? ""
        case "path": step.path ?? ""
        case "called": step.called ?? ""
        case "noun": noun ?? ""
        default: nil
        }
    }
}
