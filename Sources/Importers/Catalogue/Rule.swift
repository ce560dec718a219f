package import Domain

/// One rule that gives steps a class: when it applies, and what it says then.
///
/// Of each condition one value has to fit, and all conditions have to; a condition without values is none.
package struct Rule: Sendable, Hashable {
    package var id: String
    /// nil means that nothing is known, which counts as change-capable.
    package var identityClass: IdentityClass?
    /// The explanation, with `{step}`, `{connector}`, `{noun}` … in place of what differs.
    package var says: String

    var connectors = Patterns()
    var packages = Patterns()
    var platforms = Patterns()
    var systems = Patterns()
    var resources = Patterns()
    var operations = Patterns()
    var hosts = Patterns()
    var methods: Set<String> = []
    var modes: Set<String> = []
    var queries: Set<String> = []
    var actions: Set<String> = []
    var facts: Set<String> = []
    /// Names of lists of words.
    var paths: String?
    var touches: String?

    /// Names, some of which may begin or end in `*`; `none` fits where there is no value.
    struct Patterns: Sendable, Hashable {
        private var exact: Set<String> = []
        private var prefixes: [String] = []
        private var suffixes: [String] = []
        private(set) var isEmpty = true

        init(_ texts: [String] = []) {
            isEmpty = texts.isEmpty
            for text in texts {
                if text.last == "*" {
                    prefixes.append(String(text.dropLast()))
                } else if text.first == "*" {
                    suffixes.append(String(text.dropFirst()))
                } else {
                    exact.insert(text)
                }
            }
        }

        func fit(_ value: String?) -> Bool {
            guard !isEmpty else { return true }
            guard let value else { return exact.contains("none") }
            return exact.contains(value) || prefixes.contains { value.hasPrefix($0) }
                || suffixes.contains { value.hasSuffix($0) }
        }
    }

    /// Whether all conditions fit but those that need lists of words.
    func fits(_ step: StepFacts, action: Connector.Action?) -> Bool {
        func fit(_ values: Set<String>, _ value: String?) -> Bool {
            values.isEmpty || values.contains(value ?? "unknown")
        }
        guard fit(actions, action?.rawValue), fit(methods, step.method), fit(modes, step.mode) else { return false }
        guard fit(queries, step.query?.rawValue) else { return false }
        for fact in facts {
            switch fact {
            case "calls": guard step.called != nil else { return false }
            case "trigger": guard step.isTrigger else { return false }
            case "request": guard step.isRequest else { return false }
            case "rawQuery": guard step.isRawQuery else { return false }
            case "tool": guard step.connector.isTool else { return false }
            default: return false
            }
        }
        guard connectors.fit(step.connector.short) || connectors.fit(step.connector.full) else { return false }
        return packages.fit(step.connector.package) && systems.fit(step.system?.rawValue)
            && resources.fit(step.resource) && operations.fit(step.operation)
            && hosts.fit(hosts.isEmpty ? nil : step.host ?? "") && platforms.fit(step.platform)
    }

    /// What a `facts` condition may name.
    static let factNames: Set<String> = ["calls", "trigger", "request", "rawQuery", "tool"]
}
