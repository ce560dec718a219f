/// Why an expression has no value.
public enum EvaluationError: Error, Hashable, Sendable {
    /// A value is of another type than the operation takes.
    case typeMismatch(expected: [ValueType], found: ValueType)
    /// An attribute or tag of an entity was asked for that is not in the store.
    case missingEntity(EntityUID)
    /// An entity, or a record when `of` is nil, has no such attribute.
    case missingAttribute(Text, of: EntityUID?)
    /// An entity has no such tag.
    case missingTag(Text, of: EntityUID)
    /// A sum, difference, product or negation does not fit 64 bits.
    case overflow(Arithmetic, Int64, Int64)
    /// An extension function was called with too many or too few arguments.
    case wrongArity(ExtensionFunction, found: Int)
    /// An extension function has no result for its arguments.
    case extensionFailure(function: String, message: String)
    /// A value was asked for that `unknown("name")` leaves open.
    case unknown(Text)

    /// The operations that may overflow.
    public enum Arithmetic: String, Hashable, Sendable {
        /// `a + b`.
        case add
        /// `a - b`.
        case subtract
        /// `a * b`.
        case multiply
        /// `-a`; the second operand says nothing.
        case negate
    }
}

extension EvaluationError: CustomStringConvertible {
    /// The message in the words of the reference implementation.
    public var description: String {
        switch self {
        case .typeMismatch(let expected, let found):
            let list = expected.map(\.description).joined(separator: ", ")
            return "type error: expected \(expected.count == 1 ? list : "one of [\(list)]"), got \(found)"
        case .missingEntity(let uid):
            return "entity `\(uid)` does not exist"
        case .missingAttribute(let name, nil):
            return "record does not have the attribute `\(name.attributeSpelling)`"
        case .missingAttribute(let name, .some(let uid)):
            return "`\(uid)` does not have the attribute `\(name.attributeSpelling)`"
        case .missingTag(let name, let uid):
            return "`\(uid)` does not have the tag `\(name.attributeSpelling)`"
        case .overflow(.negate, let value, _):
            return "integer overflow while attempting to negate the value `\(value)`"
        case .overflow(let operation, let left, let right):
            return "integer overflow while attempting to \(operation.rawValue) the values `\(left)` and `\(right)`"
        case .wrongArity(let function, let found):
            return "wrong number of arguments provided to extension function `\(function.rawValue)`: "
                + "expected \(function.arity), got \(found)"
        case .extensionFailure(let function, let message):
            return "error while evaluating `\(function)` extension function: \(message)"
        case .unknown(let name):
            return "the expression contains unknown(s): `unknown(\"\(name.escaped)\")`"
        }
    }
}

extension Text {
    fileprivate var attributeSpelling: String { string }
}
