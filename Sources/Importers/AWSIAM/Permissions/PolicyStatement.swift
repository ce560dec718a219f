/// A statement of a policy with its actions looked up, for one principal.
struct PolicyStatement: Sendable {
    let isAllow: Bool
    let actions: ActionSet
    /// What the statement is about, or, when `isNotResource`, all that it is not about.
    let resources: [Resource]
    let isNotResource: Bool
    /// Every line must hold; nil for none.
    let condition: String?
    let conditions: [PolicyCondition]
    /// The patterns as the policy writes them, for people to read.
    let patterns: [String]
    let isNotAction: Bool
    /// Which policy it is from, in words.
    let origin: String

    struct Resource: Sendable, Hashable {
        var text: String
        var pattern: IAMPattern
        /// Whether it holds a variable whose value only the request tells, so that it covers less than it seems to.
        var isVague = false
    }

    /// Whether the statement speaks of everything the pattern stands for.
    func covers(_ resource: IAMPattern) -> Bool {
        if isNotResource { return !resources.contains { $0.pattern.overlaps(resource) } }
        return resources.contains { !$0.isVague && $0.pattern.covers(resource) }
    }

    /// Whether the statement speaks of something the pattern stands for.
    func overlaps(_ resource: IAMPattern) -> Bool {
        if isNotResource { return !resources.contains { !$0.isVague && $0.pattern.covers(resource) } }
        return resources.contains { $0.pattern.overlaps(resource) }
    }

    /// The resources in words.
    var resourceText: String {
        let names = resources.prefix(5).map(\.text).joined(separator: ", ")
        let more = resources.count > 5 ? " and \(resources.count - 5) more" : ""
        return isNotResource ? "everything except \(names)\(more)" : names + more
    }
}

/// A policy with its actions looked up once, for all that it is attached to.
struct PreparedPolicy {
    let origin: String
    private let policy: IAMPolicy
    private let actions: [ActionSet]
    private let ready: [PolicyStatement?]

    /// `origin` is what it is called, in words: "policy `Backup`".
    init(_ policy: IAMPolicy, origin: String, in space: inout ActionSpace) {
        self.origin = origin
        self.policy = policy
        actions = policy.statements.map { space.actions(matching: $0.actions, isNot: $0.isNotAction) }
        let knowsVariables = policy.knowsVariables
        ready = zip(policy.statements, actions).map { statement, actions in
            let isFixed = !knowsVariables || !statement.resources.contains { $0.contains("${") }
            guard isFixed else { return nil }
            let resources = statement.resources.map { PolicyStatement.Resource(text: $0, pattern: IAMPattern($0)) }
            return PolicyStatement(statement, actions: actions, resources: resources, origin: origin)
        }
    }

    /// The statements as they apply to a principal; those that can never apply are left out.
    func statements(for variables: PolicyVariables, through group: String? = nil) -> [PolicyStatement] {
        policy.statements.indices.compactMap { index in
            var origin = origin
            if let group { origin += " of group `\(group)`" }
            if let statement = ready[index] {
                return group == nil ? statement : statement.renamed(origin)
            }
            let statement = policy.statements[index]
            let resources = statement.resources.compactMap { text -> PolicyStatement.Resource? in
                var isVague = false
                let pattern = IAMPattern(filling: text, from: variables, unknown: &isVague)
                return pattern.map { PolicyStatement.Resource(text: text, pattern: $0, isVague: isVague) }
            }
            guard !resources.isEmpty || statement.isNotResource else { return nil }
            return PolicyStatement(statement, actions: actions[index], resources: resources, origin: origin)
        }
    }
}

extension PolicyStatement {
    init(
        _ statement: IAMPolicy.Statement,
        actions: ActionSet,
        resources: [Resource],
        origin: String,
    ) {
        isAllow = statement.isAllow
        self.actions = actions
        self.resources = resources
        isNotResource = statement.isNotResource
        conditions = statement.conditions
        condition = statement.conditions.text
        patterns = statement.actions
        isNotAction = statement.isNotAction
        self.origin = origin
    }

    fileprivate func renamed(_ origin: String) -> PolicyStatement {
        PolicyStatement(
            isAllow: isAllow,
            actions: actions,
            resources: resources,
            isNotResource: isNotResource,
            condition: condition,
            conditions: conditions,
            patterns: patterns,
            isNotAction: isNotAction,
            origin: origin,
        )
    }
}
