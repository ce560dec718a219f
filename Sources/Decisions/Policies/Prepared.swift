import Cedar
import Domain

// Boxes, so that a snapshot with one change copies references and not the values.

/// An identity with its entity.
final class PreparedIdentity: Sendable {
    let identity: Identity
    let entity: Entity

    init(_ identity: Identity) {
        self.identity = identity
        entity = Entity(identity)
    }
}

/// A grant.
final class PreparedGrant: Sendable {
    let grant: Grant

    init(_ grant: Grant) {
        self.grant = grant
    }
}

/// A system with what all of its resources have in common.
final class PreparedSystem: Sendable {
    let system: System
    private let containers: Set<EntityUID>
    private let root: EntityUID
    private let environmentField: Record.Field
    private let systemField: Record.Field

    init(_ system: System) {
        self.system = system
        let uid = Vocabulary.uid(system: system.name)
        containers = [uid, Vocabulary.uid(environment: system.environment)]
        root = EntityUID(Vocabulary.resource, Text(system.name))
        environmentField = .init(key: "environment", value: .text(system.environment))
        systemField = .init(key: "system", value: .entity(uid))
    }

    /// The entity of a resource in this system.
    ///
    /// Everything above it is a direct parent, so that none of that need be an entity.
    func resource(_ path: ResourcePath) -> Entity {
        var parents = containers
        var uid = root
        var text = path.system
        for segment in path.segments {
            parents.insert(uid)
            text += "/" + segment
            uid = EntityUID(Vocabulary.resource, Text(text))
        }
        let pathField = Record.Field(key: "path", value: .string(uid.id))
        // In the order of the names, as records are kept.
        return Entity(uid, attributes: Record(sorted: [environmentField, pathField, systemField]), parents: parents)
    }
}
