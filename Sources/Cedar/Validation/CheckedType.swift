/// The type of an expression while a policy is checked: ``SchemaType``, and what only the checker knows.
indirect enum CheckedType: Hashable, Sendable {
    /// The type of no value: of the elements of an empty set.
    case never
    /// A boolean, perhaps one whose value is known.
    case bool(Known)
    case long
    case string
    /// A set; nil elements mean any set.
    case set(CheckedType?)
    case record(CheckedRecord)
    /// An entity of one of these types, sorted, at least one.
    case entity([Name])
    case anyEntity
    case `extension`(ExtensionType)

    /// What is known of a boolean.
    enum Known: Hashable, Sendable {
        case either, yes, no
    }

    static let anyBool = CheckedType.bool(.either)
    static let anyRecord = CheckedType.record(CheckedRecord([:], isOpen: true))

    static func known(_ value: Bool) -> CheckedType { .bool(value ? .yes : .no) }
}

/// A record type while a policy is checked.
///
/// Equality looks at the allocation first.
struct CheckedRecord: Hashable, Sendable {
    private let storage: Storage

    init(_ attributes: [Text: CheckedAttribute], isOpen: Bool = false) {
        storage = Storage(attributes, isOpen)
    }

    var attributes: [Text: CheckedAttribute] { storage.attributes }

    /// Whether a value may have more attributes than these: an upper bound of records with different ones.
    var isOpen: Bool { storage.isOpen }

    static func == (left: CheckedRecord, right: CheckedRecord) -> Bool {
        left.storage === right.storage || (left.isOpen == right.isOpen && left.attributes == right.attributes)
    }

    func isSame(_ other: CheckedRecord) -> Bool { storage === other.storage }

    func hash(into hasher: inout Hasher) {
        hasher.combine(isOpen)
        hasher.combine(Set(attributes.keys))
    }

    private final class Storage: Sendable {
        let attributes: [Text: CheckedAttribute]
        let isOpen: Bool

        init(_ attributes: [Text: CheckedAttribute], _ isOpen: Bool) {
            self.attributes = attributes
            self.isOpen = isOpen
        }
    }
}

/// One attribute of a ``CheckedRecord``.
struct CheckedAttribute: Hashable, Sendable {
    let type: CheckedType
    let isRequired: Bool
}

extension CheckedType: CustomStringConvertible {
    var description: String { description(levels: 2) }

    private func description(levels: Int) -> String {
        switch self {
        case .never: "nothing"
        case .bool(.either): "Bool"
        case .bool(.yes): "Bool (always true)"
        case .bool(.no): "Bool (always false)"
        case .long: "Long"
        case .string: "String"
        case .set(nil): "a set"
        case .set(let element?): "Set<\(element.description(levels: levels))>"
        case .record(let record): record.description(levels: levels)
        case .entity(let names): names.map(\.description).joined(separator: " or ")
        case .anyEntity: "an entity"
        case .extension(let type): type.description
        }
    }
}

extension CheckedRecord {
    fileprivate func description(levels: Int) -> String {
        if attributes.isEmpty { return isOpen ? "a record" : "{}" }
        if levels == 0 { return "{ … }" }
        var parts = attributes.sorted { $0.key < $1.key }.map { name, attribute in
            let type = attribute.type.shortened(levels: levels - 1)
            return "\(SchemaPrinter.key(name))\(attribute.isRequired ? "" : "?"): \(type)"
        }
        if isOpen { parts.append("…") }
        return "{ \(parts.joined(separator: ", ")) }"
    }
}

extension CheckedType {
    fileprivate func shortened(levels: Int) -> String { description(levels: levels) }
}
