package import Domain

/// How far a catalogue knows what the steps of estates do.
package struct CatalogueCoverage: Sendable, Hashable {
    /// What is known of one step.
    package enum Verdict: String, Sendable, Hashable, CaseIterable {
        /// The catalogue knows its operation.
        case operation
        /// Its connector has no operations that could be known, and a rule says what it does.
        case rule
        /// The catalogue does not know its operation, and the verb says what it does.
        case verb
        /// Nothing says what it does; it counts as change-capable.
        case unknown
    }

    /// Steps of one kind that the catalogue does not know.
    package struct Gap: Sendable, Hashable {
        package var platform: String
        package var connector: String
        package var resource: String?
        /// nil where the step states none, or an expression decides it.
        package var operation: String?
        /// Whether the catalogue knows the connector at all.
        package var isKnownConnector: Bool
        /// What the verb says.
        package var action: Connector.Action?
        package var steps: Int
        package var credentials: Set<String>
    }

    package private(set) var workflows = 0
    package private(set) var verdicts: [Verdict: Int] = [:]
    /// Steps by class; nil is unknown.
    package private(set) var classes: [IdentityClass?: Int] = [:]
    package private(set) var rules: [String: Int] = [:]
    /// The commonest first.
    package private(set) var gaps: [Gap] = []

    package var steps: Int { verdicts.values.reduce(0, +) }

    /// Steps that have an operation, or whose connector has some.
    package var operationSteps: Int { steps - (verdicts[.rule] ?? 0) - without }
    /// Of those, the steps whose operation the catalogue knows.
    package var resolved: Int { verdicts[.operation] ?? 0 }

    /// Unknown steps without any operation.
    private var without = 0

    package init(of estates: [Estate], catalogue: Catalogue) {
        var gaps: [GapKey: Gap] = [:]
        for estate in estates {
            workflows += estate.workflows.count
            for step in estate.workflows.lazy.flatMap(\.steps) {
                take(step, of: estate.source.format, catalogue, &gaps)
            }
        }
        self.gaps = gaps.values.sorted { left, right in
            if left.steps != right.steps { return left.steps > right.steps }
            return left.order.lexicographicallyPrecedes(right.order)
        }
    }

    private struct GapKey: Hashable {
        var platform: String
        var connector: String
        var resource: String?
        var operation: String?
    }

    private mutating func take(
        _ step: Step,
        of platform: String,
        _ catalogue: Catalogue,
        _ gaps: inout [GapKey: Gap],
    ) {
        classes[step.effect.identityClass, default: 0] += 1
        rules[step.effect.rule ?? "none", default: 0] += 1
        let name = platform == "n8n" ? ConnectorName(step.connector) : ConnectorName(plain: step.connector)
        let known = catalogue.connector(for: name, on: platform)
        let bears = bearsOperation(step, known)
        if bears, let operation = step.operation, known?.action(of: operation, on: step.resource) != nil {
            verdicts[.operation, default: 0] += 1
            return
        }
        guard bears || step.effect.identityClass == nil && !isRequest(known) else {
            verdicts[.rule, default: 0] += 1
            return
        }
        verdicts[step.effect.identityClass == nil ? .unknown : .verb, default: 0] += 1
        if !bears { without += 1 }
        var facts = StepFacts(name, platform: platform)
        facts.operation = step.operation
        let key = GapKey(
            platform: platform,
            connector: known?.name ?? name.base,
            resource: step.resource,
            operation: step.operation
        )
        let gap = Gap(
            platform: platform,
            connector: key.connector,
            resource: step.resource,
            operation: step.operation,
            isKnownConnector: known != nil,
            action: catalogue.rules.action(of: facts),
            steps: 0,
            credentials: [],
        )
        gaps[key, default: gap].steps += 1
        gaps[key]?.credentials.formUnion(step.credentials.map(\.kind))
    }

    private func bearsOperation(_ step: Step, _ known: Connector?) -> Bool {
        guard let known else { return step.operation != nil }
        if step.effect.rule == "trigger" || isRequest(known) { return false }
        return !known.resources.isEmpty || step.operation != nil && known.system != .inside && known.system != .code
    }

    /// The method of a request stands where others have their operation.
    private func isRequest(_ known: Connector?) -> Bool { known?.system == .http }
}

extension CatalogueCoverage.Gap {
    fileprivate var order: [String] { [platform, connector, resource ?? "", operation ?? ""] }
}
