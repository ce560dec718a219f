/// What became of one policy in a decision, and why.
public struct PolicyExplanation: Sendable, Hashable {
    /// The policy or link.
    public let id: PolicyID

    /// Whether it permits or forbids.
    public let effect: Effect

    /// Where its statement begins, when its text is known.
    public let position: SourcePosition?

    /// What became of it.
    public let outcome: Outcome

    /// What can become of a policy.
    public enum Outcome: Sendable, Hashable {
        /// Scope and conditions fit: it counts in the decision.
        case applied
        /// The scope does not fit; at least one mismatch.
        case outOfScope([ScopeMismatch])
        /// A condition does not hold.
        case conditionFailed(Condition.Kind, Cause)
        /// A condition could not be evaluated.
        case errored(EvaluationError, Condition.Kind, Cause)
    }
}

/// A part of a scope that does not fit the request.
public struct ScopeMismatch: Sendable, Hashable {
    /// Principal, action or resource.
    public let part: Variable

    /// The part in Cedar syntax, slots filled.
    public let constraint: String

    /// What the request has there.
    public let found: EntityUID

    /// Where the part stands in the policy's text.
    public let range: SourceRange

    /// Where it begins, when the text is known.
    public let position: SourcePosition?

    /// Whether the store has the entity; one that it does not have belongs to nothing.
    public let isKnown: Bool
}

extension PolicyExplanation: CustomStringConvertible {
    /// One line for people.
    public var description: String {
        switch outcome {
        case .applied:
            "`\(id)` \(effect == .permit ? "permits" : "forbids") the request"
        case .outOfScope(let mismatches):
            "`\(id)` does not concern the request: " + mismatches.map(\.description).joined(separator: "; ")
        case .conditionFailed(let kind, let cause):
            "`\(id)` does not apply, `\(kind.rawValue)` is not fulfilled: \(cause)"
        case .errored(_, let kind, let cause):
            "`\(id)` does not apply, `\(kind.rawValue)` cannot be evaluated: \(cause)"
        }
    }
}

extension ScopeMismatch: CustomStringConvertible {
    /// One line that says what was asked for and what was found.
    public var description: String {
        let place = position.map { "\($0): " } ?? ""
        return place + "\(constraint), but it is \(found)" + (isKnown ? "" : ", which is not among the entities")
    }
}
