package import Domain

/// What the catalogue says of a type of credential.
package struct CredentialType: Sendable, Hashable {
    /// What proves who it is.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case token, oauth1, oauth2, password, key, certificate
    }

    package var name: String
    package var platform: String
    package var kind: Kind?
    /// How many of its fields hold secrets.
    package var secretFields = 0
    /// What it asks for by default: an upper bound of what was granted, and no more is known.
    package var scopes: [String] = []
    /// How far those scopes reach.
    package var reach: ActionClass?
}
