/// An entity in a store, with everything above it.
package final class EntityNode: Sendable {
    /// The entity as it was given.
    package let entity: Entity

    /// Everything it belongs to, directly or not; never itself.
    package let ancestors: Set<EntityUID>

    /// What policies read as `entity.name`.
    var attributes: Record { entity.attributes }

    /// What policies read with `getTag`.
    var tags: Record { entity.tags }

    init(_ entity: Entity, ancestors: Set<EntityUID>) {
        self.entity = entity
        self.ancestors = ancestors
    }
}
