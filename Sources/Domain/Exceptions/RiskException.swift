/// An accepted risk: a finding that stands for a time, with an owner, a reason, controls that are checked, and an end.
package struct RiskException: Sendable, Hashable, Codable, Identifiable {
    package static let idPrefix = "exc"

    package enum State: String, Sendable, Hashable, Codable, CaseIterable {
        case proposed, active
        /// A control stopped holding; the finding stands again.
        case broken
        case ended, refused
    }

    package var id: ID<RiskException>
    /// The request for it, whose approval is what it holds by.
    package var request: ID<ChangeRequest>
    /// The rule that it accepts a finding of, and what the finding is on.
    package var rule: String
    package var subject: Finding.Subject
    /// What its controls are to hold for.
    package var identities: [ID<Identity>]
    package var owner: ID<User>
    package var reason: String
    package var controls: [CompensatingControl]
    package var template: ExceptionTemplate?
    /// What it costs to do without it, and by when that is planned.
    package var plan: String?
    package var state: State
    package var proposed: Instant
    /// Id and name of who asked.
    package var proposedBy: String
    package var proposedByName: String
    package var ends: Instant
    package var decided: Instant?
    package var decidedBy: String?
    package var checks: [ControlCheck] = []
    package var checked: Instant?
    package var closed: Instant?
    /// Why it is broken, ended or refused.
    package var outcome: String?

    package init(
        id: ID<RiskException>,
        request: ID<ChangeRequest>,
        rule: String,
        subject: Finding.Subject,
        identities: [ID<Identity>],
        owner: ID<User>,
        reason: String,
        controls: [CompensatingControl],
        proposed: Instant,
        proposedBy: String,
        proposedByName: String,
        ends: Instant,
    ) {
        self.id = id
        self.request = request
        self.rule = rule
        self.subject = subject
        self.identities = identities
        self.owner = owner
        self.reason = reason
        self.controls = controls
        self.proposed = proposed
        self.proposedBy = proposedBy
        self.proposedByName = proposedByName
        self.ends = ends
        state = .proposed
    }

    /// Whether it accepts a finding at `now`.
    package func accepts(_ finding: Finding, at now: Instant) -> Bool {
        state == .active && now < ends && rule == finding.rule && subject.kind == finding.subject.kind
            && subject.id == finding.subject.id
    }
}

/// A usual case, with the controls that it needs at least.
package enum ExceptionTemplate: String, Sendable, Hashable, Codable, CaseIterable {
    /// A broker of a vendor gives one credential for the whole tenant.
    case tenantCredential
    /// An old platform has one account for everybody.
    case sharedLegacyAccount
    /// A connector can be neither rotated nor scoped.
    case rigidConnector
    /// A secret that has no end, where nothing short-lived is to be had.
    case longLivedSecret

    package var title: String {
        switch self {
        case .tenantCredential: "one credential for a whole tenant, of a vendor's broker"
        case .sharedLegacyAccount: "one account for everybody, of an old platform"
        case .rigidConnector: "a connector that cannot rotate or scope"
        case .longLivedSecret: "a secret without an end: isolated, monitored and rotated strictly"
        }
    }

    /// Kinds of controls that such an exception is not accepted without.
    package var controls: [CompensatingControl.Kind] {
        switch self {
        case .tenantCredential: [.networkRestriction, .strongerMonitoring, .separateEnvironments]
        case .sharedLegacyAccount: [.approvalGate, .scopedSecret, .networkRestriction]
        case .rigidConnector: [.networkRestriction, .strongerMonitoring, .scopedSecret]
        case .longLivedSecret: [.separateEnvironments, .strongerMonitoring, .strictRotation]
        }
    }

    /// The case that findings of a rule are, whatever is said; nil for any.
    package init?(requiredBy rule: String) {
        guard rule == "long-lived-secret" else { return nil }
        self = .longLivedSecret
    }

    /// What to say in the plan: what it costs to do without, and by when.
    package var question: String {
        switch self {
        case .tenantCredential: "when does the vendor offer a credential for each integration, and who asked?"
        case .sharedLegacyAccount: "what does an account for each flow cost, and by when is it done?"
        case .rigidConnector: "which connector replaces it, and by when?"
        case .longLivedSecret: "what gives out short-lived credentials instead, and by when?"
        }
    }
}
