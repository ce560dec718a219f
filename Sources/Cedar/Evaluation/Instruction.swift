/// One node of a compiled expression; the meaning of the operands depends on the code.
///
/// 16 bytes, so that the nodes of a usual condition share a few cache lines.
struct Instruction: Sendable {
    enum Code: UInt8, Sendable {
        /// `constants[a]`.
        case constant
        case principal
        case action
        case resource
        case context
        /// All or any of `operands[a..<a + b]`.
        case and, or
        case not, negate
        case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, memberOf
        case add, subtract, multiply
        case contains, containsAll, containsAny, getTag, hasTag
        case isEmpty
        /// If `a` then `b` else `c`.
        case conditional
        /// Attribute `texts[b]` of `a`.
        case attribute
        /// Whether `a` has `texts[b]`, and that `texts[b + 1]`, up to `c` of them.
        case has
        /// Whether `a` is like `patterns[b]`.
        case like
        /// Whether `a` is of type `names[b]`, and in `c` unless that is negative.
        case isType
        /// A set of `operands[a..<a + b]`.
        case set
        /// A record of `operands[a..<a + b]` under the sorted keys `texts[c...]`.
        case record
        /// Function number `c` of `operands[a..<a + b]`.
        case call
    }

    let code: Code
    var a: Int32 = 0
    var b: Int32 = 0
    var c: Int32 = 0
}
