/// A request to the token endpoint, read and found well-formed; nothing about the client is known yet.
package struct TokenRequest: Sendable {
    /// What is asked for.
    package enum Grant: Sendable, Hashable {
        /// The client asks for itself.
        ///
        /// `scope` is nil when the client leaves the choice to the server; `resources` are the targets of RFC 8707;
        /// `task` is the run or job the token is for, `purpose` what it may be used for.
        case clientCredentials(scope: ScopeSet?, resources: [String], task: String?, purpose: String?)
    }

    package let credential: ClientCredential
    package let grant: Grant

    /// Reads a request.
    ///
    /// Parameters that nobody knows are ignored, as RFC 6749 demands. One is refused although we do not know it:
    /// `authorization_details` asks for less than the scope, and to ignore it would give more than was asked for.
    ///
    /// - Parameters:
    ///   - body: The form.
    ///   - contentType: The request's content type.
    ///   - authorization: The value of the `Authorization` header; nil without one.
    /// - Throws: Any ``OAuthError``.
    ///
    /// Source: RFC 6749, sections 2.3, 3.2, 3.3 and 4.4.2.
    package init(body: [UInt8], contentType: String?, authorization: String?) throws(OAuthError) {
        guard Self.isForm(contentType) else {
            throw OAuthError(.invalidRequest, "the content type must be application/x-www-form-urlencoded")
        }
        let form = try Form(body)
        credential = try ClientCredential(form: form, authorization: authorization)
        guard let type = try form.value("grant_type") else {
            throw OAuthError(.invalidRequest, "the parameter `grant_type` is missing")
        }
        guard type == "client_credentials" else {
            throw OAuthError(.unsupportedGrantType, "the grant type `\(type)` is not supported; use client_credentials")
        }
        guard form.values("authorization_details").isEmpty else {
            throw OAuthError(.invalidRequest, "`authorization_details` is not supported; ask with `scope`")
        }
        grant = .clientCredentials(
            scope: try Self.scope(form),
            resources: try Self.resources(form),
            task: try Self.task(form),
            purpose: try Self.purpose(form),
        )
    }

    private static func isForm(_ contentType: String?) -> Bool {
        let type = contentType?.split(separator: ";", omittingEmptySubsequences: false).first ?? ""
        return type.lowercased().split(separator: " ") == ["application/x-www-form-urlencoded"]
    }

    private static func scope(_ form: Form) throws(OAuthError) -> ScopeSet? {
        guard let text = try form.value("scope") else { return nil }
        guard let scope = ScopeSet(text) else {
            throw OAuthError(.invalidScope, "`scope` must be printable words with single spaces between them")
        }
        return scope
    }

    /// Absolute URIs without fragment, RFC 8707, section 2.
    private static func resources(_ form: Form) throws(OAuthError) -> [String] {
        let resources = form.values("resource")
        for resource in resources {
            let scheme = resource.utf8.prefix { $0 != UInt8(ascii: ":") }
            guard scheme.count > 0, scheme.count < resource.utf8.count - 1, !resource.utf8.contains(UInt8(ascii: "#")),
                scheme.allSatisfy({ Character(Unicode.Scalar($0)).isASCIILetterOrDigit || "+-.".utf8.contains($0) }),
                resource.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
            else { throw OAuthError(.invalidTarget, "`resource` must be an absolute address without a fragment") }
        }
        return resources
    }

    private static func task(_ form: Form) throws(OAuthError) -> String? {
        guard let task = try form.value("task") else { return nil }
        guard task.utf8.count <= 200, task.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            throw OAuthError(.invalidRequest, "`task` must be at most 200 printable ASCII characters")
        }
        return task
    }

    private static func purpose(_ form: Form) throws(OAuthError) -> String? {
        guard let purpose = try form.value("purpose") else { return nil }
        guard !purpose.isEmpty, purpose.utf8.count <= 400 else {
            throw OAuthError(.invalidRequest, "`purpose` must be a text of 1 to 400 bytes")
        }
        return purpose
    }
}

extension Character {
    fileprivate var isASCIILetterOrDigit: Bool { isASCII && (isLetter || isNumber) }
}
