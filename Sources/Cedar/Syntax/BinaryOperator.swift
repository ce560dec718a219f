/// An operator or built-in method with two operands.
public enum BinaryOperator: String, Hashable, Sendable, CaseIterable {
    /// `a == b`.
    case equal = "=="
    /// `a != b`.
    case notEqual = "!="
    /// `a < b`.
    case less = "<"
    /// `a <= b`.
    case lessOrEqual = "<="
    /// `a > b`.
    case greater = ">"
    /// `a >= b`.
    case greaterOrEqual = ">="
    /// `a in b`.
    case memberOf = "in"
    /// `a + b`.
    case add = "+"
    /// `a - b`.
    case subtract = "-"
    /// `a * b`.
    case multiply = "*"
    /// `a.contains(b)`.
    case contains
    /// `a.containsAll(b)`.
    case containsAll
    /// `a.containsAny(b)`.
    case containsAny
    /// `a.getTag(b)`.
    case getTag
    /// `a.hasTag(b)`.
    case hasTag

    /// Whether it is written as a method: `a.contains(b)`.
    public var isMethod: Bool {
        switch self {
        case .contains, .containsAll, .containsAny, .getTag, .hasTag: true
        default: false
        }
    }
}
