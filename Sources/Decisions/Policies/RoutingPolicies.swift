import Cedar
import Domain

/// The policies that route requests: the shipped ones, and those of the organisation that name `route` or `approve`.
///
/// A statement of the organisation that carries `@replaces("route.alone")` stands in the place of that one.
struct RoutingPolicies {
    let policies: PolicySet

    /// What no policy of an organisation may replace.
    static let promises: Set<String> = [
        "approve.not-own", "approve.inactive", "approve.shared-mailbox", "approve.once",
    ]

    init(_ organisation: OrganisationPolicies, at now: Domain.Instant) {
        var set = ShippedPolicies.routing
        for statement in organisation.statements where statement.applies(at: now) && statement.isRouting {
            if let replaced = statement.policy.annotation("replaces"), !Self.promises.contains(replaced.string) {
                // One that is not there, or was replaced already, stays away.
                try? set.remove(PolicyID(replaced))
            }
            statement.add(to: &set)
        }
        policies = set
    }
}

extension OrganisationPolicies.Statement {
    /// Whether it says who approves: its scope names the actions `route` or `approve`.
    ///
    /// One that names no action does not.
    var isRouting: Bool {
        policy.action.actions.contains { $0 == Vocabulary.route || $0 == Vocabulary.approve }
    }
}
