/// One entry of the log: who asked, who acted, what was decided, what changed.
package struct Event: Sendable, Hashable, Codable, Identifiable {
    package static let idPrefix = "evt"

    package var id: ID<Event>
    package var at: Instant
    package var kind: Kind
    /// Who did it here.
    package var actor: Actor
    /// Who asked first, when the actor acts for somebody.
    package var originalCaller: String?
    package var subject: Subject?
    /// `allow`, `deny`, `noPermit` for a decision; nil for what is none.
    package var decision: DecisionRecord?
    package var changes: [Change]
    /// Further facts in words; never a secret.
    package var detail: [String: String]

    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case estateImported, identityDiscovered, identityChanged, identityVanished
        case identityRegistered, identityStateChanged
        case systemAdded, systemChanged, systemCredentialSealed
        case grantAdded, grantRevoked, grantEnded, leaseRevoked
        case policyProposed, policyApproved, policyRefused, policyLive
        case tokenIssued, tokenRefused, clientAdded
        case requestAllowed, requestRefused, requestsLost
        case stopped, resumed
        case userAdded, userChanged, signedIn, signInFailed, signedOut, passphraseSet
        case keyMade, serverStarted, serverStopped
        case accessRequested, accessRequestEscalated, accessRequestClosed
        case approvalGiven, approvalRefused, approvalVoided, approvalUsed
        case taskClosed, identityRenewed, identityRetired
        case handoverAsked, handoverEscalated, handoverDone
        case teamChanged, teamRemoved, peopleImported
        case termsChanged
        case webhookAdded, webhookRemoved, webhookTested, deliveryDead, deliveryResent
        case exceptionProposed, exceptionAccepted, exceptionRefused, exceptionBroken, exceptionEnded
        case envelopePrepared, envelopeReturned, envelopeMissed
        case breakGlassOpened, breakGlassClosed, breakGlassReviewed, breakGlassImported
        case reviewOpened, reviewItemDecided, reviewItemLapsed, reviewItemVerified, reviewCompleted
        case reviewItemAssigned, rotationAsked
        case vendorAdded, vendorChanged, outsideEvent
        case levelChanged
        case revocationOpened, revocationStepDone, revocationClosed, revocationOverdue
    }

    package struct Actor: Sendable, Hashable, Codable {
        package enum Kind: String, Sendable, Hashable, Codable {
            case user, identity, penstock
        }

        package var kind: Kind
        package var id: String
        package var name: String

        package init(kind: Kind, id: String, name: String) {
            self.kind = kind
            self.id = id
            self.name = name
        }

        package static let penstock = Actor(kind: .penstock, id: "penstock", name: "penstock")
    }

    package struct Subject: Sendable, Hashable, Codable {
        /// What it is: `identity`, `system`, `source`, `grant`, `user`, `lease` or `installation`.
        package var kind: String
        package var id: String
        package var name: String

        package init(kind: String, id: String, name: String) {
            self.kind = kind
            self.id = id
            self.name = name
        }
    }

    package struct Change: Sendable, Hashable, Codable {
        package var field: String
        package var before: String?
        package var after: String?

        package init(_ field: String, before: String?, after: String?) {
            self.field = field
            self.before = before
            self.after = after
        }
    }

    package struct DecisionRecord: Sendable, Hashable, Codable {
        package var id: ID<AccessDecision>
        package var verdict: AccessDecision.Verdict
        package var policies: [String]
        package var version: Int64

        package init(_ decision: AccessDecision) {
            id = decision.id
            verdict = decision.verdict
            policies = decision.policies
            version = decision.version
        }
    }

    package init(
        id: ID<Event>,
        at: Instant,
        kind: Kind,
        actor: Actor,
        originalCaller: String? = nil,
        subject: Subject? = nil,
        decision: DecisionRecord? = nil,
        changes: [Change] = [],
        detail: [String: String] = [:],
    ) {
        self.id = id
        self.at = at
        self.kind = kind
        self.actor = actor
        self.originalCaller = originalCaller
        self.subject = subject
        self.decision = decision
        self.changes = changes
        self.detail = detail
    }
}
