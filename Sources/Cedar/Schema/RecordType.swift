/// The attributes of an entity type, a context or a record, by name.
///
/// Records are closed: a value has no other attributes. Copies share one allocation, and equality looks at that first,
/// so that types which use one common type many times stay cheap.
public struct RecordType: Hashable, Sendable {
    private let storage: Storage

    /// A record type with these attributes.
    public init(_ attributes: [Text: Attribute] = [:]) {
        storage = Storage(attributes)
    }

    /// The attributes by name.
    public var attributes: [Text: Attribute] { storage.attributes }

    /// The attribute `name`, or nil when values of this type have none of that name.
    public subscript(name: Text) -> Attribute? { storage.attributes[name] }

    /// How many sets and records are inside each other at most; 1 for a record of plain types.
    public var depth: Int { storage.depth }

    /// Names the allocation, for memory of what was done with this type.
    package var identity: ObjectIdentifier { ObjectIdentifier(storage) }

    /// One attribute.
    public struct Attribute: Hashable, Sendable {
        /// The type of its values.
        public let type: SchemaType

        /// Whether every value has it.
        public let isRequired: Bool

        /// An attribute, required unless told otherwise.
        public init(_ type: SchemaType, isRequired: Bool = true) {
            self.type = type
            self.isRequired = isRequired
        }
    }

    /// Whether both have the same attributes.
    public static func == (left: RecordType, right: RecordType) -> Bool {
        left.storage === right.storage || left.attributes == right.attributes
    }

    /// Hashes the names of the attributes.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(Set(attributes.keys))
    }

    private final class Storage: Sendable {
        let attributes: [Text: Attribute]
        let depth: Int

        init(_ attributes: [Text: Attribute]) {
            self.attributes = attributes
            depth = attributes.values.reduce(1) { max($0, 1 + $1.type.depth) }
        }
    }
}

extension RecordType: CustomStringConvertible {
    /// The type in schema syntax, on one line, attributes in order of their names; deep records are cut short.
    public var description: String { description(levels: 3) }

    func description(levels: Int) -> String {
        if attributes.isEmpty { return "{}" }
        if levels == 0 { return "{ … }" }
        let parts = attributes.sorted { $0.key < $1.key }.map { name, attribute in
            let type = attribute.type.description(levels: levels - 1)
            return "\(SchemaPrinter.key(name))\(attribute.isRequired ? "" : "?"): \(type)"
        }
        return "{ \(parts.joined(separator: ", ")) }"
    }
}
