/// The type of a value, as evaluation errors name it.
public enum ValueType: Hashable, Sendable, CustomStringConvertible {
    /// True or false.
    case bool
    /// Integers.
    case long
    /// Strings.
    case string
    /// Sets of anything.
    case set
    /// Records of any shape.
    case record
    /// Entities of one type.
    case entity(Name)
    /// Entities of whatever type.
    case anyEntity
    /// Fixed decimals.
    case decimal
    /// IP addresses and ranges.
    case ip
    /// Points in time.
    case datetime
    /// Lengths of time.
    case duration

    /// The type's name in messages.
    public var description: String {
        switch self {
        case .bool: "bool"
        case .long: "long"
        case .string: "string"
        case .set: "set"
        case .record: "record"
        case .entity(let name): "(entity of type `\(name)`)"
        case .anyEntity: "(entity of type `any_entity_type`)"
        case .decimal: "decimal"
        case .ip: "ipaddr"
        case .datetime: "datetime"
        case .duration: "duration"
        }
    }
}
