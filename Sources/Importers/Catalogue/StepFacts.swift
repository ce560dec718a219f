import Domain

/// What a step states of itself, with defaults filled in: all that the rules look at.
package struct StepFacts: Sendable {
    /// What kind of query a step sends, for connectors that take one in the author's own words.
    package enum Query: String, Sendable, Hashable, CaseIterable {
        /// An expression decides it.
        case expression
        case mutation, reading
    }

    package var platform: String
    package var connector: ConnectorName
    package var system: SystemKind?
    package var resource: String?
    package var operation: String?
    /// Whether the operation is the one that the catalogue gives for a step that states none.
    package var isDefault = false
    /// What the catalogue says of the operation; nil when it does not know it.
    package var action: Connector.Action?
    /// Whether the step makes a request of the author's own choice.
    package var isRequest = false
    /// HTTP method of such a request; nil when an expression decides it.
    package var method: String?
    /// Where such a request goes; nil when an expression decides it.
    package var host: String?
    /// The last part of its path that is no number and no expression.
    package var path: String?
    package var query: Query?
    /// Whether the operation takes any text in the language of a database.
    package var isRawQuery = false
    /// How a vector store is used, for example `insert`.
    package var mode: String?
    /// What the rules are to say of the workflow it calls; nil when it calls none.
    package var called: String?
    package var isTrigger = false

    package init(_ connector: ConnectorName, platform: String = "n8n") {
        self.connector = connector
        self.platform = platform
        isTrigger = connector.isTrigger
    }

    /// Takes system, default resource, default operation and action from the catalogue.
    ///
    /// - Parameters:
    ///   - catalogue: What is known.
    ///   - version: The version of the connector that the step was written for; nil means the newest.
    ///   - isOperationHidden: Whether an expression decides the operation, so that the default does not hold.
    package mutating func fill(from catalogue: Catalogue, version: Double? = nil, isOperationHidden: Bool = false) {
        guard let known = catalogue.connector(for: connector, on: platform) else { return }
        system = known.system
        let filled = known.filled(resource: resource, operation: operation, version: version)
        resource = filled.resource
        if operation == nil, !isOperationHidden {
            operation = filled.operation
            isDefault = operation != nil
        }
        if let operation { action = known.action(of: operation, on: resource) }
    }
}

extension Catalogue {
    /// What is known of a connector or, when that is an agent's tool, of the connector it was made from.
    package func connector(for name: ConnectorName, on platform: String = "n8n") -> Connector? {
        connector(name.full, on: platform) ?? (name.base == name.full ? nil : connector(name.base, on: platform))
    }
}
