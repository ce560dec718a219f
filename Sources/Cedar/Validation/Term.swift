/// An expression prepared for checking: without sugar, and with a number that equal terms share.
///
/// `!=`, `>` and `>=` become negations, `has a.b` and `is … in` become conjunctions, record keys are sorted. The number
/// says whether a guard such as `principal has name` is about the same expression as `principal.name`.
struct Term: Sendable {
    /// Equal for terms of one policy that compute the same in the same way.
    let id: Int
    let form: Form
    let range: SourceRange
    /// Which form it is; told apart from the form so that a recursive function needs little stack to choose.
    let kind: Kind

    enum Kind: UInt8, Sendable {
        case leaf, and, or, not, negate, isEmpty, binary, conditional, attribute, has, like, isType, set, record, call
    }

    indirect enum Form: Sendable {
        case literal(Literal)
        case variable(Variable)
        case slot(Slot)
        /// At least two.
        case and([Term])
        /// At least two.
        case or([Term])
        case not(Term)
        case negate(Term)
        case isEmpty(Term)
        case binary(BinaryOperator, Term, Term)
        case conditional(Term, Term, Term)
        case attribute(Term, Text)
        case has(Term, Text)
        case like(Term)
        case isType(Term, Name)
        case set([Term])
        case record([(key: Text, value: Term)])
        case call(ExtensionFunction, [Term])

        var kind: Kind {
            switch self {
            case .literal, .variable, .slot: .leaf
            case .and: .and
            case .or: .or
            case .not: .not
            case .negate: .negate
            case .isEmpty: .isEmpty
            case .binary: .binary
            case .conditional: .conditional
            case .attribute: .attribute
            case .has: .has
            case .like: .like
            case .isType: .isType
            case .set: .set
            case .record: .record
            case .call: .call
            }
        }
    }
}
