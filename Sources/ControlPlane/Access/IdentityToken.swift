import Decisions
package import Domain
import Tokens

extension ControlPlane {
    /// The identity that an access token of ours proves; nil for any other token, and for one that ended or was taken back.
    package func identity(token: Secret) -> Caller? {
        let verifier = AccessTokenVerifier(
            issuer: settings.issuer,
            audience: settings.audience,
            keys: keys.keySet,
        )
        let verified = token.withBytes { bytes -> AccessToken? in
            do throws(TokenError) { return try verifier.verify(Array(bytes), at: now()) } catch { return nil }
        }
        guard let verified, let id = ID<Identity>(verified.subject), let lease = ID<Lease>(verified.id),
            !world.isRevoked(lease), let identity = world.snapshot?.identity(id), identity.state == .active
        else { return nil }
        return .identity(id)
    }
}
