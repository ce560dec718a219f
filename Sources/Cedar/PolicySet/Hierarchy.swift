/// Computes what lies above each entity, without recursion.
struct Hierarchy {
    private let entities: [EntityUID: Entity]
    private let above: [EntityUID: EntityNode]

    /// A hierarchy of `entities`; parents that are not among them may be in `above`.
    init(_ entities: [EntityUID: Entity], above: [EntityUID: EntityNode] = [:]) {
        self.entities = entities
        self.above = above
    }

    /// All entities with their ancestors.
    ///
    /// - Throws: `.cycle` naming an entity that lies below itself.
    func nodes() throws(EntityStoreError) -> [EntityUID: EntityNode] {
        var done: [EntityUID: EntityNode] = [:]
        done.reserveCapacity(entities.count)
        for entity in entities.values where done[entity.uid] == nil { try finish(entity, &done) }
        return done
    }

    /// Entities between the one asked for and the one looked at, each with the parents still to be seen.
    private struct Step {
        let entity: Entity
        var pending: [EntityUID]
    }

    private func finish(_ first: Entity, _ done: inout [EntityUID: EntityNode]) throws(EntityStoreError) {
        var open: Set<EntityUID> = [first.uid]
        var stack = [Step(entity: first, pending: Array(first.parents))]
        while let top = stack.indices.last {
            guard let parent = stack[top].pending.popLast() else {
                let entity = stack.removeLast().entity
                open.remove(entity.uid)
                done[entity.uid] = EntityNode(entity, ancestors: ancestors(of: entity, done))
                continue
            }
            if open.contains(parent) { throw .cycle(parent) }
            guard done[parent] == nil, let entity = entities[parent] else { continue }
            open.insert(parent)
            stack.append(Step(entity: entity, pending: Array(entity.parents)))
        }
    }

    private func ancestors(of entity: Entity, _ done: [EntityUID: EntityNode]) -> Set<EntityUID> {
        var ancestors = entity.parents
        for parent in entity.parents {
            if let node = done[parent] ?? above[parent] { ancestors.formUnion(node.ancestors) }
        }
        return ancestors
    }
}
