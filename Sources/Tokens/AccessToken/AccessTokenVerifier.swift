package import Domain

/// Verifies access tokens that this installation issued, strictly: what we would not have written is refused.
package struct AccessTokenVerifier: Sendable {
    /// The expected issuer.
    package let issuer: String
    /// The audience that a token must name, among others perhaps.
    package let audience: String
    /// How far the clocks of nodes may differ: only the beginning of a token is forgiven, never its end.
    package let skew: Duration

    private let keys: [String: PublicKey]

    /// A verifier for the tokens of these keys, each named by its `kid`; keys without a name are left out.
    package init(issuer: String, audience: String, keys: KeySet, skew: Duration = .seconds(5)) {
        self.issuer = issuer
        self.audience = audience
        self.skew = skew
        var named: [String: PublicKey] = [:]
        for key in keys.keys {
            if let id = key.id { named[id] = key }
        }
        self.keys = named
    }

    /// Verifies a token and reads its claims.
    ///
    /// - Throws: Any ``TokenError``.
    ///
    /// Source: RFC 9068, section 4; RFC 8725, section 3.
    package func verify(_ token: some Collection<UInt8>, at now: Instant) throws(TokenError) -> AccessToken {
        let verified = try AccessToken(claims: signedClaims(of: Array(token)))
        try check(verified, at: now)
        return verified
    }

    private func signedClaims(of token: [UInt8]) throws(TokenError) -> [String: JSONValue] {
        do throws(JOSEError) {
            let parts = try CompactJWS(token)
            if parts.type == AccessToken.type {
                // Exactly the members that we write: a key or an address in the header is never looked at.
                guard parts.header.count == 3, let name = parts.keyID else { throw .malformedToken }
                guard let key = keys[name] else { throw .unknownKey }
                try key.verify(parts)
                return try parts.claims()
            }
        } catch {
            throw .notOurs(error)
        }
        throw .wrongType
    }

    /// Checks everything about a token but its signature.
    func check(_ token: AccessToken, at now: Instant) throws(TokenError) {
        guard token.issuer.utf8.elementsEqual(issuer.utf8) else { throw .wrongIssuer }
        guard token.audience.contains(where: { $0.utf8.elementsEqual(audience.utf8) }) else { throw .wrongAudience }
        guard now < token.expires else { throw .expired }
        guard token.issued <= now + skew, (token.notBefore ?? token.issued) <= now + skew else { throw .notYetValid }
    }
}
