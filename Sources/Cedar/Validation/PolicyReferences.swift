/// The entity types and entities that a policy names, and whether the schema has them.
struct PolicyReferences {
    private var types: [(name: Name, range: SourceRange)] = []
    private var entities: [(uid: EntityUID, range: SourceRange)] = []
    private var texts: [(text: Text, range: SourceRange)] = []

    /// The variables that the condition mentions, scope included.
    private(set) var variables: Set<Variable> = []

    mutating func note(_ literal: Literal, _ range: SourceRange) {
        switch literal {
        case .bool, .long: break
        case .string(let text): texts.append((text, range))
        case .entity(let uid):
            types.append((uid.type, range))
            entities.append((uid, range))
            texts.append((uid.id, range))
        }
    }

    mutating func note(_ name: Text, _ range: SourceRange) { texts.append((name, range)) }

    mutating func note(_ type: Name, _ range: SourceRange) { types.append((type, range)) }

    mutating func note(_ variable: Variable) { variables.insert(variable) }

    func issues(_ schema: Schema) -> [ValidationIssue] {
        var issues: [ValidationIssue] = []
        for (name, range) in types where !name.isAction && schema.entityTypes[name] == nil {
            let message = "entity type `\(name)` is not declared"
            issues.append(ValidationIssue(code: .unknownEntityType, message: message, range: range))
        }
        for (uid, range) in entities {
            if uid.type.isAction {
                guard schema.actions[uid] == nil else { continue }
                let message = "action `\(uid)` is not declared"
                issues.append(ValidationIssue(code: .unknownAction, message: message, range: range))
            } else if let ids = schema.entityTypes[uid.type]?.enumeration, !ids.contains(uid.id) {
                let known = ids.prefix(8).map { "\"\($0.escaped)\"" }.joined(separator: ", ")
                let message = "`\(uid)` is not declared; the ids of `\(uid.type)` are \(known)"
                issues.append(ValidationIssue(code: .unknownEnumeratedID, message: message, range: range))
            }
        }
        return issues
    }

    /// Warnings of texts that are shown in another order than they are compared in.
    ///
    /// Source: Unicode Technical Standard 55, "Unicode Source Code Handling", section 3.1.
    func warnings() -> [ValidationIssue] {
        texts.compactMap { text, range in
            guard text.string.unicodeScalars.contains(where: Self.reorders) else { return nil }
            let message = "`\(text.escaped)` has characters that reorder how it is shown"
            return ValidationIssue(code: .reorderingCharacter, message: message, range: range)
        }
    }

    /// The embeddings, overrides and isolates of the bidirectional algorithm.
    private static func reorders(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
}
