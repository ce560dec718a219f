package import Domain
package import SQLEngine
package import Sealing

/// The use cases: each asks Cedar whether the caller may, then changes the store and writes the log in one transaction.
package struct ControlPlane: Sendable {
    package let database: any Database
    package let world: World
    package let vault: Vault
    package let keys: InstallationKeys
    package let settings: Settings
    package let now: @Sendable () -> Instant
    let findingsCache = FindingsCache()
    let estates = EstateCache()
    /// Sends notifications outside, as the composition root filled it; nil where nothing is sent.
    package var sendOut: SendOut?

    package struct Settings: Sendable, Hashable {
        /// Base address of this installation as others see it, without a slash at the end; the `iss` of its tokens.
        package var issuer: String
        /// Where the gateway listens, for examples and errors.
        package var gateway: String
        /// Digest of the local operator's bearer token; nil when there is none.
        package var operatorDigest: TokenDigest?

        package init(issuer: String, gateway: String, operatorDigest: TokenDigest? = nil) {
            self.issuer = issuer
            self.gateway = gateway
            self.operatorDigest = operatorDigest
        }
    }

    /// Joins an opened and migrated database, a world loaded from it, and a clock, which tests can move.
    package init(
        database: any Database,
        world: World,
        vault: Vault,
        keys: InstallationKeys,
        settings: Settings,
        now: @escaping @Sendable () -> Instant,
    ) {
        self.database = database
        self.world = world
        self.vault = vault
        self.keys = keys
        self.settings = settings
        self.now = now
    }
}
