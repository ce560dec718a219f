/// A reference to a secret, as a step or a source states it, and never the value.
package struct CredentialReference: Sendable, Hashable, Codable {
    /// The platform's credential type, for example `slackApi`.
    package var kind: String
    package var id: String?
    package var name: String?

    package init(kind: String, id: String?, name: String?) {
        self.kind = kind
        self.id = id
        self.name = name
    }

    /// Tells the credential within its source: kind and id, or kind and name where no id is given.
    package var key: String {
        if let id { "\(kind)|id:\(id)" } else { "\(kind)|name:\(name ?? "")" }
    }
}

/// What is known of one credential of a source.
package struct Credential: Sendable, Hashable, Codable {
    package var reference: CredentialReference
    package var fingerprint: Fingerprint?
    package var createdAt: Instant?
    package var lastRotated: Instant?
    package var lastUsed: Instant?
    package var expires: Instant?
    package var scopes: [String] = []
    package var owner: OwnerHint?
    package var environment: String?
    /// Whether the source itself declares it; false when only a step mentions it.
    package var declared = false

    package init(reference: CredentialReference) {
        self.reference = reference
    }

    package var key: String { reference.key }
}
