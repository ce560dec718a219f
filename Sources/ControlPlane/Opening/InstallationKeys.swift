package import Audit
import Domain
package import Tokens

/// The keys an installation signs with; sealed in the store, opened at start.
package struct InstallationKeys: Sendable {
    /// Signs access tokens.
    package let tokens: SigningKey
    /// Signs checkpoints of the log.
    package let log: LogSigner
    package let installation: String

    package init(tokens: SigningKey, log: LogSigner, installation: String) {
        self.tokens = tokens
        self.log = log
        self.installation = installation
    }

    /// What others check tokens with.
    package var keySet: KeySet { KeySet([tokens.publicKey]) }
}
