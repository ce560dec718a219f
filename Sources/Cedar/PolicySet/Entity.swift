/// An entity as it is given to a store: what it is, what it has and what it belongs to.
public struct Entity: Hashable, Sendable {
    /// Type and id.
    public let uid: EntityUID

    /// What policies read as `entity.name`.
    public let attributes: Record

    /// What it belongs to directly; these need not be in the store.
    public let parents: Set<EntityUID>

    /// What policies read with `getTag`.
    public let tags: Record

    /// An entity of these parts.
    public init(
        _ uid: EntityUID,
        attributes: Record = Record(),
        parents: Set<EntityUID> = [],
        tags: Record = Record(),
    ) {
        self.uid = uid
        self.attributes = attributes
        self.parents = parents
        self.tags = tags
    }
}
