/// A governed principal that is not a person: who it is, who answers for it, what it is for, and until when.
package struct Identity: Sendable, Hashable, Codable, Identifiable {
    package static let idPrefix = "idn"

    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case workflow, step, connector, serviceAccount, apiToken, webhookHandler, approvalBot, scheduledJob, oauthApp
        case certificate, pipeline, vendorManaged, agent
    }

    /// How strictly policy is applied to it.
    package enum Level: String, Sendable, Hashable, Codable, CaseIterable {
        case observe, warn, enforce
    }

    package var id: ID<Identity>
    package var kind: Kind
    package var name: String
    package var state: LifecycleState
    package var classification: Classification
    /// Whether one of its steps or rights changes users, groups, roles, credentials or who may do what.
    package var touchesIdentity = false
    /// What lies behind its steps and rights, its environment apart; see `reach`.
    package var reaches: [Reach] = []
    package var level: Level = .enforce
    package var source: ID<Source>?
    /// Key of the workflow it governs, within its source.
    package var workflow: String?
    /// Key of the account, role or app that it is, within its source.
    package var principal: String?
    package var owner: ID<User>?
    package var technicalOwner: ID<User>?
    package var backupApprover: ID<User>?
    package var purpose: String?
    /// Which system it serves, and from which it takes what it needs.
    package var systemPurpose: String?
    package var environment: String?
    /// Business function, such as finance or analytics.
    package var function: String?
    package var vendor: String?
    package var pattern: Pattern?
    package var renewal: Instant?
    package var expires: Instant?
    /// Names of the systems it is meant to reach.
    package var declaredReach: [String] = []
    /// How it is stopped, and by whom.
    package var stopPath: String?
    package var stoppedBy: ID<User>?
    /// Why it is suspended; nil while it is not.
    package var suspension: Suspension?
    /// The approval that made it active; nil before.
    package var approval: ID<Approval>?
    /// What is not any more as it was approved, in words; nil while nothing is.
    package var drift: String?
    /// The identity it was copied from.
    package var copyOf: ID<Identity>?
    package var firstSeen: Instant
    /// When it became active for the first time; nil before.
    package var registered: Instant?
    package var updated: Instant
    /// When it last made a request here; nil when never seen here.
    package var lastUsed: Instant?
    /// When its source stopped showing it; nil while it is there.
    package var vanished: Instant?

    package init(
        id: ID<Identity>,
        kind: Kind,
        name: String,
        state: LifecycleState = .discovered,
        classification: Classification,
        firstSeen: Instant,
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.state = state
        self.classification = classification
        self.firstSeen = firstSeen
        updated = firstSeen
    }
}
