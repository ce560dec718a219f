/// An immutable store of entities with their hierarchy.
///
/// Copies share their contents. ``adding(_:)`` lays a few entities over a store without copying it, for what is known
/// only of one request.
public struct Entities: Sendable {
    private let base: Base
    private let overlay: [EntityUID: EntityNode]

    private final class Base: Sendable {
        let nodes: [EntityUID: EntityNode]

        /// Parents that are not in the store.
        let missing: Set<EntityUID>

        init(_ nodes: [EntityUID: EntityNode]) {
            self.nodes = nodes
            var missing: Set<EntityUID> = []
            for node in nodes.values {
                for parent in node.entity.parents where nodes[parent] == nil { missing.insert(parent) }
            }
            self.missing = missing
        }
    }

    /// A store without entities.
    public init() {
        base = Base([:])
        overlay = [:]
    }

    /// A store of these entities.
    ///
    /// - Throws: `.duplicate` when an entity is given twice and the two differ, `.cycle` when one lies below itself.
    public init(_ entities: some Sequence<Entity>) throws(EntityStoreError) {
        var given: [EntityUID: Entity] = [:]
        for entity in entities {
            if let other = given.updateValue(entity, forKey: entity.uid), other != entity {
                throw .duplicate(entity.uid)
            }
        }
        base = Base(try Hierarchy(given).nodes())
        overlay = [:]
    }

    private init(_ base: Base, _ overlay: [EntityUID: EntityNode]) {
        self.base = base
        self.overlay = overlay
    }

    /// This store with some more entities.
    ///
    /// Costs as much as the new entities and, where some of the store lie below a new one, as those.
    ///
    /// - Throws: `.duplicate` when the store has one of them and the two differ, `.cycle` as for a new store.
    public func adding(_ entities: some Sequence<Entity>) throws(EntityStoreError) -> Entities {
        var added: [EntityUID: Entity] = [:]
        for entity in entities {
            if let other = added[entity.uid] ?? node(entity.uid)?.entity, other != entity {
                throw .duplicate(entity.uid)
            }
            added[entity.uid] = entity
        }
        for node in overlay.values { added[node.entity.uid] = node.entity }
        if added.keys.contains(where: base.missing.contains) {
            let new = Array(added.keys)
            for node in base.nodes.values where new.contains(where: node.ancestors.contains) {
                added[node.entity.uid] = node.entity
            }
        }
        return Entities(base, try Hierarchy(added, above: base.nodes).nodes())
    }

    /// The entity `uid`, or nil when it is not in the store.
    public subscript(uid: EntityUID) -> Entity? { node(uid)?.entity }

    /// Everything that `uid` belongs to, directly or not; nil when it is not in the store.
    public func ancestors(of uid: EntityUID) -> Set<EntityUID>? { node(uid)?.ancestors }

    /// All entities, in no particular order.
    public var all: some Sequence<Entity> { nodes.lazy.map(\.entity) }

    /// How many entities there are.
    public var count: Int { base.nodes.count + overlay.keys.count { base.nodes[$0] == nil } }

    /// The entity with its ancestors, or nil when it is not in the store.
    package func node(_ uid: EntityUID) -> EntityNode? {
        if !overlay.isEmpty, let node = overlay[uid] { return node }
        return base.nodes[uid]
    }

    /// All entities with their ancestors.
    package var nodes: [EntityNode] {
        overlay.isEmpty
            ? Array(base.nodes.values)
            : Array(overlay.values) + base.nodes.values.filter { overlay[$0.entity.uid] == nil }
    }
}

/// Why entities make no store.
public enum EntityStoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// An entity is given twice and the two differ.
    case duplicate(EntityUID)
    /// An entity lies below itself.
    case cycle(EntityUID)

    /// The message.
    public var description: String {
        switch self {
        case .duplicate(let uid): "duplicate entity entry `\(uid)`"
        case .cycle(let uid): "the entity hierarchy has a cycle containing `\(uid)`"
        }
    }
}
