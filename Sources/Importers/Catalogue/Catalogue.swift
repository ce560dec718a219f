package import Domain

/// What is known of a platform's connectors, from facts and not from names: defaults that files leave out.
package struct Catalogue: Sendable {
    /// What a connector does where its step does not say.
    package struct Defaults: Sendable, Hashable {
        package var resource: String?
        /// Default operation by resource; under the empty name that of steps without a resource.
        package var operations: [String: String]

        package init(resource: String? = nil, operations: [String: String] = [:]) {
            self.resource = resource
            self.operations = operations
        }
    }

    /// By connector name without its package: `slack`, `googleSheets`.
    package var defaults: [String: Defaults] = [:]
    /// Classes that were decided by people, by `connector/resource/operation`; they come before every rule.
    package var decided: [String: IdentityClass] = [:]

    package init(defaults: [String: Defaults] = [:]) {
        self.defaults = defaults
    }

    /// Reads lines of the form `connector resource resource=operation …`; lines of another form are passed over.
    package init(defaults text: String) {
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            guard words.count >= 2 else { continue }
            var entry = Defaults(resource: words[1] == "-" ? nil : words[1])
            for word in words.dropFirst(2) {
                let pair = word.split(separator: "=", maxSplits: 1).map(String.init)
                guard pair.count == 2 else { continue }
                entry.operations[pair[0] == "-" ? "" : pair[0]] = pair[1]
            }
            defaults[words[0]] = entry
        }
    }
}
