import Domain

/// Secrets in what n8n exports beside workflows: credentials in plain text, values of variables.
///
/// A value becomes its fingerprint at once, by which the same secret is known wherever else it stands.
struct N8nSecrets {
    let fingerprint: (@Sendable ([UInt8]) -> Fingerprint)?

    /// What a credential in plain text proves itself with.
    struct Content {
        /// Whether any field holds a value of a secret.
        var hasValue = false
        var fingerprint: Fingerprint?
        /// As asked for, else as granted; empty when the credential does not say.
        var scopes: [String] = []
    }

    /// Takes the fields of a credential: what it signs in with counts, not what identifies the app.
    func content(of data: JSONValue) -> Content {
        var content = Content()
        let tokens = data["oauthTokenData"]
        for (name, place) in Self.fields {
            let holder = place == .tokens ? tokens : data
            guard let value = holder?.members.first(where: { $0.name.string == name })?.value.string else { continue }
            // An expression says where the value is kept, for example in an outside store.
            guard !value.isEmpty, value.utf8.first != UInt8(ascii: "=") else { continue }
            content.hasValue = true
            content.fingerprint = content.fingerprint ?? fingerprint?(Array(value.utf8))
        }
        let scopes = data["scope"]?.string ?? tokens?["scope"]?.string ?? ""
        if scopes.utf8.first != UInt8(ascii: "=") {
            content.scopes = scopes.split { $0 == " " || $0 == "," }.map(String.init)
        }
        return content
    }

    private enum Place {
        case top, tokens
    }

    /// Fields that hold secrets, what is most particular to a credential first.
    private static let fields: [(String, Place)] =
        [("refresh_token", .tokens), ("access_token", .tokens), ("oauth_token_secret", .tokens)]
        + [
            "privateKey", "apiKey", "apiToken", "api_key", "accessToken", "access_token", "token", "secretAccessKey",
            "secretKey",
            "password", "pass", "passphrase", "botToken", "authToken", "auth_token", "authtoken", "integrationToken",
            "personalAccessToken", "sharedKey", "accountKey", "key", "secret", "value", "webhookUri",
            "connectionString",
            "json", "clientSecret", "consumerSecret",
        ].map { ($0, .top) }
}
