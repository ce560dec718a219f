package import Domain

/// A token that a client signs to say who it is, read and not yet verified.
///
/// Source: RFC 7523, sections 2.2 and 3.
package struct ClientAssertion: Sendable {
    /// The client that it claims to be from, by `iss` and `sub`.
    package let client: String
    /// Its id, `jti`, which may be used once.
    package let id: String
    /// Its end, `exp`.
    package let expires: Instant

    private let token: CompactJWS
    private let audience: [String]
    private let issued: Instant?
    private let notBefore: Instant?

    /// Reads an assertion.
    ///
    /// - Throws: `invalid_client` when it is no token, or a claim is missing: `iss` and `sub` (the client), `aud`, `exp`,
    ///   `jti`.
    package init(_ text: String) throws(OAuthError) {
        let claims: [String: JSONValue]
        do throws(JOSEError) {
            token = try CompactJWS(Array(text.utf8))
            claims = try token.claims()
        } catch {
            throw OAuthError(.invalidClient, "the client assertion can't be used: \(error)")
        }
        guard Self.types.contains(token.type?.lowercased()) else {
            throw OAuthError(.invalidClient, "the client assertion is a token of another kind; its `typ` must be JWT")
        }
        func claim<Value>(_ name: String, _ value: Value?) throws(OAuthError) -> Value {
            guard let value else {
                throw OAuthError(.invalidClient, "the client assertion's `\(name)` is missing or of another form")
            }
            return value
        }
        let issuer = try claim("iss", claims["iss"]?.string.flatMap { $0.isEmpty ? nil : $0 })
        guard claims["sub"]?.string.map({ $0.utf8.elementsEqual(issuer.utf8) }) == true else {
            throw OAuthError(.invalidClient, "the client assertion's `iss` and `sub` must both be the client's id")
        }
        client = issuer
        id = try claim("jti", claims["jti"]?.string.flatMap { (1...200).contains($0.utf8.count) ? $0 : nil })
        expires = Instant(seconds: try claim("exp", claims["exp"]?.numericDate))
        audience = try claim("aud", claims["aud"]?.strings.flatMap { $0.isEmpty ? nil : $0 })
        issued = try claims["iat"].map { value throws(OAuthError) in
            Instant(seconds: try claim("iat", value.numericDate))
        }
        notBefore = try claims["nbf"].map { value throws(OAuthError) in
            Instant(seconds: try claim("nbf", value.numericDate))
        }
    }

    /// What `typ` may be: left out, the usual value, and that of the newer draft (rfc7523bis).
    private static let types: Set<String?> = [nil, "jwt", "client-authentication+jwt"]

    /// Checks everything but whether it was used before.
    ///
    /// - Parameters:
    ///   - keys: The client's public keys.
    ///   - policy: What is accepted here.
    ///   - now: The time.
    /// - Throws: `invalid_client` with what is wrong.
    func verify(with keys: KeySet, policy: ClientAuthenticator, at now: Instant) throws(OAuthError) {
        do throws(JOSEError) {
            try keys.verify(token)
        } catch {
            throw OAuthError(.invalidClient, "the client is not known, or its assertion is not signed with its key")
        }
        // Every audience must be us: an assertion that others accept too could be used by them against us.
        guard audience.allSatisfy({ policy.accepts(audience: $0) }) else {
            throw OAuthError(
                .invalidClient,
                "the client assertion's `aud` must be this server's issuer or token endpoint"
            )
        }
        guard now < expires else { throw OAuthError(.invalidClient, "the client assertion has expired") }
        guard expires - now <= policy.maximumLifetime + policy.skew else {
            let minutes = policy.maximumLifetime.components.seconds / 60
            throw OAuthError(.invalidClient, "the client assertion lives too long; at most \(minutes) minutes")
        }
        for time in [issued, notBefore].compactMap(\.self) where time > now + policy.skew {
            throw OAuthError(.invalidClient, "the client assertion is not valid yet; check the clocks")
        }
    }
}
