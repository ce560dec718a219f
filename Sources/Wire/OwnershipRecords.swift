package import Domain

/// A credential that an identity uses, never its value.
package struct HeldCredentialRecord: Sendable, Hashable, Codable {
    package var reference: CredentialReference
    /// Who answers for it; `nobody` is a finding.
    package var owner: String
    /// `own` when its source names them, `inherited` from the identities that use it, `nobody`.
    package var ownership: String
    package var lastRotated: Instant?
    package var expires: Instant?
    /// How many workflows and accounts of its source use it.
    package var users: Int

    package init(
        reference: CredentialReference,
        owner: String,
        ownership: String,
        lastRotated: Instant?,
        expires: Instant?,
        users: Int,
    ) {
        self.reference = reference
        self.owner = owner
        self.ownership = ownership
        self.lastRotated = lastRotated
        self.expires = expires
        self.users = users
    }
}

/// An identity whose owner is gone or disputed, with the dates of its class.
package struct HandoverRecord: Sendable, Hashable, Codable {
    package var identity: ID<Identity>
    package var cause: Handover.Cause
    package var reason: String?
    package var began: Instant
    /// When others are told.
    package var escalates: Instant
    /// When others were told.
    package var escalated: Instant?
    /// When it is suspended.
    package var suspends: Instant

    package init(_ handover: Handover, _ identityClass: IdentityClass) {
        identity = handover.identity
        cause = handover.cause
        reason = handover.reason
        began = handover.began
        escalates = handover.escalates(identityClass)
        escalated = handover.escalated
        suspends = handover.suspends(identityClass)
    }
}
