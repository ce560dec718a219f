/// What a schema says of how JSON is read, made once so that reading an entity looks up only.
final class SchemaShapes: Sendable {
    let attributes: [Name: JSONShape]
    let tags: [Name: JSONShape]
    let contexts: [EntityUID: JSONShape]

    init(_ entityTypes: [Name: EntityTypeDeclaration], _ actions: [EntityUID: ActionDeclaration]) {
        var converter = Converter()
        attributes = entityTypes.mapValues { converter.record($0.attributes) }
        tags = entityTypes.compactMapValues { type in type.tags.map { .fields(converter.shape($0)) } }
        contexts = actions.mapValues { converter.record($0.context) }
    }

    /// Converts types, each shared record once.
    private struct Converter {
        private var records: [ObjectIdentifier: JSONShape] = [:]

        mutating func shape(_ type: SchemaType) -> JSONShape {
            switch type {
            case .bool, .long, .string: .any
            case .set(let element): .set(shape(element))
            case .record(let record): self.record(record)
            case .entity: .entity
            case .extension(let type): .constructed(type.constructor)
            }
        }

        mutating func record(_ record: RecordType) -> JSONShape {
            if let known = records[record.identity] { return known }
            var fields: [Text: JSONShape] = [:]
            for (name, attribute) in record.attributes { fields[name] = shape(attribute.type) }
            let shape = JSONShape.record(fields)
            records[record.identity] = shape
            return shape
        }
    }
}

extension ExtensionFunction {
    /// What the arguments are read as where a schema asks for the function's result.
    var parameterShapes: [JSONShape] {
        guard let (parameters, _) = signature else { return [] }
        return parameters.map { parameter in
            if case .extension(let type) = parameter { .constructed(type.constructor) } else { .any }
        }
    }
}
