import Cedar
import Domain

/// What policies that applied say to people: their reasons, their fixes, and the values that their conditions saw.
struct PolicyWords {
    private let request: Cedar.Request
    private let entities: Entities
    private let policies: PolicySet

    init(_ request: Cedar.Request, _ entities: Entities, _ policies: PolicySet) {
        self.request = request
        self.entities = entities
        self.policies = policies
    }

    /// The first policy's reason, or its name.
    func reason(_ ids: [PolicyID]) -> String {
        for id in ids {
            if let reason = policies[id]?.annotation("reason") { return reason.string }
        }
        return "forbidden by \(ids.map(\.text.string).joined(separator: ", "))"
    }

    /// The first policy's fix with its blanks filled; nil when that policy names none.
    func fix(_ ids: [PolicyID], identity: String, until: String) -> String? {
        guard let first = ids.first(where: { policies[$0]?.annotation("reason") != nil }),
            let fix = policies[first]?.annotation("fix")
        else { return nil }
        return fix.string.replacing("{identity}", with: identity).replacing("{until}", with: until)
    }

    /// The condition of a policy as written, with the values of all attributes that it names.
    func condition(_ id: PolicyID) -> AccessDecision.FailedCondition? {
        guard let policy = policies[id] else { return nil }
        let text = policy.conditions.map { condition in
            let written = policies.source(of: id)?.string(condition.range) ?? condition.kind.rawValue
            return written.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        var seen: [String] = []
        for condition in policy.conditions { collect(condition.body, &seen) }
        return .init(policy: id.text.string, condition: text.joined(separator: " "), values: seen)
    }

    private func collect(_ expression: Expression, _ seen: inout [String]) {
        if case .has(let base, let names) = expression.kind, let path = path(base) {
            // A record would say too much; what the condition reads of it shows itself.
            if case .record? = value(path + names) { return }
            note(path + names, &seen)
            return
        }
        if let path = path(expression) {
            note(path, &seen)
            return
        }
        for child in expression.kind.children { collect(child, &seen) }
    }

    private func note(_ path: [Text], _ seen: inout [String]) {
        let line = path.map(\.string).joined(separator: ".") + " = " + (value(path)?.plain ?? "nothing")
        if !seen.contains(line) { seen.append(line) }
    }

    /// `principal`, `owner`, `status` for `principal.owner.status`; nil for what is no attribute or variable.
    private func path(_ expression: Expression) -> [Text]? {
        switch expression.kind {
        case .variable(let variable): [Text(variable.rawValue)]
        case .attribute(let base, let name): path(base).map { $0 + [name] }
        default: nil
        }
    }

    private func value(_ path: [Text]) -> Value? {
        var value: Value
        switch path.first {
        case "principal": value = .entity(request.principal)
        case "action": value = .entity(request.action)
        case "resource": value = .entity(request.resource)
        case "context": value = .record(request.context)
        default: return nil
        }
        for name in path.dropFirst() {
            let next: Value? =
                switch value {
                case .record(let record): record[name]
                case .entity(let uid): entities[uid]?.attributes[name]
                default: nil
                }
            guard let next else { return nil }
            value = next
        }
        return value
    }
}

extension Value {
    /// As Cedar writes it, but times and lengths of time as people do.
    fileprivate var plain: String {
        switch self {
        case .datetime(let time): Domain.Instant(microseconds: time.milliseconds * 1000).text
        case .duration(let length) where length.milliseconds % 1000 == 0: "\(length.milliseconds / 1000)s"
        default: description
        }
    }
}
