/// A request and the entities that it is decided over, with the request's entities looked up once.
struct Situation {
    let request: Request
    let entities: Entities
    let principal: EntityNode?
    let action: EntityNode?
    let resource: EntityNode?

    init(_ request: Request, _ entities: Entities) {
        self.request = request
        self.entities = entities
        principal = entities.node(request.principal)
        action = entities.node(request.action)
        resource = entities.node(request.resource)
    }

    /// The entity's data, or nil when the store has none.
    func node(_ uid: EntityUID) -> EntityNode? {
        if uid.isIdentical(to: request.principal) { return principal }
        if uid.isIdentical(to: request.resource) { return resource }
        if uid.isIdentical(to: request.action) { return action }
        return entities.node(uid)
    }

    /// Whether `uid` is `container` or lies below it.
    func isMember(_ uid: EntityUID, of container: EntityUID) -> Bool {
        if uid == container { return true }
        guard let node = node(uid) else { return false }
        return node.ancestors.contains(container)
    }
}
