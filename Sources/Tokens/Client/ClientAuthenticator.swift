import Crypto
package import Domain

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Decides whether a request comes from the client that it claims to come from.
package struct ClientAuthenticator: Sendable {
    /// A client assertion that must not be accepted a second time before it ends.
    package struct Use: Sendable, Hashable {
        package let client: String
        /// The assertion's `jti`.
        package let id: String
        /// Until when the use must be remembered.
        package let until: Instant
    }

    /// What an assertion may name as its audience.
    package let audiences: Set<String>
    /// How far ahead an assertion's end may lie, and so how long uses are remembered at most.
    package let maximumLifetime: Duration
    /// How far the client's clock may be ahead.
    package let skew: Duration

    /// The rules of a server.
    ///
    /// - Parameters:
    ///   - metadata: Its issuer and token endpoint are the accepted audiences.
    ///   - maximumLifetime: An hour, since widespread clients sign for that long by default.
    ///   - skew: Never extends the life of an assertion.
    package init(
        _ metadata: ServerMetadata,
        maximumLifetime: Duration = .hours(1),
        skew: Duration = .seconds(30),
    ) {
        self.init(
            audiences: [metadata.issuer, metadata.issuer + "/", metadata.tokenEndpoint],
            maximumLifetime: maximumLifetime,
            skew: skew,
        )
    }

    /// The rules of a server that goes by these names.
    package init(audiences: Set<String>, maximumLifetime: Duration = .hours(1), skew: Duration = .seconds(30)) {
        self.audiences = audiences
        self.maximumLifetime = maximumLifetime
        self.skew = skew
    }

    /// Checks a credential; says which use is to be remembered when it is an assertion.
    ///
    /// - Parameters:
    ///   - credential: What the request brought.
    ///   - client: The client of that id; nil when there is none, which is answered as a wrong secret or key is.
    ///   - now: The time.
    /// - Returns: The use that must be recorded before the request goes on; nil for a secret.
    /// - Throws: `invalid_client`.
    package func check(
        _ credential: ClientCredential,
        of client: RegisteredClient?,
        at now: Instant,
    ) throws(OAuthError) -> Use? {
        if let client, !client.id.utf8.elementsEqual(credential.client.utf8) { throw Self.failed }
        switch (credential, client?.method) {
        case (.secret(_, let secret), .secret(let digests)):
            guard Self.isDigest(of: secret, among: digests) else { throw Self.failed }
            return nil
        case (.assertion(let assertion), .privateKeyJWT(let keys)):
            try assertion.verify(with: keys, policy: self, at: now)
            return Use(client: assertion.client, id: assertion.id, until: assertion.expires)
        case (.secret(_, let secret), _):
            _ = Self.isDigest(of: secret, among: [String(repeating: "0", count: 64)])
            throw Self.failed
        case (.assertion(let assertion), _):
            // With no key to check: the same words as for a wrong signature.
            try assertion.verify(with: KeySet([]), policy: self, at: now)
            throw Self.failed
        }
    }

    /// Checks a credential and claims its one use.
    ///
    /// - Parameters:
    ///   - credential: What the request brought.
    ///   - client: The client of that id; nil when there is none.
    ///   - now: The time.
    ///   - claim: Records the use and answers whether it is the first; it may wait for the store.
    /// - Throws: `invalid_client`, or what `claim` throws.
    package func authenticate(
        _ credential: ClientCredential,
        of client: RegisteredClient?,
        at now: Instant,
        claim: (Use) async throws -> Bool,
    ) async throws {
        guard let use = try check(credential, of: client, at: now) else { return }
        guard try await claim(use) else {
            throw OAuthError(.invalidClient, "the client assertion was used before; sign a new one for each request")
        }
    }

    func accepts(audience: String) -> Bool {
        audiences.contains { $0.utf8.elementsEqual(audience.utf8) }
    }

    private static let failed = OAuthError(.invalidClient, "the client is not known, or its secret is wrong")

    /// Compares with every digest to its end, so that time tells nothing.
    private static func isDigest(of secret: Secret, among digests: [String]) -> Bool {
        let presented = secret.withBytes { Array(SHA256.hash(data: $0)) }
        var found = false
        for digest in digests {
            let digits = digest.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
            guard digits.count == 64, digest.utf8.count == 64 else { continue }
            var difference = 0
            for (index, byte) in presented.enumerated() {
                difference |= Int(byte) ^ (digits[2 * index] << 4 | digits[2 * index + 1])
            }
            if difference == 0 { found = true }
        }
        return found
    }
}
