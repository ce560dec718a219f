package import Domain

/// All that the API tells of one identity.
package struct IdentityRecord: Sendable, Codable {
    package var identity: Identity
    package var owner: User?
    package var technicalOwner: User?
    package var backupApprover: User?
    /// The approval that made it active, void or not.
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
    package var clients: [ClientRecord]
    package var stops: [Stop]
    package var findings: [Finding]
    package var events: [LogLine]
    /// What it lacks to be active.
    package var missing: [MissingField]
    /// The credentials that it uses, each with who answers for it.
    package var credentials: [HeldCredentialRecord]
    /// Under way while its owner is gone or disputed.
    package var handover: HandoverRecord?

    package init(
        identity: Identity,
        owner: User?,
        technicalOwner: User?,
        backupApprover: User?,
        approval: Approval? = nil,
        source: Source?,
        workflow: Workflow?,
        principal: Principal? = nil,
        trusts: [Trust] = [],
        history: [DefinitionChange] = [],
        grants: [Grant],
        leases: [Lease],
        clients: [ClientRecord],
        stops: [Stop],
        findings: [Finding],
        events: [LogLine],
        missing: [MissingField],
        credentials: [HeldCredentialRecord] = [],
        handover: HandoverRecord? = nil,
    ) {
        self.identity = identity
        self.owner = owner
        self.technicalOwner = technicalOwner
        self.backupApprover = backupApprover
        self.approval = approval
        self.source = source
        self.workflow = workflow
        self.principal = principal
        self.trusts = trusts
        self.history = history
        self.grants = grants
        self.leases = leases
        self.clients = clients
        self.stops = stops
        self.findings = findings
        self.events = events
        self.missing = missing
        self.credentials = credentials
        self.handover = handover
    }
}

/// How an identity proves itself at the token endpoint.
package struct ClientRecord: Sendable, Hashable, Codable {
    package var id: String
    /// `secret` or `publicKey`.
    package var kind: String
    package var created: Instant
    package var expires: Instant
    package var revoked: Instant?
    /// Only in the answer that made it.
    package var secret: String?

    package init(
        id: String,
        kind: String,
        created: Instant,
        expires: Instant,
        revoked: Instant?,
        secret: String? = nil,
    ) {
        self.id = id
        self.kind = kind
        self.created = created
        self.expires = expires
        self.revoked = revoked
        self.secret = secret
    }
}
