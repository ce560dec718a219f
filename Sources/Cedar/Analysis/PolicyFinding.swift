/// Something in a policy set that is legal but does nothing, or less than it seems to.
public struct PolicyFinding: Hashable, Sendable, CustomStringConvertible {
    /// What kind of thing.
    public let kind: Kind

    /// The policy or link that it is about.
    public let policy: PolicyID

    /// The policy that makes it so, if one does.
    public let other: PolicyID?

    /// One line.
    public let message: String

    init(_ kind: Kind, _ policy: PolicyID, by other: PolicyID? = nil, _ message: String) {
        self.kind = kind
        self.policy = policy
        self.other = other
        self.message = message
    }

    /// The id and the message.
    public var description: String { "\(policy): \(message)" }

    /// The kinds of findings.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// No request that the schema allows fits its scope and condition.
        case neverApplies
        /// A permit: wherever it applies, a forbid without condition applies too.
        case shadowed
        /// A permit or forbid: wherever it applies, one of the same effect without condition applies too.
        case redundant
        /// It says the same as one before it.
        case duplicate
        /// Its scope, or a value of the link, names an entity that does not exist.
        case missingEntity
    }
}
