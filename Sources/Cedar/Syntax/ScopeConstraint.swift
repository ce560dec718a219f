/// What a policy's scope says of the principal or the resource.
public enum ScopeConstraint: Hashable, Sendable {
    /// Any entity.
    case any
    /// `== entity`.
    case equal(EntityReference)
    /// `in entity`.
    case memberOf(EntityReference)
    /// `is Type`.
    case isType(Name)
    /// `is Type in entity`.
    case isTypeIn(Name, EntityReference)

    /// The entity or slot that is named, if one is.
    public var reference: EntityReference? {
        switch self {
        case .any, .isType: nil
        case .equal(let reference), .memberOf(let reference), .isTypeIn(_, let reference): reference
        }
    }

    /// The entity type that is asked for with `is`, if one is.
    public var type: Name? {
        switch self {
        case .any, .equal, .memberOf: nil
        case .isType(let type), .isTypeIn(let type, _): type
        }
    }
}

/// An entity that a scope names, or the slot that a link fills.
public enum EntityReference: Hashable, Sendable {
    /// This entity.
    case entity(EntityUID)
    /// `?principal` in the principal's constraint, `?resource` in the resource's.
    case slot
}

/// What a policy's scope says of the action.
public enum ActionConstraint: Hashable, Sendable {
    /// Any action.
    case any
    /// `== action`.
    case equal(EntityUID)
    /// `in action`.
    case memberOf(EntityUID)
    /// `in [action, …]`; may be empty.
    case memberOfAny([EntityUID])

    /// The actions named, in the order in which they stand.
    public var actions: [EntityUID] {
        switch self {
        case .any: []
        case .equal(let action), .memberOf(let action): [action]
        case .memberOfAny(let actions): actions
        }
    }
}
