/// Writes a schema in Cedar syntax; reading that back gives an equal schema.
enum SchemaPrinter {
    /// The name of an attribute as it may stand in a record type: quoted when it is no identifier.
    static func key(_ name: Text) -> String {
        let isPlain = Identifier.isShaped(Array(name.string.utf8)) && !Identifier.reserved.contains(name)
        return isPlain ? name.string : "\"\(name.escaped)\""
    }

    static func text(_ schema: Schema) -> String {
        var namespaces: [Name?: [String]] = [:]
        for declaration in schema.entityTypes.values.sorted(by: { $0.name < $1.name }) {
            namespaces[declaration.name.namespace, default: []].append(text(declaration))
        }
        for declaration in schema.actions.values.sorted(by: { $0.uid < $1.uid }) {
            namespaces[declaration.uid.type.namespace, default: []].append(text(declaration))
        }
        return namespaces.sorted { ($0.key?.text ?? "") < ($1.key?.text ?? "") }
            .map { namespace, declarations in
                guard let namespace else { return declarations.joined(separator: "\n") }
                let body = declarations.joined(separator: "\n").split(separator: "\n").map { "    " + $0 }
                return "namespace \(namespace) {\n\(body.joined(separator: "\n"))\n}"
            }
            .joined(separator: "\n\n") + "\n"
    }

    private static func text(_ declaration: EntityTypeDeclaration) -> String {
        var text = annotations(declaration.annotations) + "entity \(declaration.name.base)"
        if let ids = declaration.enumeration {
            return text + " enum [" + ids.map { "\"\($0.escaped)\"" }.joined(separator: ", ") + "];"
        }
        if !declaration.parents.isEmpty { text += " in " + list(declaration.parents) }
        if !declaration.attributes.attributes.isEmpty { text += " " + Self.text(declaration.attributes) }
        if let tags = declaration.tags { text += " tags " + Self.text(tags) }
        return text + ";"
    }

    private static func text(_ declaration: ActionDeclaration) -> String {
        var text = annotations(declaration.annotations) + "action \(key(declaration.uid.id))"
        if !declaration.parents.isEmpty {
            text += " in [" + declaration.parents.sorted().map(\.description).joined(separator: ", ") + "]"
        }
        if !declaration.principals.isEmpty && !declaration.resources.isEmpty {
            text += " appliesTo {\n    principal: \(list(declaration.principals)),"
            text += "\n    resource: \(list(declaration.resources)),"
            text += "\n    context: \(Self.text(declaration.context)),\n}"
        }
        return text + ";"
    }

    /// Types with full names, so that nothing depends on where they stand; built-in ones carry their namespace because
    /// an entity type may have their name.
    private static func text(_ type: SchemaType) -> String {
        switch type {
        case .set(let element): "Set<\(text(element))>"
        case .record(let record): text(record)
        case .entity(let name): name.description
        case .bool, .long, .string, .extension: "__cedar::\(type)"
        }
    }

    private static func text(_ record: RecordType) -> String {
        let parts = record.attributes.sorted { $0.key < $1.key }.map { name, attribute in
            "\(key(name))\(attribute.isRequired ? "" : "?"): \(text(attribute.type))"
        }
        return parts.isEmpty ? "{}" : "{ \(parts.joined(separator: ", ")) }"
    }

    private static func list(_ names: Set<Name>) -> String {
        "[" + names.sorted().map(\.description).joined(separator: ", ") + "]"
    }

    private static func annotations(_ annotations: [Annotation]) -> String {
        annotations.map { $0.hasValue ? "@\($0.key)(\"\($0.value.escaped)\")\n" : "@\($0.key)\n" }.joined()
    }
}

extension Schema: CustomStringConvertible {
    /// The schema in Cedar syntax, common types written out where they were used.
    ///
    /// An action that applies to no principal or to no resource, which only the JSON syntax can say, is printed without
    /// `appliesTo`.
    public var description: String { SchemaPrinter.text(self) }
}
