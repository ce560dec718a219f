/// The question whether a principal may do an action with a resource under some circumstances.
public struct Request: Hashable, Sendable {
    /// Who asks.
    public let principal: EntityUID

    /// What is to be done.
    public let action: EntityUID

    /// With what it is to be done.
    public let resource: EntityUID

    /// The circumstances.
    public let context: Record

    /// A request of these parts.
    public init(principal: EntityUID, action: EntityUID, resource: EntityUID, context: Record = Record()) {
        self.principal = principal
        self.action = action
        self.resource = resource
        self.context = context
    }
}
