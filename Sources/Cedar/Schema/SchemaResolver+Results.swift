extension SchemaResolver {
    mutating func resolvedEntityTypes() -> [Name: EntityTypeDeclaration] {
        var parents: [Name: Set<Name>] = [:]
        for namespace in namespaces {
            for entity in namespace.entities {
                let name = fullName(entity.name, in: namespace.name)
                parents[name] = Set(entity.parents.compactMap { entityName($0, in: namespace.name) })
            }
        }
        let descendants = descendants(parents, "entity types")
        var declarations: [Name: EntityTypeDeclaration] = [:]
        for namespace in namespaces {
            for entity in namespace.entities {
                let name = fullName(entity.name, in: namespace.name)
                declarations[name] = EntityTypeDeclaration(
                    name: name,
                    parents: parents[name] ?? [],
                    descendants: descendants[name] ?? [],
                    attributes: record(entity.shape, in: namespace.name, "the shape of entity type `\(name)`"),
                    tags: entity.tags.map { resolve($0, in: namespace.name) },
                    enumeration: entity.enumeration,
                    annotations: entity.annotations,
                )
            }
        }
        return declarations
    }

    mutating func resolvedActions() -> [EntityUID: ActionDeclaration] {
        var parents: [EntityUID: Set<EntityUID>] = [:]
        for namespace in namespaces {
            let type = fullName("Action", in: namespace.name)
            for action in namespace.actions {
                parents[EntityUID(type, action.name)] = Set(
                    action.parents.compactMap { actionName($0, in: namespace.name) }
                )
            }
        }
        let descendants = descendants(parents, "actions")
        var ancestors: [EntityUID: Set<EntityUID>] = [:]
        for (ancestor, all) in descendants {
            for descendant in all { ancestors[descendant, default: []].insert(ancestor) }
        }
        var declarations: [EntityUID: ActionDeclaration] = [:]
        for namespace in namespaces {
            let type = fullName("Action", in: namespace.name)
            for action in namespace.actions {
                let uid = EntityUID(type, action.name)
                if descendants[uid]?.contains(uid) == true { report("action `\(uid)` is in itself", action.range) }
                declarations[uid] = ActionDeclaration(
                    uid: uid,
                    parents: parents[uid] ?? [],
                    ancestors: ancestors[uid] ?? [],
                    descendants: descendants[uid] ?? [],
                    principals: Set(action.principals.compactMap { entityName($0, in: namespace.name) }),
                    resources: Set(action.resources.compactMap { entityName($0, in: namespace.name) }),
                    context: record(action.context, in: namespace.name, "the context of action `\(uid)`"),
                    annotations: action.annotations,
                )
            }
        }
        return declarations
    }

    private mutating func descendants<Node: Hashable>(
        _ parents: [Node: Set<Node>],
        _ what: String,
    ) -> [Node: Set<Node>] {
        if let descendants = Closure.descendants(parents) { return descendants }
        report("the hierarchy of \(what) is too large: more than \(Closure.pairLimit) pairs", .none)
        return [:]
    }

    private mutating func actionName(_ name: RawActionName, in namespace: Name?) -> EntityUID? {
        let type = name.type ?? RawName(parts: ["Action"], range: name.range)
        for candidate in candidates(type, in: namespace) {
            let uid = EntityUID(candidate, name.id)
            if actionNames.contains(uid) { return uid }
        }
        report("action `\(type.text)::\"\(name.id.escaped)\"` is not declared", name.range)
        return nil
    }
}
