/// A condition, or a part of one, with the place where it was written.
///
/// Trees are at most ``Expression/heightLimit`` levels high; readers refuse more, so that walking a tree by recursion is
/// safe on a stack of 512 KiB.
public struct Expression: Sendable {
    /// What is computed.
    public let kind: Kind

    /// Where it stands; ``SourceRange/none`` when it comes from JSON.
    public let range: SourceRange

    /// Levels of this tree, 1 for a leaf.
    public let height: Int

    /// Whether a slot stands anywhere inside.
    public let hasSlot: Bool

    /// Trees higher than this are refused.
    public static let heightLimit = 500

    /// An expression that stands at `range`.
    public init(_ kind: Kind, range: SourceRange = .none) {
        self.kind = kind
        self.range = range
        (height, hasSlot) = kind.summary
    }

    /// The forms of expressions.
    public indirect enum Kind: Sendable {
        /// `true`, `1`, `"text"` or `User::"alice"`.
        case literal(Literal)
        /// `principal`, `action`, `resource` or `context`.
        case variable(Variable)
        /// `?principal` or `?resource`.
        case slot(Slot)
        /// `a && b && c`, at least two, evaluated from the left.
        case and([Expression])
        /// `a || b || c`, at least two, evaluated from the left.
        case or([Expression])
        /// `!a`.
        case not(Expression)
        /// `-a` where `a` is not an integer literal.
        case negate(Expression)
        /// `a op b`, `a.contains(b)`, `a.getTag(b)` and their like.
        case binary(BinaryOperator, Expression, Expression)
        /// `a.isEmpty()`.
        case isEmpty(Expression)
        /// `if a then b else c`.
        case conditional(Expression, then: Expression, else: Expression)
        /// `a.name` or `a["name"]`.
        case attribute(Expression, Text)
        /// `a has b.c`: the path has at least one part.
        case has(Expression, path: [Text])
        /// `a like "pattern"`.
        case like(Expression, Pattern)
        /// `a is Type`, or `a is Type in b`.
        case isType(Expression, Name, in: Expression?)
        /// `[a, b]`.
        case set([Expression])
        /// `{a: b}`; keys are unique.
        case record([Field])
        /// `ip("…")` or `a.isInRange(b)`; a method's receiver is its first argument.
        case call(ExtensionFunction, [Expression])
    }

    /// One `key: value` of a record.
    public struct Field: Sendable {
        /// The key, unescaped.
        public let key: Text

        /// The value.
        public let value: Expression

        /// A field of a record.
        public init(key: Text, value: Expression) {
            self.key = key
            self.value = value
        }
    }
}

extension Expression.Kind {
    /// The expressions directly inside, in the order in which they stand.
    public var children: [Expression] {
        switch self {
        case .literal, .variable, .slot: []
        case .and(let parts), .or(let parts), .set(let parts), .call(_, let parts): parts
        case .not(let a), .negate(let a), .isEmpty(let a), .attribute(let a, _), .has(let a, _), .like(let a, _): [a]
        case .binary(_, let a, let b): [a, b]
        case .conditional(let a, let b, let c): [a, b, c]
        case .isType(let a, _, let b): b.map { [a, $0] } ?? [a]
        case .record(let fields): fields.map(\.value)
        }
    }
}

extension Expression.Kind {
    /// Height of the tree that this would be, and whether it has a slot.
    fileprivate var summary: (Int, Bool) {
        switch self {
        case .literal, .variable: (1, false)
        case .slot: (1, true)
        case .not(let a), .negate(let a), .isEmpty(let a), .attribute(let a, _), .has(let a, _), .like(let a, _),
            .isType(let a, _, in: nil):
            (a.height + 1, a.hasSlot)
        case .binary(_, let a, let b), .isType(let a, _, in: .some(let b)):
            (max(a.height, b.height) + 1, a.hasSlot || b.hasSlot)
        default:
            children.reduce(into: (1, false)) { $0 = (max($0.0, $1.height + 1), $0.1 || $1.hasSlot) }
        }
    }
}

extension Expression: Hashable {
    /// Whether both compute the same in the same way; places are not compared.
    public static func == (left: Expression, right: Expression) -> Bool { left.kind == right.kind }

    /// Hashes the form, not the place.
    public func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}

extension Expression.Kind: Hashable {}
extension Expression.Field: Hashable {}
