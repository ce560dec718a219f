/// Finds the workflow definitions of a file, however they are wrapped.
struct DefinitionSearch {
    /// A definition and what stands around it.
    struct Found {
        var definition: JSONValue
        /// The objects and lists around it, the outermost first.
        var around: [JSONValue]
        var expressions: TemplateExpressions
    }

    private(set) var definitions: [Found] = []
    /// Other resources of templates, in the order of the file.
    private(set) var resources: [Found] = []

    init(_ root: JSONValue) {
        visit(root, around: [], scopes: [])
    }

    /// Whether it is the definition of a workflow: triggers and actions by name, and the schema or a content version.
    static func isDefinition(_ value: JSONValue) -> Bool {
        guard value.isObject, value["triggers"]?.isObject ?? false, value["actions"]?.isObject ?? false else {
            return false
        }
        let schema = value["$schema"]?.string?.lowercased()
        return schema?.contains("workflowdefinition.json") ?? false || value["contentVersion"] != nil
    }

    /// A definition inside a definition belongs to the outer one; the parser bounds the depth.
    private mutating func visit(_ value: JSONValue, around: [JSONValue], scopes: [TemplateExpressions.Scope]) {
        switch value.kind {
        case .array:
            for element in value.elements where element.isObject || element.isArray {
                visit(element, around: around + [value], scopes: scopes)
            }
        case .object:
            let expressions = TemplateExpressions(scopes: scopes)
            if Self.isDefinition(value) {
                definitions.append(Found(definition: value, around: around, expressions: expressions))
                return
            }
            if let type = value["type"]?.string, type.contains("/"), value["properties"]?.isObject ?? false {
                resources.append(Found(definition: value, around: around, expressions: expressions))
            }
            var scopes = scopes
            if value["resources"] != nil, value["parameters"] != nil || value["variables"] != nil {
                // Values for a nested template stand beside it.
                scopes.insert(.init(template: value, passed: around.last?["parameters"]), at: 0)
            }
            for (_, member) in value.members where member.isObject || member.isArray {
                visit(member, around: around + [value], scopes: scopes)
            }
        case .null, .bool, .number, .string: break
        }
    }
}
