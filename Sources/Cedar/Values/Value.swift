/// What an expression evaluates to, and what entities and contexts are made of.
///
/// Two values are equal when they are of one type and the same: strings by scalars, sets whatever their order, IP
/// ranges by address and prefix.
public enum Value: Hashable, Sendable {
    /// True or false.
    case bool(Bool)
    /// A signed integer of 64 bits.
    case long(Int64)
    /// A string.
    case string(Text)
    /// A reference to an entity, which need not exist.
    case entity(EntityUID)
    /// A set; its elements may be of different types.
    case set(Set<Value>)
    /// Named values.
    case record(Record)
    /// A number with four digits behind the point.
    case decimal(FixedDecimal)
    /// An IP address or range.
    case ip(IPRange)
    /// A point in time.
    case datetime(Instant)
    /// A length of time.
    case duration(TimeSpan)
}

extension Value {
    /// The type of this value.
    public var type: ValueType {
        switch self {
        case .bool: .bool
        case .long: .long
        case .string: .string
        case .entity(let uid): .entity(uid.type)
        case .set: .set
        case .record: .record
        case .decimal: .decimal
        case .ip: .ip
        case .datetime: .datetime
        case .duration: .duration
        }
    }

    /// The value of a literal.
    public init(_ literal: Literal) {
        switch literal {
        case .bool(let value): self = .bool(value)
        case .long(let value): self = .long(value)
        case .string(let value): self = .string(value)
        case .entity(let value): self = .entity(value)
        }
    }
}

extension Value: CustomStringConvertible {
    /// The value as an expression of the Cedar language; set elements are in the order of their texts.
    public var description: String {
        switch self {
        case .bool(let value): "\(value)"
        case .long(let value): "\(value)"
        case .string(let value): "\"\(value.escaped)\""
        case .entity(let value): value.description
        case .set(let values): "[" + values.map(\.description).sorted(by: Text.isOrdered).joined(separator: ", ") + "]"
        case .record(let value): value.description
        case .decimal(let value): "decimal(\"\(value)\")"
        case .ip(let value): "ip(\"\(value)\")"
        case .datetime(let value): value.expression
        case .duration(let value): "duration(\"\(value)\")"
        }
    }
}

extension Text {
    /// Order of the UTF-8 bytes of two Swift strings.
    package static func isOrdered(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
