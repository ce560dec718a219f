/// A static policy or a link in the form that decisions use.
final class CompiledPolicy: Sendable {
    let id: PolicyID
    let policy: Policy
    let link: TemplateLink?
    let source: SourceText?
    let effect: Effect
    let principal: CompiledScope
    let resource: CompiledScope
    let action: ActionConstraint
    let program: Program

    init(_ id: PolicyID, _ policy: Policy, _ source: SourceText?, _ program: Program, link: TemplateLink? = nil) {
        self.id = id
        self.policy = policy
        self.link = link
        self.source = source
        self.program = program
        effect = policy.effect
        principal = CompiledScope(policy.principal, link?.values[.principal])
        resource = CompiledScope(policy.resource, link?.values[.resource])
        action = policy.action
    }

    /// Whether the scope fits the request.
    func isInScope(_ situation: Situation) -> Bool {
        hasAction(situation)
            && principal.fits(situation.request.principal, situation.principal)
            && resource.fits(situation.request.resource, situation.resource)
    }

    func hasAction(_ situation: Situation) -> Bool {
        let uid = situation.request.action
        switch action {
        case .any:
            return true
        case .equal(let action):
            return action == uid
        case .memberOf(let action):
            return action == uid || situation.action?.ancestors.contains(action) == true
        case .memberOfAny(let actions):
            for action in actions where action == uid || situation.action?.ancestors.contains(action) == true {
                return true
            }
            return false
        }
    }
}

/// What a scope asks of the principal or the resource, slots filled.
enum CompiledScope: Sendable {
    case any
    case equal(EntityUID)
    case memberOf(EntityUID)
    case isType(Name)
    case isTypeIn(Name, EntityUID)
    /// A slot without value fits nothing.
    case nothing

    init(_ constraint: ScopeConstraint, _ value: EntityUID?) {
        let entity: EntityUID? =
            switch constraint.reference {
            case .entity(let entity): entity
            case .slot: value
            case nil: nil
            }
        switch (constraint, entity) {
        case (.any, _): self = .any
        case (.isType(let type), _): self = .isType(type)
        case (.equal, .some(let entity)): self = .equal(entity)
        case (.memberOf, .some(let entity)): self = .memberOf(entity)
        case (.isTypeIn(let type, _), .some(let entity)): self = .isTypeIn(type, entity)
        default: self = .nothing
        }
    }

    /// The entity that is named, if one is.
    var entity: EntityUID? {
        switch self {
        case .any, .isType, .nothing: nil
        case .equal(let entity), .memberOf(let entity), .isTypeIn(_, let entity): entity
        }
    }

    /// The type that is asked for with `is`, if one is.
    var type: Name? {
        switch self {
        case .isType(let type), .isTypeIn(let type, _): type
        default: nil
        }
    }

    func fits(_ uid: EntityUID, _ node: EntityNode?) -> Bool {
        switch self {
        case .any: true
        case .equal(let entity): uid == entity
        case .memberOf(let entity): uid == entity || node?.ancestors.contains(entity) == true
        case .isType(let type): uid.type == type
        case .isTypeIn(let type, let entity):
            uid.type == type && (uid == entity || node?.ancestors.contains(entity) == true)
        case .nothing: false
        }
    }
}
