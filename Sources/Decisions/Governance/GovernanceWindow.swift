import Cedar
import Domain

/// The shipped policies on Penstock's own records with those of the organisation that apply during one stretch of time.
struct GovernanceWindow: Sendable {
    let policies: PolicySet
    private let from: Domain.Instant
    /// When the next of them ends; nil when none does.
    private let until: Domain.Instant?

    init(_ organisation: OrganisationPolicies, at now: Domain.Instant) {
        var policies = ShippedPolicies.governance
        organisation.add(to: &policies, at: now)
        self.policies = policies
        from = now
        until = organisation.nextEnd(after: now)
    }

    func covers(_ now: Domain.Instant) -> Bool { from <= now && (until.map { now < $0 } ?? true) }
}
