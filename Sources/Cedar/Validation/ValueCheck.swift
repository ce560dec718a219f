/// Compares values with the types of a schema.
struct ValueCheck {
    let schema: Schema
    private(set) var violations: [SchemaViolation] = []
    private let entity: EntityUID?

    /// A check of the values of `entity`; nil for a context.
    init(_ schema: Schema, entity: EntityUID? = nil) {
        self.schema = schema
        self.entity = entity
    }

    mutating func report(_ code: SchemaViolation.Code, _ message: String) {
        let subject = entity.map { "entity `\($0)`: " } ?? ""
        violations.append(SchemaViolation(code, subject + message, entity: entity))
    }

    /// Compares all fields; a record has those declared and no others.
    mutating func compare(_ record: Record, _ type: RecordType, _ place: String) {
        for field in record.fields {
            if let attribute = type[field.key] {
                compare(field.value, attribute.type, Self.path(place, field.key))
            } else {
                report(.unknownAttribute, "`\(Self.path(place, field.key))` is not declared")
            }
        }
        for (name, attribute) in type.attributes.sorted(by: { $0.key < $1.key }) where attribute.isRequired {
            if record.index(of: name) == nil { report(.missingAttribute, "`\(Self.path(place, name))` is missing") }
        }
    }

    /// Recursion is bounded by the depth of the type.
    mutating func compare(_ value: Value, _ type: SchemaType, _ place: String) {
        switch (value, type) {
        case (.bool, .bool), (.long, .long), (.string, .string): break
        case (.decimal, .extension(.decimal)), (.ip, .extension(.ipaddr)): break
        case (.datetime, .extension(.datetime)), (.duration, .extension(.duration)): break
        case (.set(let elements), .set(let element)):
            for value in elements { compare(value, element, place) }
        case (.record(let record), .record(let declared)): compare(record, declared, place)
        case (.entity(let uid), .entity(let name)) where uid.type == name: compare(uid, place)
        default:
            let found = if case .entity(let uid) = value { "\(uid.type)" } else { "\(value.type)" }
            report(.wrongType, "`\(place)` is of type \(found), not \(type)")
        }
    }

    /// A reference names an entity that need not exist, but ids of enumerated types and actions must be declared.
    mutating func compare(_ uid: EntityUID, _ place: String) {
        if uid.type.isAction {
            if schema.actions[uid] == nil {
                report(.unknownAction, "`\(place)` names the action `\(uid)`, which is not declared")
            }
        } else if let ids = schema.entityTypes[uid.type]?.enumeration, !ids.contains(uid.id) {
            report(.unknownEnumeratedID, "`\(place)` names `\(uid)`, which is not declared")
        }
    }

    private static func path(_ place: String, _ name: Text) -> String {
        place.isEmpty ? name.string : "\(place).\(name)"
    }
}
