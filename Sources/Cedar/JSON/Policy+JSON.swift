extension Policy {
    /// The policy or template of a text in the JSON format of policies.
    ///
    /// - Throws: The first error of the text.
    public init(json source: SourceText) throws(SourceDiagnostic) {
        self = try PolicyReader(source).policy(try JSONReader.read(source))
    }

    /// The policy in the JSON format.
    ///
    /// Paths of `has` are written out as one `has` for each part, as the reference does.
    public var json: JSONNode {
        var members: [JSONNode.Member] = []
        if !annotations.isEmpty {
            members.append(
                JSONNode.Member(
                    "annotations",
                    .object(
                        annotations.map {
                            JSONNode.Member($0.key, $0.hasValue ? .string($0.value) : JSONNode(.null))
                        }
                    ),
                )
            )
        }
        members.append(JSONNode.Member("effect", .string(Text(effect.rawValue))))
        members.append(JSONNode.Member("principal", Self.json(principal, .principal)))
        members.append(JSONNode.Member("action", Self.json(action)))
        members.append(JSONNode.Member("resource", Self.json(resource, .resource)))
        let clauses = conditions.map { condition in
            JSONNode.object([
                JSONNode.Member("kind", .string(Text(condition.kind.rawValue))),
                JSONNode.Member("body", condition.body.json),
            ])
        }
        members.append(JSONNode.Member("conditions", JSONNode(.array(clauses))))
        return .object(members)
    }

    private static func json(_ constraint: ScopeConstraint, _ slot: Slot) -> JSONNode {
        func reference(_ reference: EntityReference) -> JSONNode.Member {
            switch reference {
            case .entity(let entity): JSONNode.Member("entity", entity.json)
            case .slot: JSONNode.Member("slot", .string(Text(slot.rawValue)))
            }
        }
        switch constraint {
        case .any: return .operation("All", [])
        case .equal(let target): return .operation("==", [reference(target)])
        case .memberOf(let target): return .operation("in", [reference(target)])
        case .isType(let type): return .operation("is", [JSONNode.Member("entity_type", .string(type.text))])
        case .isTypeIn(let type, let target):
            return .operation(
                "is",
                [
                    JSONNode.Member("entity_type", .string(type.text)),
                    JSONNode.Member("in", .object([reference(target)])),
                ],
            )
        }
    }

    private static func json(_ constraint: ActionConstraint) -> JSONNode {
        switch constraint {
        case .any: .operation("All", [])
        case .equal(let action): .operation("==", [JSONNode.Member("entity", action.json)])
        case .memberOf(let action): .operation("in", [JSONNode.Member("entity", action.json)])
        case .memberOfAny(let actions):
            .operation("in", [JSONNode.Member("entities", JSONNode(.array(actions.map(\.json))))])
        }
    }
}

extension JSONNode {
    /// An object of these members.
    static func object(_ members: [Member]) -> JSONNode { JSONNode(.object(members)) }

    /// A string.
    static func string(_ text: Text) -> JSONNode { JSONNode(.string(text)) }

    fileprivate static func operation(_ name: Text, _ members: [Member]) -> JSONNode {
        .object([Member("op", .string(name))] + members)
    }
}

extension EntityUID {
    /// The entity as an object with `type` and `id`.
    public var json: JSONNode {
        .object([JSONNode.Member("type", .string(type.text)), JSONNode.Member("id", .string(id))])
    }
}
