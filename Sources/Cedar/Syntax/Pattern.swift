/// The right-hand side of `like`: scalars, and wildcards that match any number of them.
public struct Pattern: Hashable, Sendable, CustomStringConvertible {
    /// One part of a pattern.
    public enum Element: Hashable, Sendable {
        /// Any number of any scalars.
        case wildcard

        /// Exactly this scalar.
        case scalar(Unicode.Scalar)
    }

    /// The parts in order.
    public let elements: [Element]

    /// A pattern of these parts.
    public init(_ elements: [Element]) {
        self.elements = elements
    }

    /// The pattern as it stands between double quotes: stars that mean themselves are written `\*`.
    public var description: String {
        elements.reduce(into: "") { out, element in
            switch element {
            case .wildcard: out += "*"
            case .scalar("*"): out += #"\*"#
            case .scalar(let scalar): out += Text.escape(CollectionOfOne(scalar))
            }
        }
    }
}
