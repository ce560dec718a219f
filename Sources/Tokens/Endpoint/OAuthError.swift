/// A refusal of the token endpoint, as clients understand it.
///
/// Source: RFC 6749, section 5.2; `invalid_target` from RFC 8707.
package struct OAuthError: Error, Sendable, Hashable {
    package enum Code: String, Sendable, Hashable, CaseIterable {
        case invalidRequest = "invalid_request"
        case invalidClient = "invalid_client"
        case invalidGrant = "invalid_grant"
        case unauthorizedClient = "unauthorized_client"
        case unsupportedGrantType = "unsupported_grant_type"
        case invalidScope = "invalid_scope"
        case invalidTarget = "invalid_target"
    }

    package let code: Code
    /// What is wrong and what to do; printable ASCII without quotation mark and backslash, as the RFC demands.
    package let description: String

    /// A refusal; characters that the description must not have become question marks.
    package init(_ code: Code, _ description: String) {
        self.code = code
        let allowed = description.unicodeScalars.map { scalar in
            (0x20...0x7E).contains(scalar.value) && scalar != "\"" && scalar != "\\" ? Character(scalar) : "?"
        }
        self.description = String(allowed.prefix(400))
    }

    /// The HTTP status: 401 when the client could not be authenticated, else 400.
    package var status: Int { code == .invalidClient ? 401 : 400 }

    /// The value of `WWW-Authenticate`, which a 401 must carry; nil for other refusals.
    package var challenge: String? { code == .invalidClient ? "Basic realm=\"penstock\", charset=\"UTF-8\"" : nil }

    /// The body of the answer.
    package var json: [UInt8] {
        JSONWriter.object { body in
            body.member("error", code.rawValue)
            body.member("error_description", description)
        }
    }
}
