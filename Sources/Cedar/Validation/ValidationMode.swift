/// How much the validator lets pass.
public enum ValidationMode: Hashable, Sendable, CaseIterable {
    /// Both sides of `==`, the elements of a set and the branches of `if` have one type; arguments of `ip`, `decimal`,
    /// `datetime` and `duration` are literals; empty set literals are refused. What passes can be analysed.
    case strict
    /// Only what can fail at evaluation is refused.
    case permissive
}
