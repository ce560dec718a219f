import Domain

/// What a value looks like as JSON.
indirect enum Shape: Sendable, Hashable {
    case text(format: String?)
    case number
    case integer
    case flag
    /// One of these texts.
    case choice([String])
    case list(Shape)
    /// An object whose members are all alike.
    case map(Shape)
    case object(name: String, members: [Member])
    /// Not described further.
    case any

    struct Member: Sendable, Hashable {
        var name: String
        var shape: Shape
        var isRequired: Bool
    }
}

/// A type whose JSON is not what its stored properties say.
protocol ShapeKnown: Decodable {
    static var shape: Shape { get }
    /// Any value; only to get past it.
    static var sample: Self { get }
}

extension Instant: ShapeKnown {
    static var shape: Shape { .text(format: "date-time") }
    static var sample: Instant { Instant(microseconds: 0) }
}

extension ID: ShapeKnown {
    static var shape: Shape { .text(format: nil) }
    static var sample: ID { ID(at: Instant(microseconds: 0)) }
}

extension GraphSketch: ShapeKnown {
    static var shape: Shape { .text(format: nil) }
    static var sample: GraphSketch {
        guard let sketch = GraphSketch(lines: ["a", "b", "c"]) else { preconditionFailure("three lines are enough") }
        return sketch
    }
}

extension System.Injection: ShapeKnown {
    static var shape: Shape { .text(format: nil) }
    static var sample: System.Injection { .none }
}

extension DailyWindow: ShapeKnown {
    static var shape: Shape { .text(format: nil) }
    static var sample: DailyWindow {
        guard let window = DailyWindow("08:00-18:00") else { preconditionFailure("a stretch of the day") }
        return window
    }
}

extension Evidence: ShapeKnown {
    static var shape: Shape { .any }
    static var sample: Evidence { .flag(false) }
}

extension OwnerHint.Kind: ShapeKnown {
    static var shape: Shape { .choice(["person", "team", "unknown"]) }
    static var sample: OwnerHint.Kind { .unknown }
}

extension Lease.Kind: ShapeKnown {
    static var shape: Shape { .choice(["accessToken"]) }
    static var sample: Lease.Kind { .accessToken }
}

extension AccessDecision.Verdict: ShapeKnown {
    static var shape: Shape { .choice(["allow", "deny", "noPermit"]) }
    static var sample: AccessDecision.Verdict { .allow }
}

extension Event.Actor.Kind: ShapeKnown {
    static var shape: Shape { .choice(["user", "identity", "penstock"]) }
    static var sample: Event.Actor.Kind { .penstock }
}

/// A resource path cannot be made from nothing, so its sample is read.
struct NoSample: Error {}
