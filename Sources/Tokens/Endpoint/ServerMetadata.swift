/// What an authorization server says of itself under `/.well-known/oauth-authorization-server`.
///
/// Source: RFC 8414, section 2.
package struct ServerMetadata: Sendable, Hashable {
    /// The issuer: base address without slash, query or fragment at its end.
    package let issuer: String
    package let tokenEndpoint: String
    package let keySetAddress: String
    /// Scopes worth telling; empty when they depend on the client.
    package let scopes: [String]
    /// Where people read how to use it; nil when there is no such page.
    package let documentation: String?

    /// The metadata of an installation whose endpoints lie at `/oauth/token` and `/oauth/jwks` below its issuer.
    package init(issuer: String, scopes: [String] = [], documentation: String? = nil) {
        self.issuer = issuer
        tokenEndpoint = issuer + "/oauth/token"
        keySetAddress = issuer + "/oauth/jwks"
        self.scopes = scopes
        self.documentation = documentation
    }

    /// The document.
    package var json: [UInt8] {
        JSONWriter.object { body in
            body.member("issuer", issuer)
            body.member("token_endpoint", tokenEndpoint)
            body.member("jwks_uri", keySetAddress)
            if !scopes.isEmpty { body.member("scopes_supported", list(scopes)) }
            // Required by the RFC, and empty because there is no authorization endpoint.
            body.member("response_types_supported", .array([]))
            body.member("grant_types_supported", list(["client_credentials"]))
            body.member(
                "token_endpoint_auth_methods_supported",
                list(["private_key_jwt", "client_secret_basic", "client_secret_post"]),
            )
            body.member(
                "token_endpoint_auth_signing_alg_values_supported",
                list(["ES256", "EdDSA", "PS256", "RS256"]),
            )
            body.member("service_documentation", documentation)
        }
    }

    private func list(_ texts: [String]) -> JSONValue {
        .array(texts.map { .string($0) })
    }
}
