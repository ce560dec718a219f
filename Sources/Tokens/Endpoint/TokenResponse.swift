package import Domain

/// A granted token, as the token endpoint answers it.
///
/// Source: RFC 6749, section 5.1.
package struct TokenResponse: Sendable {
    package let accessToken: Secret
    /// How long it holds, in seconds from the answer on.
    package let expiresIn: Int64
    package let scope: ScopeSet

    /// The answer for a token that was signed just now.
    package init(_ token: AccessToken, signed: String, now: Instant) {
        accessToken = Secret(signed)
        expiresIn = max(0, token.expires.seconds - now.seconds)
        scope = token.scope
    }

    /// The body; it holds the token, and must be answered with `Cache-Control: no-store`.
    package var json: Secret {
        accessToken.withBytes { bytes in
            Secret(
                JSONWriter.object { body in
                    body.member("access_token", String(decoding: bytes, as: UTF8.self))
                    body.member("token_type", "Bearer")
                    body.member("expires_in", .integer(expiresIn))
                    if !scope.isEmpty { body.member("scope", scope.text) }
                }
            )
        }
    }
}
