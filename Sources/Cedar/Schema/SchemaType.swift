/// A type that a schema gives to an attribute, a tag or a context.
///
/// Names of common types are already replaced by what they stand for; entity types carry their full name.
public indirect enum SchemaType: Hashable, Sendable {
    /// `Bool`.
    case bool
    /// `Long`.
    case long
    /// `String`.
    case string
    /// `Set<element>`.
    case set(SchemaType)
    /// `{ name: type, … }`.
    case record(RecordType)
    /// A reference to an entity of this type, or to an action when the name ends in `Action`.
    case entity(Name)
    /// `decimal`, `ipaddr`, `datetime` or `duration`.
    case `extension`(ExtensionType)

    /// How many sets and records are inside each other at most; 1 for a plain type.
    public var depth: Int {
        switch self {
        case .bool, .long, .string, .entity, .extension: 1
        case .set(let element): 1 + element.depth
        case .record(let record): record.depth
        }
    }

    /// Deeper types are refused, so that walking a type by recursion is safe on a stack of 512 KiB.
    public static let depthLimit = 128
}

extension SchemaType: CustomStringConvertible {
    /// The type in schema syntax, on one line; records inside records inside records are cut short.
    public var description: String { description(levels: 3) }

    func description(levels: Int) -> String {
        switch self {
        case .bool: "Bool"
        case .long: "Long"
        case .string: "String"
        case .set(let element): "Set<\(element.description(levels: levels))>"
        case .record(let record): record.description(levels: levels)
        case .entity(let name): name.description
        case .extension(let type): type.description
        }
    }
}
