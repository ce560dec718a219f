extension Schema {
    /// In what `entity` does not fit: its type, attributes, tags, parents, and its id when the type is enumerated.
    ///
    /// Of actions only whether they are declared is told here; ``Entities/init(_:conformingTo:)`` also compares what
    /// they belong to.
    public func violations(in entity: Entity) -> [SchemaViolation] {
        var check = ValueCheck(self, entity: entity.uid)
        guard !entity.uid.type.isAction else {
            if actions[entity.uid] == nil {
                check.report(.unknownAction, "this action is not declared")
            } else if !entity.attributes.isEmpty || !entity.tags.isEmpty {
                check.report(.changedAction, "actions have no attributes and no tags")
            }
            return check.violations
        }
        guard let type = entityTypes[entity.uid.type] else {
            check.report(.unknownEntityType, "entity type `\(entity.uid.type)` is not declared")
            return check.violations
        }
        if let ids = type.enumeration, !ids.contains(entity.uid.id) {
            check.report(.unknownEnumeratedID, "entity type `\(type.name)` has no such id")
        }
        check.compare(entity.attributes, type.attributes, "")
        for field in entity.tags.fields {
            if let tag = type.tags {
                check.compare(field.value, tag, "tag \(field.key)")
            } else {
                check.report(.unexpectedTag, "entity type `\(type.name)` has no tags, but there is tag `\(field.key)`")
            }
        }
        for parent in entity.parents.sorted() {
            if entityTypes[parent.type]?.descendants.contains(type.name) == true {
                check.compare(parent, "parents")
            } else {
                check.report(.wrongParent, "entities of type `\(type.name)` cannot be in `\(parent)`")
            }
        }
        return check.violations
    }

    /// In what `request` does not fit: its action, the types of principal and resource, and its context.
    public func violations(in request: Request) -> [SchemaViolation] {
        var check = ValueCheck(self)
        for (uid, what) in [(request.principal, "principal"), (request.resource, "resource")] {
            if entityTypes[uid.type] == nil {
                check.report(.unknownEntityType, "the type of \(what) `\(uid)` is not declared")
            } else {
                check.compare(uid, what)
            }
        }
        guard let action = actions[request.action] else {
            check.report(.unknownAction, "action `\(request.action)` is not declared")
            return check.violations
        }
        if entityTypes[request.principal.type] != nil, !action.principals.contains(request.principal.type) {
            check.report(.wrongPrincipal, "`\(action.uid)` does not apply to principals of `\(request.principal.type)`")
        }
        if entityTypes[request.resource.type] != nil, !action.resources.contains(request.resource.type) {
            check.report(.wrongResource, "`\(action.uid)` does not apply to resources of `\(request.resource.type)`")
        }
        check.compare(request.context, action.context, "context")
        return check.violations
    }

    /// In what a context does not fit requests for `action`.
    public func violations(in context: Record, of action: EntityUID) -> [SchemaViolation] {
        var check = ValueCheck(self)
        guard let declaration = actions[action] else {
            check.report(.unknownAction, "action `\(action)` is not declared")
            return check.violations
        }
        check.compare(context, declaration.context, "context")
        return check.violations
    }

    /// The declared actions as entities, each in the actions that it belongs to.
    public var actionEntities: [Entity] {
        actions.values.map { Entity($0.uid, parents: $0.parents) }
    }
}

extension Entities {
    /// A store of entities that fit a schema, with the actions of the schema.
    ///
    /// - Throws: Everything that does not fit.
    public init(_ entities: some Sequence<Entity>, conformingTo schema: Schema) throws(SchemaViolations) {
        let entities = Array(entities)
        var violations = entities.flatMap { schema.violations(in: $0) }
        violations += Self.changedActions(entities.filter(\.uid.type.isAction), schema)
        var store = Entities()
        do {
            store = try Entities(entities.filter { !$0.uid.type.isAction } + schema.actionEntities)
        } catch {
            violations.append(SchemaViolation(.brokenStore, error.description))
        }
        guard violations.isEmpty else { throw SchemaViolations(violations) }
        self = store
    }

    /// Given actions must belong to the same groups as in the schema, directly or by one another.
    private static func changedActions(_ given: [Entity], _ schema: Schema) -> [SchemaViolation] {
        if given.isEmpty { return [] }
        do {
            let store = try Entities(given)
            return given.compactMap { entity in
                guard let action = schema.actions[entity.uid], store.ancestors(of: entity.uid) != action.ancestors
                else { return nil }
                let message = "entity `\(entity.uid)`: the schema declares other groups of this action"
                return SchemaViolation(.changedAction, message, entity: entity.uid)
            }
        } catch {
            return [SchemaViolation(.brokenStore, error.description)]
        }
    }
}

extension Schema {
    /// The store of a JSON array of entities that fit this schema, with the actions of the schema.
    ///
    /// Attributes are read as the schema says: `{"type": …, "id": …}` will do for a reference, a string for an address.
    ///
    /// - Throws: The first place that cannot be read, else everything that does not fit.
    public func entities(json source: SourceText) throws(SchemaViolations) -> Entities {
        let entities: [Entity]
        do {
            entities = try Entities.entities(json: source, shapes: self)
        } catch {
            throw SchemaViolations([SchemaViolation(.unreadable, error.description)])
        }
        return try Entities(entities, conformingTo: self)
    }

    /// The request of a JSON object, its context read as the schema says.
    ///
    /// - Throws: The first place that cannot be read, else everything that does not fit.
    public func request(json source: SourceText) throws(SchemaViolations) -> Request {
        let request: Request
        do {
            request = try Request(json: source, shapes: self)
        } catch {
            throw SchemaViolations([SchemaViolation(.unreadable, error.description)])
        }
        let violations = violations(in: request)
        guard violations.isEmpty else { throw SchemaViolations(violations) }
        return request
    }
}
