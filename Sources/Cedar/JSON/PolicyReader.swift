/// Reads policies and policy sets from their JSON form.
///
/// Source: the Cedar reference, "JSON policy format". Unknown members are refused wherever the reference refuses them.
struct PolicyReader {
    let values: ValueReader

    init(_ source: SourceText) {
        values = ValueReader(source)
    }

    /// A static policy or a template.
    func policy(_ node: JSONNode) throws(SourceDiagnostic) -> Policy {
        let members = try members(
            node,
            "a policy",
            required: ["effect", "principal", "action", "resource", "conditions"],
            optional: ["annotations"],
        )
        guard let effect = members["effect"]?.string.flatMap({ Effect(rawValue: $0.string) }) else {
            throw fail("`effect` must be \"permit\" or \"forbid\"", members["effect"] ?? node)
        }
        var conditions: [Condition] = []
        for condition in try array(members["conditions"] ?? node, "`conditions`") {
            conditions.append(try self.condition(condition))
        }
        return Policy(
            annotations: try annotations(members["annotations"]),
            effect: effect,
            principal: try scope(members["principal"] ?? node, .principal),
            action: try action(members["action"] ?? node),
            resource: try scope(members["resource"] ?? node, .resource),
            conditions: conditions,
        )
    }

    private func annotations(_ node: JSONNode?) throws(SourceDiagnostic) -> [Annotation] {
        guard let node else { return [] }
        guard let members = node.members else { throw fail("`annotations` must be an object", node) }
        var annotations: [Annotation] = []
        for member in members {
            guard Identifier.isShaped(Array(member.key.string.utf8)) else {
                throw fail("`\(member.key)` is not an annotation name", member.value)
            }
            if member.value.kind != .null, member.value.string == nil {
                throw fail("the annotation `\(member.key)` must be a string or null", member.value)
            }
            annotations.append(Annotation(key: member.key, value: member.value.string))
        }
        return annotations
    }

    private func scope(_ node: JSONNode, _ slot: Slot) throws(SourceDiagnostic) -> ScopeConstraint {
        switch try operation(node) {
        case "All", "all":
            return .any
        case "==":
            return .equal(try reference(node, slot))
        case "in":
            return .memberOf(try reference(node, slot))
        case "is":
            _ = try members(node, "a scope with `is`", required: ["op", "entity_type"], optional: ["in"])
            let type = try entityType(node)
            guard let container = node["in"] else { return .isType(type) }
            return .isTypeIn(type, try reference(container, slot))
        case let other:
            throw fail("`\(other)` is not an operator of a scope", node)
        }
    }

    private func action(_ node: JSONNode) throws(SourceDiagnostic) -> ActionConstraint {
        let constraint: ActionConstraint
        switch try operation(node) {
        case "All", "all":
            return .any
        case "==":
            constraint = .equal(try values.entity(try member("entity", node), "the action"))
        case "in":
            if let one = node["entity"] {
                constraint = .memberOf(try values.entity(one, "the action"))
            } else {
                var actions: [EntityUID] = []
                for action in try array(try member("entities", node), "`entities`") {
                    actions.append(try values.entity(action, "the actions"))
                }
                constraint = .memberOfAny(actions)
            }
        case let other:
            throw fail("`\(other)` is not an operator of the action's scope", node)
        }
        if let other = constraint.actions.first(where: { !$0.type.isAction }) {
            throw fail("expected an entity uid with type `Action` but got `\(other)`", node)
        }
        return constraint
    }

    private func operation(_ node: JSONNode) throws(SourceDiagnostic) -> String {
        guard let name = try member("op", node).string else { throw fail("`op` must be a string", node) }
        return name.string
    }

    private func reference(_ node: JSONNode, _ slot: Slot) throws(SourceDiagnostic) -> EntityReference {
        if let entity = node["entity"] { return .entity(try values.entity(entity, "the scope")) }
        guard let found = try member("slot", node).string, found.string == slot.rawValue else {
            throw fail("expected an `entity`, or a `slot` that is \(slot.rawValue)", node)
        }
        return .slot
    }

    private func condition(_ node: JSONNode) throws(SourceDiagnostic) -> Condition {
        let members = try members(node, "a condition", required: ["kind", "body"])
        guard let kind = members["kind"]?.string.flatMap({ Condition.Kind(rawValue: $0.string) }) else {
            throw fail("`kind` must be \"when\" or \"unless\"", node)
        }
        let body = try expression(members["body"] ?? node)
        if body.hasSlot { throw fail("found a template slot in a `\(kind.rawValue)` clause", node) }
        return Condition(kind, body)
    }
}

extension PolicyReader {
    /// A diagnostic that points at the beginning of `node`.
    func fail(_ message: String, _ node: JSONNode) -> SourceDiagnostic { values.fail(message, node) }

    /// The member `name` of an object.
    func member(_ name: Text, _ node: JSONNode) throws(SourceDiagnostic) -> JSONNode {
        guard let member = node[name] else { throw fail("the field `\(name)` is missing", node) }
        return member
    }

    /// The elements of an array.
    func array(_ node: JSONNode, _ place: String) throws(SourceDiagnostic) -> [JSONNode] {
        guard let elements = node.array else { throw fail("\(place) must be an array, but is \(node.kindName)", node) }
        return elements
    }

    /// The type that `entity_type` names.
    func entityType(_ node: JSONNode) throws(SourceDiagnostic) -> Name {
        let member = try member("entity_type", node)
        guard let name = member.string.flatMap({ Name($0.string) }) else {
            throw fail("`entity_type` must be the name of an entity type", member)
        }
        return name
    }

    /// The members of an object that has all required ones and none but these and the optional ones.
    func members(
        _ node: JSONNode,
        _ place: String,
        required: [Text],
        optional: [Text] = [],
    ) throws(SourceDiagnostic) -> [Text: JSONNode] {
        guard let members = node.members else {
            throw fail("\(place) must be an object, but is \(node.kindName)", node)
        }
        var found: [Text: JSONNode] = [:]
        for member in members {
            guard required.contains(member.key) || optional.contains(member.key) else {
                throw fail("\(place) has no field `\(member.key)`", member.value)
            }
            found[member.key] = member.value
        }
        for name in required where found[name] == nil { throw fail("\(place) must have the field `\(name)`", node) }
        return found
    }
}
