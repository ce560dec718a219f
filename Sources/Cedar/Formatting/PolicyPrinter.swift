/// Writes statements in one canonical layout.
struct PolicyPrinter {
    private let expressions = ExpressionPrinter(width: 100)
    private let width = 100

    /// A statement with comments before its parts.
    ///
    /// `comments` gives those that stand before a part, by the part's number: annotations first, then the scope, then
    /// the conditions.
    func lines(_ policy: Policy, comments: [Int: [String]] = [:]) -> String {
        var lines: [String] = []
        var part = 0
        func add(_ text: String) {
            lines.append(contentsOf: comments[part] ?? [])
            lines.append(text)
            part += 1
        }
        for annotation in policy.annotations { add(Self.line(annotation)) }
        add(head(policy))
        for condition in policy.conditions { add(clause(condition)) }
        lines[lines.count - 1] += ";"
        return lines.joined(separator: "\n")
    }

    private static func line(_ annotation: Annotation) -> String {
        "@\(annotation.key)" + (annotation.hasValue ? "(\"\(annotation.value.escaped)\")" : "")
    }

    private func head(_ policy: Policy) -> String {
        let parts = [
            "principal" + Self.text(policy.principal, .principal),
            "action" + Self.text(policy.action),
            "resource" + Self.text(policy.resource, .resource),
        ]
        let line = "\(policy.effect.rawValue)(" + parts.joined(separator: ", ") + ")"
        if line.unicodeScalars.count <= width - 1 { return line }
        return "\(policy.effect.rawValue)(\n" + parts.map { "    " + $0 }.joined(separator: ",\n") + "\n)"
    }

    private func clause(_ condition: Condition) -> String {
        let line = expressions.lines(condition.body, indent: 4)
        let whole = "\(condition.kind.rawValue) { \(line) }"
        if !line.contains("\n"), whole.unicodeScalars.count <= width - 1 { return whole }
        return "\(condition.kind.rawValue) {\n    \(line)\n}"
    }

    /// A constraint behind its variable, beginning with a blank unless it is empty.
    static func text(_ constraint: ScopeConstraint, _ slot: Slot) -> String {
        func name(_ reference: EntityReference) -> String {
            switch reference {
            case .entity(let entity): entity.description
            case .slot: slot.rawValue
            }
        }
        return switch constraint {
        case .any: ""
        case .equal(let reference): " == " + name(reference)
        case .memberOf(let reference): " in " + name(reference)
        case .isType(let type): " is \(type)"
        case .isTypeIn(let type, let reference): " is \(type) in " + name(reference)
        }
    }

    /// The action's constraint behind its variable.
    static func text(_ constraint: ActionConstraint) -> String {
        switch constraint {
        case .any: ""
        case .equal(let action): " == \(action)"
        case .memberOf(let action): " in \(action)"
        case .memberOfAny(let actions): " in [" + actions.map(\.description).joined(separator: ", ") + "]"
        }
    }
}

extension Policy: CustomStringConvertible {
    /// The statement in Cedar syntax, in the canonical layout.
    public var description: String { PolicyPrinter().lines(self) }
}
