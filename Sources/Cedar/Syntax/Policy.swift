/// One statement: a static policy, or a template when its scope has a slot.
public struct Policy: Sendable {
    /// In the order in which they stand; keys are unique.
    public let annotations: [Annotation]

    /// `permit` or `forbid`.
    public let effect: Effect

    /// What the scope says of the principal.
    public let principal: ScopeConstraint

    /// What the scope says of the action.
    public let action: ActionConstraint

    /// What the scope says of the resource.
    public let resource: ScopeConstraint

    /// `when` and `unless` clauses in order.
    public let conditions: [Condition]

    /// Where everything stands.
    public let ranges: Ranges

    /// A statement from its parts.
    public init(
        annotations: [Annotation] = [],
        effect: Effect,
        principal: ScopeConstraint = .any,
        action: ActionConstraint = .any,
        resource: ScopeConstraint = .any,
        conditions: [Condition] = [],
        ranges: Ranges = Ranges(),
    ) {
        self.annotations = annotations
        self.effect = effect
        self.principal = principal
        self.action = action
        self.resource = resource
        self.conditions = conditions
        self.ranges = ranges
    }

    /// The slots of the scope, `?principal` first; empty for a static policy.
    public var slots: [Slot] {
        (principal.reference == .slot ? [.principal] : []) + (resource.reference == .slot ? [.resource] : [])
    }

    /// Whether the scope has a slot: then only links of it take part in decisions.
    public var isTemplate: Bool { principal.reference == .slot || resource.reference == .slot }

    /// The value of the annotation `key`; empty for one without value, nil when there is none.
    public func annotation(_ key: Text) -> Text? {
        annotations.first { $0.key == key }?.value
    }

    /// Where the parts of a statement stand.
    public struct Ranges: Hashable, Sendable {
        /// The statement, annotations and semicolon included.
        public var statement: SourceRange
        /// The principal's part of the scope.
        public var principal: SourceRange
        /// The action's part of the scope.
        public var action: SourceRange
        /// The resource's part of the scope.
        public var resource: SourceRange

        /// Ranges of a statement's parts.
        public init(
            statement: SourceRange = .none,
            principal: SourceRange = .none,
            action: SourceRange = .none,
            resource: SourceRange = .none,
        ) {
            self.statement = statement
            self.principal = principal
            self.action = action
            self.resource = resource
        }
    }
}

/// What a policy does when it applies.
public enum Effect: String, Hashable, Sendable, CaseIterable {
    /// Allows the request unless a policy forbids it.
    case permit
    /// Denies the request, whatever others permit.
    case forbid
}

/// A name and a text that say something about a policy to people and programs, not to the engine.
public struct Annotation: Hashable, Sendable {
    /// An identifier; reserved words are allowed here.
    public let key: Text

    /// The text, unescaped; empty when none was written.
    public let value: Text

    /// Whether a text was written: `@key("…")` rather than `@key`.
    public let hasValue: Bool

    /// Where it stands.
    public let range: SourceRange

    /// An annotation; `value` nil means that no text is written.
    public init(key: Text, value: Text?, range: SourceRange = .none) {
        self.key = key
        self.value = value ?? ""
        hasValue = value != nil
        self.range = range
    }

    /// Whether keys and values are the same; places are not compared.
    public static func == (left: Annotation, right: Annotation) -> Bool {
        left.key == right.key && left.value == right.value
    }

    /// Hashes key and value.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(key)
        hasher.combine(value)
    }
}

/// A `when` or `unless` clause.
public struct Condition: Hashable, Sendable {
    /// Whether the policy applies when the body holds, or when it does not.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Applies when the body is true.
        case when
        /// Applies when the body is false.
        case unless
    }

    /// `when` or `unless`.
    public let kind: Kind

    /// What is asked.
    public let body: Expression

    /// Where the clause stands.
    public let range: SourceRange

    /// A clause.
    public init(_ kind: Kind, _ body: Expression, range: SourceRange = .none) {
        self.kind = kind
        self.body = body
        self.range = range
    }

    /// Whether kind and body are the same; places are not compared.
    public static func == (left: Condition, right: Condition) -> Bool {
        left.kind == right.kind && left.body == right.body
    }

    /// Hashes kind and body.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(body)
    }
}

extension Policy: Hashable {
    /// Whether both say the same; places are not compared.
    public static func == (left: Policy, right: Policy) -> Bool {
        left.effect == right.effect && left.principal == right.principal && left.action == right.action
            && left.resource == right.resource && left.conditions == right.conditions
            && left.annotations == right.annotations
    }

    /// Hashes all but the places.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(effect)
        hasher.combine(principal)
        hasher.combine(action)
        hasher.combine(resource)
        hasher.combine(conditions)
        hasher.combine(annotations)
    }
}
