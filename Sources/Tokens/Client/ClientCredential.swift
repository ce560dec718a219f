package import Domain

/// How a client says who it is; read from the request, not yet verified.
///
/// Source: RFC 6749, section 2.3; RFC 7523, section 2.2.
package enum ClientCredential: Sendable {
    /// Id and secret, in the `Authorization` header or in the form.
    case secret(client: String, Secret)
    /// A token signed with the client's private key.
    case assertion(ClientAssertion)

    /// The client that it claims to be.
    package var client: String {
        switch self {
        case .secret(let client, _): client
        case .assertion(let assertion): assertion.client
        }
    }

    /// Reads a client's credential from the form and the header of a request.
    ///
    /// - Throws: `invalid_client` when there is none or it can't be read, `invalid_request` when there are two.
    init(form: Form, authorization: String?) throws(OAuthError) {
        let named = try form.value("client_id")
        let secret = try form.value("client_secret")
        let assertion = try form.value("client_assertion")
        let assertionType = try form.value("client_assertion_type")
        let methods = [authorization != nil, secret != nil, assertion != nil || assertionType != nil]
        guard methods.count(where: { $0 }) <= 1 else {
            throw OAuthError(.invalidRequest, "the client authenticates itself in two ways; use one")
        }
        if let authorization {
            self = try Self.basic(authorization)
        } else if let secret {
            guard let named else { throw OAuthError(.invalidRequest, "the parameter `client_id` is missing") }
            self = .secret(client: named, Secret(secret))
        } else if let assertion {
            guard assertionType == Self.assertionType else {
                throw OAuthError(.invalidClient, "`client_assertion_type` must be \(Self.assertionType)")
            }
            self = .assertion(try ClientAssertion(assertion))
        } else {
            throw OAuthError(
                .invalidClient,
                "the client must authenticate itself: private_key_jwt, client_secret_basic or client_secret_post",
            )
        }
        if let named, !named.utf8.elementsEqual(client.utf8) {
            throw OAuthError(.invalidRequest, "`client_id` is not the client that authenticates itself")
        }
    }

    private static let assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"

    private static func basic(_ authorization: String) throws(OAuthError) -> ClientCredential {
        let parts = authorization.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "basic",
            let decoded = decode(base64: parts[1]), let colon = decoded.firstIndex(of: UInt8(ascii: ":")),
            // Both are form-encoded before they are joined, RFC 6749, section 2.3.1.
            let client = Form.decode(decoded[..<colon]), let secret = Form.decode(decoded[(colon + 1)...]),
            !client.isEmpty
        else {
            throw OAuthError(.invalidClient, "the Authorization header must be `Basic` with client id and secret")
        }
        return .secret(client: client, Secret(secret))
    }

    /// Standard Base64 with its padding, by way of the URL's alphabet.
    private static func decode(base64 text: Substring) -> [UInt8]? {
        let bytes = Array(text.utf8)
        guard bytes.count.isMultiple(of: 4), !bytes.contains(UInt8(ascii: "-")), !bytes.contains(UInt8(ascii: "_"))
        else { return nil }
        let padding = bytes.reversed().prefix { $0 == UInt8(ascii: "=") }.count
        guard padding <= 2 else { return nil }
        return Base64URL.decode(
            bytes.dropLast(padding).map { byte in
                switch byte {
                case UInt8(ascii: "+"): UInt8(ascii: "-")
                case UInt8(ascii: "/"): UInt8(ascii: "_")
                default: byte
                }
            }
        )
    }
}
