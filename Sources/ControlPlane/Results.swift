package import Domain

/// One line of the list of identities.
package struct IdentitySummary: Sendable, Hashable {
    package var identity: Identity
    package var ownerEmail: String?
    package var findings: Int
    package var worst: Finding.Severity?
}

/// All that is known of one identity.
package struct IdentityDetail: Sendable {
    package var identity: Identity
    package var owner: User?
    package var technicalOwner: User?
    package var backupApprover: User?
    /// The approval that made it active; nil before.
    package var approval: Approval?
    package var source: Source?
    package var workflow: Workflow?
    /// The account, role or app that it is.
    package var principal: Principal?
    /// Who may act as it, start it or vouch for it, and as whom it may act.
    package var trusts: [Trust]
    /// How its definition changed, newest first.
    package var history: [DefinitionChange]
    package var grants: [Grant]
    package var leases: [Lease]
    package var clients: [ClientSummary]
    package var stops: [Stop]
    package var findings: [Finding]
    package var events: [LogEntry]
    /// What it lacks to be active; empty when nothing.
    package var missing: [MissingField]
    /// The credentials that it uses, each with who answers for it.
    package var credentials: [HeldCredential] = []
    /// Under way while its owner is gone or disputed; nil else.
    package var handover: Handover?
}

/// How a machine proves who it is at the token endpoint; never the secret.
package struct ClientSummary: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable {
        case secret, publicKey
    }

    package var id: String
    package var kind: Kind
    package var created: Instant
    package var expires: Instant
    package var revoked: Instant?
}

/// An event with its place in the log.
package struct LogEntry: Sendable, Hashable {
    /// Zero-based.
    package var index: Int
    package var event: Event
}

/// What an import found and what it changed.
package struct ImportReport: Sendable, Hashable {
    package struct SourceReport: Sendable, Hashable {
        package var root: String
        package var format: String
        package var counts: [String: Int]
        /// Workflows and accounts, by name and what changed; at most 1,000 each.
        package var new: [String]
        package var changed: [PartChange]
        package var vanished: [String]
        /// How many are new, named or not.
        package var added: Int
        package var unchanged: Int
    }

    package struct PartChange: Sendable, Hashable {
        /// `workflow`, `principal` or `credential`.
        package var kind: String
        package var name: String
        package var path: String
        package var changes: [String]
    }

    package var sources: [SourceReport]
    package var totals: [String: Int]
    package var rejected: [Rejection]
    package var dryRun: Bool
}

/// The first screen.
package struct Overview: Sendable {
    package var identities: Int
    package var byState: [LifecycleState: Int]
    package var byClass: [IdentityClass: Int]
    /// How many identities have each of: owner, purpose, end date, environment, declared reach; and all of them but the
    /// environment (`complete`).
    package var known: [String: Int]
    package var registration = RegistrationTimes()
    package var findings: [Finding.Severity: Int]
    package var byRule: [String: Int]
    package var topFindings: [Finding]
    package var sources: [Source]
    package var systems: Int
    package var lastStop: Stop?
    package var checkpoint: CheckpointSummary?
    package var recentEvents: [LogEntry]
}

package struct CheckpointSummary: Sendable, Hashable {
    package var origin: String
    package var size: Int
    /// Base64.
    package var root: String
    package var made: Instant
    /// The signed note, whole.
    package var note: String
}

/// What is filled in when an identity is registered; nil leaves what is there.
package struct Registration: Sendable, Hashable {
    /// Addresses or ids of people.
    package var owner: String?
    package var technicalOwner: String?
    package var backupApprover: String?
    package var purpose: String?
    package var systemPurpose: String?
    package var environment: String?
    package var function: String?
    package var vendor: String?
    package var pattern: Pattern?
    package var expires: Instant?
    package var renewal: Instant?
    package var declaredReach: [String]?
    package var stopPath: String?
    /// Address or id of the person who stops it; the owner when left out.
    package var stoppedBy: String?
    package var level: Identity.Level?

    package init() {}
}

/// An access token as its holder gets it, once.
package struct IssuedToken: Sendable {
    package var token: Secret
    /// The answer of the token endpoint, RFC 6749 section 5.1, as JSON.
    package var response: Secret
    package var lease: Lease
    /// Seconds.
    package var expiresIn: Int
    package var scope: String
}

/// A client secret as its holder gets it, once.
package struct IssuedClient: Sendable {
    package var client: ClientSummary
    /// nil for a public key.
    package var secret: Secret?
}

/// A system without its secret.
package struct SystemSummary: Sendable, Hashable {
    package var system: System
    package var hasCredential: Bool
    package var openGrants: Int
}

/// A session that has just begun.
package struct StartedSession: Sendable {
    package var user: User
    package var token: Secret
    package var csrf: String
    package var expires: Instant
    /// The person has no passphrase yet and must choose one.
    package var mustChoosePassphrase: Bool
}

/// A session that a cookie belongs to.
package struct CurrentSession: Sendable {
    package var user: User
    package var csrf: String
    package var expires: Instant
    package var mustChoosePassphrase: Bool
}
