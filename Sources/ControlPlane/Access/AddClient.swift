import Domain
import SQLEngine
import Sealing
import Store
import Tokens

extension ControlPlane {
    private static var clientLife: Duration { .days(90) }

    /// Lets an identity prove itself at the token endpoint: with a public key, or with a secret that is shown once.
    ///
    /// `publicKey` is a JWK; nil makes a secret.
    package func addClient(
        _ reference: String,
        publicKey: String?,
        by caller: Caller,
    ) async throws -> IssuedClient {
        let identity = try await database.read { try Self.find(reference, in: $0) }
        try require(.issue, on: identity, by: caller)
        let secret = publicKey == nil ? RandomToken(prefix: "pnst_") : nil
        if let publicKey { try Self.check(publicKey) }
        return try await change(by: caller) { change in
            let now = change.now
            let identity = try Self.find(identity.id.text, in: change.connection)
            guard identity.state != .retired else {
                throw Failure(.conflict, "`\(identity.name)` is retired, and nothing follows retirement")
            }
            let expires = min(now + Self.clientLife, identity.expires ?? now + Self.clientLife)
            guard expires > now else { throw Failure(.conflict, "the end of `\(identity.name)` has passed") }
            if let publicKey, let other = try ClientTable.other(identity.id, with: publicKey, in: change.connection) {
                let name = try IdentityTable.find(other.identity, in: change.connection)?.name ?? other.identity.text
                throw Failure(
                    .conflict,
                    "`\(name)` proves itself with this key already",
                    remedy: "make a key pair for `\(identity.name)` alone: what two share can be told apart by nobody",
                    fields: [MissingField("publicKey", why: "belongs to another identity")],
                )
            }
            let key = ClientKey(
                id: ID<IssuedClient>(at: now).text,
                identity: identity.id,
                kind: secret == nil ? .publicKey : .secret,
                material: secret?.digest.hex ?? publicKey ?? "",
                created: now,
                expires: expires,
            )
            try ClientTable.insert(key, in: change.connection)
            change.record(
                .clientAdded,
                identity.subject,
                detail: ["client": key.id, "kind": key.kind.rawValue, "expires": expires.text],
            )
            return IssuedClient(client: ClientSummary(key), secret: secret?.text)
        }
    }

    private static func check(_ jwk: String) throws {
        do {
            _ = try KeySet(json: Array("{\"keys\":[\(jwk)]}".utf8))
        } catch {
            throw Failure(
                .invalid,
                "the public key is not usable: \(error)",
                remedy: "give one JWK: P-256, Ed25519, or RSA of 2048 bits or more",
                fields: [MissingField("publicKey", why: "must be a public JWK")],
            )
        }
    }
}

extension IssuedClient: Identifiable {
    package static let idPrefix = "cli"
}
