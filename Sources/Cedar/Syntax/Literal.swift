/// A value written directly in a policy.
public enum Literal: Hashable, Sendable {
    /// `true` or `false`.
    case bool(Bool)
    /// An integer of 64 bits, its sign included.
    case long(Int64)
    /// A string, unescaped.
    case string(Text)
    /// An entity reference.
    case entity(EntityUID)
}

/// One of the four parts of a request.
public enum Variable: String, Hashable, Sendable, CaseIterable {
    /// Who asks.
    case principal
    /// What is to be done.
    case action
    /// With what it is to be done.
    case resource
    /// The circumstances, a record.
    case context
}

/// A place in a template that a link fills with an entity.
public enum Slot: String, Hashable, Sendable, CaseIterable, Comparable {
    /// `?principal`.
    case principal = "?principal"
    /// `?resource`.
    case resource = "?resource"

    /// `?principal` first.
    public static func < (left: Slot, right: Slot) -> Bool { left == .principal && right == .resource }
}
