/// A schema in the form that the checker looks things up in; made once, used for every policy.
struct CheckedSchema: Sendable {
    let schema: Schema
    private let attributes: [Name: CheckedRecord]
    private let tags: [Name: CheckedType]
    private let contexts: [EntityUID: CheckedRecord]

    init(_ schema: Schema) {
        var converter = Converter()
        self.schema = schema
        attributes = schema.entityTypes.mapValues { converter.record($0.attributes) }
        tags = schema.entityTypes.compactMapValues { $0.tags.map { converter.type($0) } }
        contexts = schema.actions.mapValues { converter.record($0.context) }
    }

    func context(of action: EntityUID) -> CheckedRecord {
        contexts[action] ?? CheckedRecord([:])
    }

    /// The type of a literal, or nil when its type or action is not declared.
    func type(of entity: EntityUID) -> CheckedType? {
        let isDeclared = entity.type.isAction ? schema.actions[entity] != nil : schema.entityTypes[entity.type] != nil
        return isDeclared ? .entity([entity.type]) : nil
    }

    /// The attribute `name` of values of `type`: for several entity types, one that they all have.
    func attribute(_ name: Text, of type: CheckedType) -> CheckedAttribute? {
        switch type {
        case .record(let record): return record.attributes[name]
        case .entity(let names):
            var found: CheckedAttribute?
            for entityType in names {
                guard let attribute = attributes[entityType]?.attributes[name] else { return nil }
                guard let bound = found.map({ $0.upperBound(with: attribute, .permissive) }) ?? attribute else {
                    return nil
                }
                found = bound
            }
            return found
        default: return nil
        }
    }

    /// Whether some value of `type` may have the attribute `name`.
    func mayHave(_ name: Text, _ type: CheckedType) -> Bool {
        switch type {
        case .never, .anyEntity: true
        case .record(let record): record.isOpen || record.attributes[name] != nil
        case .entity(let names): names.contains { attributes[$0]?.attributes[name] != nil }
        default: false
        }
    }

    /// The attributes that all values of `type` may have, for advice.
    func attributeNames(of type: CheckedType) -> [Text] {
        switch type {
        case .record(let record): record.attributes.keys.sorted()
        case .entity(let names): Set(names.flatMap { attributes[$0]?.attributes.keys.map { $0 } ?? [] }).sorted()
        default: []
        }
    }

    /// The types of the tags that entities of `type` may have; empty when they have none.
    func tagTypes(of type: CheckedType) -> Set<CheckedType> {
        switch type {
        case .entity(let names): Set(names.compactMap { tags[$0] })
        case .anyEntity: Set(tags.values)
        default: []
        }
    }

    /// Converts types, each shared record once.
    private struct Converter {
        private var records: [ObjectIdentifier: CheckedRecord] = [:]

        mutating func type(_ type: SchemaType) -> CheckedType {
            switch type {
            case .bool: .anyBool
            case .long: .long
            case .string: .string
            case .set(let element): .set(self.type(element))
            case .record(let record): .record(self.record(record))
            case .entity(let name): .entity([name])
            case .extension(let type): .extension(type)
            }
        }

        mutating func record(_ record: RecordType) -> CheckedRecord {
            if let known = records[record.identity] { return known }
            var attributes: [Text: CheckedAttribute] = [:]
            for (name, attribute) in record.attributes {
                attributes[name] = CheckedAttribute(type: type(attribute.type), isRequired: attribute.isRequired)
            }
            let converted = CheckedRecord(attributes)
            records[record.identity] = converted
            return converted
        }
    }
}
