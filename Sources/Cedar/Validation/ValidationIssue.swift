/// One thing that the validator has to say about a policy.
public struct ValidationIssue: Hashable, Sendable, CustomStringConvertible {
    /// What kind of thing.
    public let code: Code

    /// One line, with the remedy where there is one.
    public let message: String

    /// Where it stands in the text that the policy was read from; ``SourceRange/none`` for policies from JSON.
    public let range: SourceRange

    /// The message.
    public var description: String { message }

    /// Whether the policy can fail or never apply because of it; otherwise it is worth a look.
    public var isError: Bool { code != .impossiblePolicy && code != .reorderingCharacter }

    /// The kinds of issues.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// A type that the schema does not declare.
        case unknownEntityType
        /// An action that the schema does not declare.
        case unknownAction
        /// An id that an enumerated entity type does not have.
        case unknownEnumeratedID
        /// No action can be asked for by such a principal on such a resource.
        case inapplicableScope
        /// An operand of a type that the operator does not take.
        case unexpectedType
        /// Two expressions that must have one type have not.
        case incompatibleTypes
        /// An attribute that the type does not have.
        case unknownAttribute
        /// An optional attribute that is read without `has` before it.
        case unguardedAttribute
        /// A tag that is read without `hasTag` before it.
        case unguardedTag
        /// A tag of an entity type that has none.
        case noTags
        /// `[]` in strict mode: its elements have no type.
        case emptySet
        /// A function with too few or too many arguments.
        case wrongArgumentCount
        /// A constructor of an extension type with something other than a literal, in strict mode.
        case computedArgument
        /// A literal that a constructor refuses.
        case invalidArgument
        /// A warning: the policy applies to no request.
        case impossiblePolicy
        /// A warning: a text with characters that reorder what is shown, so that it reads otherwise than it means.
        case reorderingCharacter
    }
}
