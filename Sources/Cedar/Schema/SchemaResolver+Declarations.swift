extension SchemaResolver {
    /// Words that cannot name a common type, because the JSON syntax gives them a meaning.
    private static let reservedTypeNames: Set<Text> = [
        "Bool", "Boolean", "Entity", "Extension", "Long", "Record", "Set", "String",
    ]

    mutating func collect() {
        var seen: Set<Name> = []
        for namespace in namespaces {
            if let name = namespace.name {
                if name.parts.contains(Identifier.kept) {
                    report("`__cedar` is reserved and cannot be part of a namespace", namespace.range)
                }
                if !seen.insert(name).inserted {
                    report("namespace `\(name)` is declared twice; put its declarations together", namespace.range)
                }
            }
            collectTypes(of: namespace)
            collectActions(of: namespace)
        }
    }

    private mutating func collectTypes(of namespace: RawNamespace) {
        for entity in namespace.entities {
            if entity.name == Identifier.kept { report("`__cedar` is reserved", entity.range) }
            if entity.name == "Action" {
                report("`Action` is the type of actions and cannot be declared as entity type", entity.range)
            }
            if !entityNames.insert(fullName(entity.name, in: namespace.name)).inserted {
                report("entity type `\(entity.name)` is declared twice", entity.range)
            }
            warnOfBuiltIn(entity.name, entity.range)
        }
        for type in namespace.types {
            if type.name == Identifier.kept { report("`__cedar` is reserved", type.range) }
            if Self.reservedTypeNames.contains(type.name) {
                report("`\(type.name)` is reserved and cannot name a common type", type.range)
            }
            let name = fullName(type.name, in: namespace.name)
            if commonTypes.updateValue((type.type, namespace.name), forKey: name) != nil {
                report("common type `\(type.name)` is declared twice", type.range)
            }
            warnOfBuiltIn(type.name, type.range)
            if entityNames.contains(name) {
                warnings.append(
                    SourceDiagnostic("common type `\(name)` hides the entity type", at: type.range, in: source)
                )
            }
        }
    }

    private mutating func collectActions(of namespace: RawNamespace) {
        let type = fullName("Action", in: namespace.name)
        for action in namespace.actions {
            actionTypes.insert(type)
            if !actionNames.insert(EntityUID(type, action.name)).inserted {
                report("action `\(action.name)` is declared twice", action.range)
            }
        }
    }

    private mutating func warnOfBuiltIn(_ name: Text, _ range: SourceRange) {
        guard Self.builtIns[name] != nil else { return }
        warnings.append(SourceDiagnostic("`\(name)` hides the built-in type", at: range, in: source))
    }

    /// A name outside of all namespaces must not be hidden by one inside: RFC 70.
    mutating func refuseShadowing() {
        for namespace in namespaces where namespace.name != nil {
            let names = namespace.entities.map { ($0.name, $0.range) } + namespace.types.map { ($0.name, $0.range) }
            for (base, range) in names {
                let outer = Name(unchecked: base)
                if entityNames.contains(outer) || commonTypes[outer] != nil {
                    report("`\(fullName(base, in: namespace.name))` hides `\(outer)`; rename one of them", range)
                }
            }
            for action in namespace.actions {
                let outer = EntityUID(Name(unchecked: "Action"), action.name)
                if actionNames.contains(outer) {
                    let inner = EntityUID(fullName("Action", in: namespace.name), action.name)
                    report("`\(inner)` hides `\(outer)`; rename one of them", action.range)
                }
            }
        }
    }
}
