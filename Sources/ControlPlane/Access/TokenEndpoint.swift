package import Domain
import SQLEngine
import Store
import Tokens

/// What the token endpoint answers.
package struct TokenAnswer: Sendable {
    package var status: Int
    /// To be sent with `Cache-Control: no-store`; holds the token when the status is 200.
    package var body: Secret
    /// The value of `WWW-Authenticate`, which a 401 carries.
    package var challenge: String?
}

extension ControlPlane {
    /// Answers a request to the token endpoint: a client proves itself and gets an access token of its identity.
    ///
    /// Source: RFC 6749, section 4.4; RFC 7523, section 2.2.
    package func tokenEndpoint(
        body: [UInt8],
        contentType: String?,
        authorization: String?,
        remote: String?,
    ) async throws -> TokenAnswer {
        do {
            let request = try TokenRequest(body: body, contentType: contentType, authorization: authorization)
            return try await answer(request)
        } catch let error as OAuthError {
            try await change(by: .penstock) { change in
                change.record(
                    .tokenRefused,
                    detail: ["error": error.code.rawValue, "reason": error.description, "remote": remote ?? ""],
                )
            }
            return TokenAnswer(status: error.status, body: Secret(error.json), challenge: error.challenge)
        }
    }

    private func answer(_ request: TokenRequest) async throws -> TokenAnswer {
        let moment = now()
        let name = request.credential.client
        let key = try await database.read { connection in
            try ClientTable.find(name, in: connection).flatMap { $0.revoked == nil && moment < $0.expires ? $0 : nil }
        }
        let client = try key.map { try RegisteredClient($0) }
        try await ClientAuthenticator(metadata).authenticate(request.credential, of: client, at: moment) { use in
            try await database.write { connection in
                try UsedAssertionTable.claim(client: use.client, jti: use.id, expires: use.until, in: connection)
            }
        }
        guard let key else { throw OAuthError(.invalidClient, "the client is not known, or its secret is wrong") }
        guard case .clientCredentials(let scope, let resources, let task, let purpose) = request.grant else {
            throw OAuthError(.unsupportedGrantType, "use client_credentials")
        }
        if let other = resources.first(where: { $0 != settings.audience }) {
            throw OAuthError(.invalidTarget, "`\(other)` is not served here; the only target is \(settings.audience)")
        }
        if let unknown = scope?.scopes.first(where: { AccessScope($0) == nil }) {
            throw OAuthError(
                .invalidScope,
                "`\(unknown)` is no scope; write ACTION:SYSTEM/RESOURCE, as in read:crm/contacts"
            )
        }
        do {
            let issued = try await issue(
                to: key.identity,
                client: key.id,
                task: task,
                purpose: purpose,
                life: nil,
                scope: scope ?? ScopeSet(),
                by: .identity(key.identity),
            )
            return TokenAnswer(status: 200, body: issued.response, challenge: nil)
        } catch let failure as Failure where failure.code == .conflict {
            throw OAuthError(.unauthorizedClient, failure.message)
        }
    }

    /// The document under `/.well-known/oauth-authorization-server`.
    package func metadataDocument() -> [UInt8] { metadata.json }

    /// The public keys under `/oauth/jwks`.
    package func keySetDocument() -> [UInt8] { keys.keySet.json }

    private var metadata: ServerMetadata { ServerMetadata(issuer: settings.issuer) }
}

/// A scope as tokens carry it: the action class, a colon, the resource.
private struct AccessScope {
    init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, ActionClass(rawValue: parts[0]) != nil, ResourcePath(parts[1]) != nil else {
            return nil
        }
    }
}

extension RegisteredClient {
    fileprivate init(_ key: ClientKey) throws {
        switch key.kind {
        case .secret: self.init(id: key.id, method: .secret(digests: [key.material]))
        case .publicKey:
            let keys = try KeySet(json: Array("{\"keys\":[\(key.material)]}".utf8))
            self.init(id: key.id, method: .privateKeyJWT(keys))
        }
    }
}
