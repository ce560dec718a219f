/// The part of a condition because of which it did not hold, or failed.
public struct Cause: Sendable, Hashable {
    /// The part in Cedar syntax, in one line.
    public let expression: String

    /// Where it stands in the policy's text.
    public let range: SourceRange

    /// Where it begins, when the text is known.
    public let position: SourcePosition?

    /// What it came to.
    public let result: Observation.Result

    /// What its operands came to; literals are left out.
    public let operands: [Observation]

    /// When none of several alternatives held: the cause for each of them.
    public let alternatives: [Cause]
}

/// An expression and what it came to.
public struct Observation: Sendable, Hashable {
    /// The expression in Cedar syntax, in one line.
    public let expression: String

    /// What it came to.
    public let result: Result

    /// A value, or the reason why there is none.
    public enum Result: Sendable, Hashable, CustomStringConvertible {
        /// This value.
        case value(Value)
        /// No value.
        case error(EvaluationError)

        /// The value in Cedar syntax, or the message.
        public var description: String {
            switch self {
            case .value(let value): value.description
            case .error(let error): error.description
            }
        }
    }
}

extension Cause: CustomStringConvertible {
    /// One line that says what was seen.
    public var description: String {
        let place = position.map { "\($0): " } ?? ""
        let seen = operands.map { "`\($0.expression)` is \($0.result)" }.joined(separator: ", ")
        let others = alternatives.map(\.description).joined(separator: "; ")
        let details = [seen, others].filter { !$0.isEmpty }.joined(separator: "; ")
        let verdict =
            switch result {
            case .value(let value): "`\(expression)` is \(value)"
            case .error(let error): "`\(expression)` fails: \(error)"
            }
        return place + verdict + (details.isEmpty ? "" : " (\(details))")
    }
}
