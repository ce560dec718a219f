import Audit
import ControlPlane
import Decisions
import Domain
import Gateway
import Tokens

extension ProxyHooks {
    /// Joins the gateway to the rest: tokens, the world in memory, and the log.
    init(world: World, tokens: VerifiedTokenCache, recorder: GroupCommit, clock: @escaping @Sendable () -> Instant) {
        self.init(
            verify: { Self.caller($0, tokens, world, clock()) },
            facts: { world.snapshot },
            credential: { world.credential(of: $0) },
            recordDurably: { record, done in recorder.record(record.event, completion: done) },
            recordSoon: { recorder.note($0.event) },
            clock: clock,
        )
    }

    private static func caller(
        _ text: String,
        _ tokens: VerifiedTokenCache,
        _ world: World,
        _ now: Instant,
    ) -> Result<Gateway.Caller, TokenRefusal> {
        let token: AccessToken
        do throws(TokenError) {
            token = try tokens.verify(text.utf8, at: now)
        } catch {
            return .failure(TokenRefusal(error == .expired ? .expired : .invalid, detail: "\(error)"))
        }
        guard let identity = ID<Identity>(token.subject), let lease = ID<Lease>(token.id) else {
            return .failure(TokenRefusal(.invalid, detail: "the token names no identity and lease of ours"))
        }
        guard !world.isRevoked(lease) else {
            return .failure(
                TokenRefusal(.revoked, detail: "the token was taken back", identity: identity, lease: lease)
            )
        }
        var scopes: [TokenScope]?
        if !token.scope.isEmpty {
            // A scope that cannot be read narrows to nothing rather than being left out.
            scopes = token.scope.scopes.compactMap { TokenScope($0) }
        }
        return .success(
            Gateway.Caller(
                identity: identity,
                lease: lease,
                task: token.task,
                purpose: token.purpose,
                issued: token.issued,
                expires: token.expires,
                scopes: scopes,
                originalCaller: token.actors.last,
                delegation: token.actors,
            )
        )
    }
}
