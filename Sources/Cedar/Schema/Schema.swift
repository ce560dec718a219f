/// The entity types and actions of an application, with all names resolved.
///
///     let schema = try Schema(parsing: """
///         entity User in [Team];
///         entity Team;
///         entity Document { owner: User, tags?: Set<String> };
///         action view appliesTo { principal: User, resource: Document };
///         """)
///     let report = Validator(schema).validate(policies)
///
/// Source: the Cedar reference, "Human-readable schema grammar" and "JSON schema format".
public struct Schema: Hashable, Sendable {
    /// What is declared of each entity type, by full name; action types are not among them.
    public let entityTypes: [Name: EntityTypeDeclaration]

    /// What is declared of each action.
    public let actions: [EntityUID: ActionDeclaration]

    /// The types of the declared actions, such as `Shop::Action`.
    public let actionTypes: Set<Name>

    /// Names that hide another: legal, but perhaps not meant.
    public let warnings: [SourceDiagnostic]

    private let shapes: SchemaShapes

    package init(
        entityTypes: [Name: EntityTypeDeclaration],
        actions: [EntityUID: ActionDeclaration],
        warnings: [SourceDiagnostic] = [],
    ) {
        self.entityTypes = entityTypes
        self.actions = actions
        self.warnings = warnings
        actionTypes = Set(actions.keys.map(\.type))
        shapes = SchemaShapes(entityTypes, actions)
    }

    /// A schema from text in Cedar syntax.
    ///
    /// - Throws: Everything that is wrong with it, at most 50 things, each with line and column.
    public init(parsing text: String) throws(SchemaErrors) {
        try self.init(parsing: Array(text.utf8))
    }

    /// A schema from the UTF-8 bytes of a text in Cedar syntax.
    ///
    /// - Throws: Everything that is wrong with it, at most 50 things, each with line and column.
    public init(parsing bytes: [UInt8]) throws(SchemaErrors) {
        let source = SourceText(bytes)
        var parser = SchemaParser(source)
        self = try SchemaResolver.resolve(try parser.namespaces(), in: source)
    }

    /// A schema from text in JSON syntax.
    ///
    /// - Throws: What is wrong with it, with line and column.
    public init(json text: String) throws(SchemaErrors) {
        try self.init(json: Array(text.utf8))
    }

    /// A schema from the UTF-8 bytes of a text in JSON syntax.
    ///
    /// - Throws: What is wrong with it, with line and column.
    public init(json bytes: [UInt8]) throws(SchemaErrors) {
        let source = SourceText(bytes)
        self = try SchemaResolver.resolve(try SchemaJSONReader.namespaces(in: source), in: source)
    }

    /// Whether `type` is the type of a declared action or a declared entity type.
    public func declares(_ type: Name) -> Bool {
        entityTypes[type] != nil || actionTypes.contains(type)
    }

    /// Whether entities of `type` may be in an entity of `ancestor`, or be it.
    public func mayBe(_ type: Name, in ancestor: Name) -> Bool {
        type == ancestor || entityTypes[ancestor]?.descendants.contains(type) == true
    }
}

extension Schema: JSONShapes {
    /// What the attributes of entities of `type` are read as; nil when it is not declared.
    public func attributes(of type: Name) -> JSONShape? { shapes.attributes[type] }

    /// What the tags of entities of `type` are read as; nil when they have none.
    public func tags(of type: Name) -> JSONShape? { shapes.tags[type] }

    /// What the context of requests for `action` is read as; nil when it is not declared.
    public func context(of action: EntityUID) -> JSONShape? { shapes.contexts[action] }
}

extension Schema {
    /// Whether both declare the same; warnings are not compared.
    public static func == (left: Schema, right: Schema) -> Bool {
        left.entityTypes == right.entityTypes && left.actions == right.actions
    }

    /// Hashes the names that are declared.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(Set(entityTypes.keys))
        hasher.combine(Set(actions.keys))
    }
}

/// Everything that is wrong with one schema.
public struct SchemaErrors: Error, Hashable, Sendable, CustomStringConvertible {
    /// At most ``SyntaxErrors/limit`` diagnostics; never empty.
    public let diagnostics: [SourceDiagnostic]

    /// Errors of one schema.
    public init(_ diagnostics: [SourceDiagnostic]) {
        self.diagnostics = Array(diagnostics.prefix(SyntaxErrors.limit))
    }

    /// One line for each diagnostic.
    public var description: String {
        diagnostics.map(\.description).joined(separator: "\n")
    }
}
