/// One way in which an entity or a request does not fit a schema.
public struct SchemaViolation: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of thing.
    public let code: Code

    /// The entity that does not fit; nil for a request.
    public let entity: EntityUID?

    /// One line that names the attribute and the types.
    public let message: String

    /// The message.
    public var description: String { message }

    init(_ code: Code, _ message: String, entity: EntityUID? = nil) {
        self.code = code
        self.message = message
        self.entity = entity
    }

    /// The kinds of violations.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// An entity type that is not declared.
        case unknownEntityType
        /// An action that is not declared.
        case unknownAction
        /// An id that an enumerated entity type does not have.
        case unknownEnumeratedID
        /// A required attribute that is absent.
        case missingAttribute
        /// An attribute or field that is not declared.
        case unknownAttribute
        /// A value of another type than declared.
        case wrongType
        /// A tag of an entity type that has none.
        case unexpectedTag
        /// A parent of a type that the schema does not allow.
        case wrongParent
        /// An action entity that is not as the schema declares it.
        case changedAction
        /// A principal type that the action does not apply to.
        case wrongPrincipal
        /// A resource type that the action does not apply to.
        case wrongResource
        /// An entity that is given twice with different contents, or that lies below itself.
        case brokenStore
        /// JSON that cannot be read as the schema's types.
        case unreadable
    }
}

/// Everything in which entities or a request do not fit a schema.
public struct SchemaViolations: Error, Hashable, Sendable, CustomStringConvertible {
    /// Never empty.
    public let violations: [SchemaViolation]

    init(_ violations: [SchemaViolation]) {
        self.violations = violations
    }

    /// One line for each violation.
    public var description: String { violations.map(\.description).joined(separator: "\n") }
}
