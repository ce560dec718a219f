/// One combination of principal type, action and resource type that the schema allows.
public struct RequestEnvironment: Hashable, Sendable {
    /// The type of the principal.
    public let principal: Name

    /// The action.
    public let action: EntityUID

    /// The type of the resource.
    public let resource: Name
}

extension Schema {
    /// All combinations that a request may have, in a fixed order.
    public var requestEnvironments: [RequestEnvironment] {
        actions.values.sorted { $0.uid < $1.uid }.flatMap { action in
            action.principals.sorted().flatMap { principal in
                action.resources.sorted().map { resource in
                    RequestEnvironment(principal: principal, action: action.uid, resource: resource)
                }
            }
        }
    }
}
