/// A policy whose condition could not be evaluated; it took no part in the decision.
public struct PolicyError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The policy or link.
    public let policy: PolicyID

    /// Why.
    public let error: EvaluationError

    /// The message in the words of the reference implementation.
    public var description: String { "error while evaluating policy `\(policy)`: \(error)" }
}
