/// Reads Cedar values from JSON.
///
/// Source: the Cedar reference, "Entities and context in JSON": `{"__entity": {"type": …, "id": …}}`,
/// `{"__extn": {"fn": …, "arg": …}}`; an object that does not fit these forms is a record.
package struct ValueReader {
    let source: SourceText

    package init(_ source: SourceText) {
        self.source = source
    }

    /// The value of `node`, which `place` names in messages.
    package func value(
        _ node: JSONNode,
        _ shape: JSONShape = .any,
        _ place: @autoclosure () -> String,
    ) throws(SourceDiagnostic) -> Value {
        switch node.kind {
        case .null:
            throw fail("in \(place()), found a `null`; JSON `null`s are not allowed in Cedar", node)
        case .bool(let value):
            return .bool(value)
        case .integer(let value):
            return .long(value)
        case .string(let value):
            guard case .constructed(let function) = shape else { return .string(value) }
            return try call(function, [.string(value)], node, place())
        case .array(let elements):
            var inner = JSONShape.any
            if case .set(let element) = shape { inner = element }
            var values = Set<Value>(minimumCapacity: elements.count)
            for element in elements { values.insert(try self.value(element, inner, place())) }
            return .set(values)
        case .object(let members):
            return try object(node, members, shape, place())
        }
    }

    /// The record that `node` is.
    package func record(
        _ node: JSONNode,
        _ shape: JSONShape = .any,
        _ place: @autoclosure () -> String,
    ) throws(SourceDiagnostic) -> Record {
        guard let members = node.members else {
            throw fail("\(place()) must be an object, but is \(node.kindName)", node)
        }
        var shapes: [Text: JSONShape] = [:]
        var other = JSONShape.any
        if case .record(let known) = shape { shapes = known }
        if case .fields(let common) = shape { other = common }
        var fields: ContiguousArray<Record.Field> = []
        fields.reserveCapacity(members.count)
        for member in members {
            let value = try value(member.value, shapes[member.key] ?? other, place())
            fields.append(Record.Field(key: member.key, value: value))
        }
        fields.sort { $0.key < $1.key }
        return Record(sorted: fields)
    }

    /// The entity that `node` names, with or without `__entity`.
    package func entity(_ node: JSONNode, _ place: @autoclosure () -> String) throws(SourceDiagnostic) -> EntityUID {
        if node["__expr"]?.string != nil {
            throw fail("in \(place()), the `__expr` escape is no longer supported", node)
        }
        if let inner = node["__entity"], let uid = try reference(inner) { return uid }
        if let uid = try reference(node) { return uid }
        if let uid = try pair(node) { return uid }
        throw fail("in \(place()), expected an object with the strings `type` and `id`", node)
    }

    private func object(
        _ node: JSONNode,
        _ members: [JSONNode.Member],
        _ shape: JSONShape,
        _ place: @autoclosure () -> String,
    ) throws(SourceDiagnostic) -> Value {
        if let escape = members.first, members.count == 1 {
            if escape.key == "__expr", escape.value.string != nil {
                throw fail("in \(place()), the `__expr` escape is no longer supported", node)
            }
            if escape.key == "__entity", let uid = try reference(escape.value) { return .entity(uid) }
        }
        var isConstructed = false
        if case .constructed = shape { isConstructed = true }
        if members.count == 1 || isConstructed, let inner = node["__extn"],
            let value = try extensionValue(inner, isConstructed, place())
        {
            return value
        }
        switch shape {
        case .entity:
            if let inner = node["__entity"], let uid = try reference(inner) { return .entity(uid) }
            if let uid = try reference(node) { return .entity(uid) }
        case .constructed:
            if let value = try extensionValue(node, true, place()) { return value }
        default: break
        }
        return .record(try record(node, shape, place()))
    }

    /// The entity of an object with `type` and `id`; nil when it is none.
    package func reference(_ node: JSONNode) throws(SourceDiagnostic) -> EntityUID? {
        guard let type = node["type"]?.string, let id = node["id"]?.string else { return nil }
        return EntityUID(try entityType(type, node), id)
    }

    /// The entity of an array of type and id; nil when it is none.
    private func pair(_ node: JSONNode) throws(SourceDiagnostic) -> EntityUID? {
        guard let parts = node.array, parts.count == 2, let type = parts[0].string, let id = parts[1].string else {
            return nil
        }
        return EntityUID(try entityType(type, node), id)
    }

    private func entityType(_ text: Text, _ node: JSONNode) throws(SourceDiagnostic) -> Name {
        guard let name = Name(text.string) else { throw fail("`\(text)` is not an entity type", node) }
        return name
    }

    /// The value of an object with `fn` and `arg` or `args`; nil when it is none.
    ///
    /// Where a schema asks for an extension value, plain strings will do for arguments that are such values too.
    private func extensionValue(
        _ node: JSONNode,
        _ isShaped: Bool,
        _ place: @autoclosure () -> String,
    ) throws(SourceDiagnostic) -> Value? {
        guard let name = node["fn"]?.string else { return nil }
        let arguments: [JSONNode]
        if let argument = node["arg"] {
            arguments = [argument]
        } else if let several = node["args"]?.array {
            arguments = several
        } else {
            return nil
        }
        guard let function = ExtensionFunction(rawValue: name.string) else {
            throw fail("in \(place()), extension function `\(name)` does not exist", node)
        }
        var values: [Value] = []
        let shapes = isShaped ? function.parameterShapes : []
        for (index, argument) in arguments.enumerated() {
            values.append(try value(argument, index < shapes.count ? shapes[index] : .any, place()))
        }
        return try call(function, values, node, place())
    }

    private func call(
        _ function: ExtensionFunction,
        _ arguments: [Value],
        _ node: JSONNode,
        _ place: @autoclosure () -> String,
    ) throws(SourceDiagnostic) -> Value {
        do {
            guard arguments.count == function.arity else {
                throw EvaluationError.wrongArity(function, found: arguments.count)
            }
            return arguments.count == 1
                ? try ExtensionCall.value(function, arguments[0])
                : try ExtensionCall.value(function, arguments[0], arguments[1])
        } catch {
            throw fail("in \(place()), \(error)", node)
        }
    }

    /// A diagnostic that points at the beginning of `node`.
    package func fail(_ message: String, _ node: JSONNode) -> SourceDiagnostic {
        SourceDiagnostic(message, at: SourceRange(node.offset, node.offset + 1), in: source)
    }
}
