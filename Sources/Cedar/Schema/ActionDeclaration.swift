/// What a schema says of one action.
public struct ActionDeclaration: Hashable, Sendable {
    /// The action itself.
    public let uid: EntityUID

    /// The actions it is directly in.
    public let parents: Set<EntityUID>

    /// All actions that it is in, directly or not.
    public let ancestors: Set<EntityUID>

    /// All actions that are in it, directly or not.
    public let descendants: Set<EntityUID>

    /// Types of principals that can ask for it; empty for an action that only groups others.
    public let principals: Set<Name>

    /// Types of resources that it can be done with.
    public let resources: Set<Name>

    /// The attributes of the context of a request.
    public let context: RecordType

    /// In the order in which they stand.
    public let annotations: [Annotation]
}
