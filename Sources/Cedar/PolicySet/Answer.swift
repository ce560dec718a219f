/// A decision with the policies that determined it and those that failed.
///
/// Holds the policy set that it came from; making one allocates nothing unless a policy failed or more than four
/// policies determined it.
public struct Answer: Sendable {
    /// Whether the request is granted.
    public let decision: Decision

    /// Policies that could not be evaluated, in the order of the set.
    public let errors: [PolicyError]

    private let places: PlaceList
    private let entries: ContiguousArray<CompiledPolicy?>

    init(
        _ decision: Decision,
        _ places: PlaceList,
        _ errors: [PolicyError],
        _ entries: ContiguousArray<CompiledPolicy?>,
    ) {
        self.decision = decision
        self.places = places
        self.errors = errors
        self.entries = entries
    }

    /// The policies that determined the decision, in the order of the set: those that forbid when any does, otherwise
    /// those that permit; empty when nothing applied.
    public var reasons: [PolicyID] { places.sorted.compactMap { entries[Int($0)]?.id } }

    /// Whether a policy forbids the request, rather than none permitting it.
    public var isForbidden: Bool { decision == .deny && !places.isEmpty }
}

extension Answer: Equatable {
    /// Whether decision, reasons and errors are the same.
    public static func == (left: Answer, right: Answer) -> Bool {
        left.decision == right.decision && left.reasons == right.reasons && left.errors == right.errors
    }
}
