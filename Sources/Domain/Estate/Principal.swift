/// Somebody or something that a source knows as an actor: an account, a role, a group, a service account, an app.
///
/// Service identities are what discovery is after; people and groups are kept because they explain who ends up with
/// what.
package struct Principal: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case user, group, role, serviceAccount, oauthApp, apiToken, certificate, scheduledJob, connector, vendorManaged
        case agent, webhookHandler, approvalBot
    }

    /// Tells the principal within its source, across imports: an ARN, `namespace/name`, a role's name.
    package var key: String
    package var name: String
    package var kind: Kind
    /// Whether a person acts through it; people are reviewed as people and become no integration identity.
    package var isPerson = false
    /// nil when the source does not say.
    package var active: Bool?
    package var owner: OwnerHint?
    package var environment: String?
    /// Path of the file it was read from; nil when it comes from no file.
    package var path: String?
    /// Who runs it, when that is not us.
    package var vendor: String?
    /// Who consented to it or handed it out.
    package var grantor: String?
    package var purpose: String?
    /// Keys of the groups and roles it belongs to directly.
    package var memberOf: [String] = []
    /// What it may do in effect, after groups, boundaries and denials; at most a thousand, the strongest first.
    package var rights: [Right] = []
    /// What it proves itself with; dates and fingerprints stand in the estate's credentials of the same key.
    package var credentials: [CredentialReference] = []
    package var createdAt: Instant?
    package var lastUsed: Instant?
    package var expires: Instant?
    /// Further facts of the format, for people to read; never a secret.
    package var detail: [String: String] = [:]

    package init(key: String, name: String, kind: Kind) {
        self.key = key
        self.name = name
        self.kind = kind
    }
}

/// One thing that a principal may do in effect.
package struct Right: Sendable, Hashable, Codable {
    package var action: ActionClass
    /// The operations as the source names them, for example `s3:GetObject` or `get,list`.
    package var operations: [String]
    /// What they may be done to, as the source names it; `*` for everything.
    package var resource: String
    /// How strong it is and the rule that says so.
    package var effect: StepEffect
    /// What gives it: a policy, a binding, a membership, in words.
    package var via: String
    /// Under which condition, as the source writes it; nil for none.
    package var condition: String?

    package init(
        _ action: ActionClass,
        operations: [String],
        on resource: String,
        effect: StepEffect,
        via: String,
        condition: String? = nil,
    ) {
        self.action = action
        self.operations = operations
        self.resource = resource
        self.effect = effect
        self.via = via
        self.condition = condition
    }
}

/// A trust relationship: `from` may act as, start or stand in for `to`.
package struct Trust: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// May take on the role or impersonate the account.
        case assumes
        /// Proves itself through an identity provider outside the source.
        case federates
        /// Runs with the account's rights: a workload with its service account.
        case runsAs
        /// Starts the other workflow.
        case calls
    }

    package var kind: Kind
    /// Key of a principal or workflow of the source, or a name outside it.
    package var from: String
    package var to: String
    /// Whether `from` lies outside the source: another account, an identity provider, everybody (`*`).
    package var isExternal: Bool
    package var condition: String?

    package init(_ kind: Kind, from: String, to: String, isExternal: Bool = false, condition: String? = nil) {
        self.kind = kind
        self.from = from
        self.to = to
        self.isExternal = isExternal
        self.condition = condition
    }
}
