/// What a schema says of one entity type.
public struct EntityTypeDeclaration: Hashable, Sendable {
    /// The full name.
    public let name: Name

    /// The types that entities of this one may be directly in.
    public let parents: Set<Name>

    /// The types whose entities may be in entities of this one, directly or not; this one only when it is in itself.
    public let descendants: Set<Name>

    /// The attributes that entities have.
    public let attributes: RecordType

    /// The type of all tag values, or nil when entities have no tags.
    public let tags: SchemaType?

    /// The ids of all entities of an enumerated type, in the order of the schema, or nil when any id is allowed.
    public let enumeration: [Text]?

    /// In the order in which they stand.
    public let annotations: [Annotation]
}
