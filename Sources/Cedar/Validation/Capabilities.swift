/// What is known to be present while an expression is evaluated, by the guards before it.
struct Capabilities: Sendable {
    private var known: Set<Capability> = []

    /// One attribute or tag of one expression, named by the numbers of the terms.
    enum Capability: Hashable, Sendable {
        case attribute(Int, Text)
        case tag(Int, Int)
    }

    init(_ known: Set<Capability> = []) {
        self.known = known
    }

    func contains(_ capability: Capability) -> Bool { known.contains(capability) }

    func union(_ other: Capabilities) -> Capabilities {
        if other.known.isEmpty { return self }
        if known.isEmpty { return other }
        return Capabilities(known.union(other.known))
    }

    /// Adds what `other` knows, in place.
    mutating func formUnion(_ other: Capabilities) {
        if known.isEmpty { known = other.known } else { known.formUnion(other.known) }
    }

    func intersection(_ other: Capabilities) -> Capabilities {
        if known.isEmpty || other.known.isEmpty { return Capabilities() }
        return Capabilities(known.intersection(other.known))
    }
}
