extension PolicySet {
    /// An action and a resource that a principal may do it with.
    public struct Permission: Sendable, Hashable {
        /// What may be done.
        public let action: EntityUID
        /// With what.
        public let resource: EntityUID
    }

    /// The entities of the store that may do `action` with `resource`, in order.
    ///
    /// Actions are not asked; `context` is the same for all.
    public func whoCan(
        _ action: EntityUID,
        _ resource: EntityUID,
        _ entities: Entities,
        context: Record = Record(),
    ) -> [EntityUID] {
        entities.nodes.lazy.map(\.entity.uid).filter { uid in
            guard !uid.type.isAction else { return false }
            let request = Request(principal: uid, action: action, resource: resource, context: context)
            return authorize(request, entities).decision == .allow
        }.sorted()
    }

    /// What `principal` may do with the entities of the store, by resource and action.
    ///
    /// Asks the actions of the store and those that policies name; `context` is the same for all.
    public func whatCan(
        _ principal: EntityUID,
        _ entities: Entities,
        context: Record = Record(),
    ) -> [Permission] {
        let uids = entities.nodes.map(\.entity.uid).sorted()
        let actions = Set(uids.filter(\.type.isAction)).union(namedActions).sorted()
        var permissions: [Permission] = []
        for resource in uids where !resource.type.isAction {
            for action in actions {
                let request = Request(principal: principal, action: action, resource: resource, context: context)
                guard authorize(request, entities).decision == .allow else { continue }
                permissions.append(Permission(action: action, resource: resource))
            }
        }
        return permissions
    }

    /// The actions that scopes name.
    public var namedActions: Set<EntityUID> {
        Set(entries.lazy.compactMap(\.self).flatMap(\.action.actions))
    }
}
