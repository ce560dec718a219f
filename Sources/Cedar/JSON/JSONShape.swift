/// What a JSON value is to be read as, where a schema says so.
///
/// Without a shape, entities and extension values must be written with `__entity` and `__extn`; with one, an object with
/// `type` and `id`, and a plain string, will do.
public indirect enum JSONShape: Sendable, Hashable {
    /// Whatever the JSON says.
    case any
    /// A reference to an entity.
    case entity
    /// What this constructor makes of a string.
    case constructed(ExtensionFunction)
    /// A set whose elements have one shape.
    case set(JSONShape)
    /// A record; fields without shape are read as they are.
    case record([Text: JSONShape])
    /// A record whose fields all have one shape, such as the tags of an entity.
    case fields(JSONShape)
}

/// Tells the shapes of attributes, tags and contexts; a schema is one.
public protocol JSONShapes: Sendable {
    /// The shape of the attributes of entities of this type, or nil when the type is unknown.
    func attributes(of type: Name) -> JSONShape?

    /// The shape of the tags of entities of this type, or nil when they have none.
    func tags(of type: Name) -> JSONShape?

    /// The shape of the context of requests with this action, or nil when the action is unknown.
    func context(of action: EntityUID) -> JSONShape?
}
