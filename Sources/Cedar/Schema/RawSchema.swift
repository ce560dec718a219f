/// A namespace as it was written, before names are resolved.
///
/// Both syntaxes of schemas are read into this.
struct RawNamespace {
    /// Nil for what stands outside all namespaces.
    var name: Name?
    var range: SourceRange = .none
    var annotations: [Annotation] = []
    var entities: [RawEntity] = []
    var actions: [RawAction] = []
    var types: [RawCommonType] = []
}

/// One declaration of an entity type.
struct RawEntity {
    let name: Text
    let range: SourceRange
    let annotations: [Annotation]
    var parents: [RawName] = []
    var shape: RawType?
    var tags: RawType?
    var enumeration: [Text]?
}

/// One declaration of an action.
struct RawAction {
    let name: Text
    let range: SourceRange
    let annotations: [Annotation]
    var parents: [RawActionName] = []
    var principals: [RawName] = []
    var resources: [RawName] = []
    var context: RawType?
}

/// One declaration of a common type.
struct RawCommonType {
    let name: Text
    let range: SourceRange
    let type: RawType
}

/// A reference to a type.
struct RawName {
    let parts: [Text]
    let range: SourceRange

    var text: String { parts.map(\.string).joined(separator: "::") }
}

/// A reference to an action; without a type, one of the own or the empty namespace is meant.
struct RawActionName {
    let type: RawName?
    let id: Text
    let range: SourceRange
}

/// A type as it was written.
struct RawType {
    let kind: Kind
    let range: SourceRange

    indirect enum Kind {
        /// A type that needs no look-up.
        case known(SchemaType)
        /// A common type if there is one of that name, else an entity type.
        case entityOrCommon(RawName)
        case entity(RawName)
        case common(RawName)
        case set(RawType)
        case record([RawAttribute])
    }
}

/// One attribute of a record as it was written.
struct RawAttribute {
    let name: Text
    let isRequired: Bool
    let type: RawType
}
