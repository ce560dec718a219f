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
            let identity = try Self.find(identity.id.text, in: change.connection)
            guard identity.state != .retired else {
                throw Failure(.conflict, "`\(identity.name)` is retired, and nothing follows retirement")
            }
            if let publicKey, let other = try ClientTable.other(identity.id, with: publicKey, in: change.connection) {
                let name = try IdentityTable.find(other.identity, in: change.connection)?.name ?? other.identity.text
                throw Failure(
                    .conflict,
                    "`\(name)` proves itself with this key already",
                    remedy: "make a key pair for `\(identity.name)` alone: what two share can be told apart by nobody",
                    fields: [MissingField("publicKey", why: "belongs to another identity")],
                )
            }
            let kind: ClientKey.Kind = secret == nil ? .publicKey : .secret
            let key = try Self.insert(kind, secret?.digest.hex ?? publicKey ?? "", of: identity, &change)
            return IssuedClient(client: ClientSummary(key), secret: secret?.text)
        }
    }

    /// Makes a new secret in place of those that an approved request says are to be replaced; it is shown once.
    ///
    /// The old ones end after the overlap that was approved.
    ///
    /// - Throws: `.conflict` when the approval does not hold, or they were replaced already.
    package func replaceSecret(by reference: String, by caller: Caller) async throws -> IssuedClient {
        let asked = try await database.read { connection in
            let request = try Self.request(reference, in: connection)
            return (request, try request.identity.flatMap { try IdentityTable.find($0, in: connection) })
        }
        guard asked.0.kind == .rotate, let identity = asked.1 else {
            throw Failure(.invalid, "request `\(asked.0.id)` asks for no rotation")
        }
        try require(.issue, on: identity, by: caller)
        let secret = RandomToken(prefix: "pnst_")
        let (key, refusal) = try await change(by: caller) { change -> (ClientKey?, String?) in
            let request = try Self.request(reference, in: change.connection)
            if let refusal = try Self.use(request, &change) { return (nil, refusal) }
            let old = try RotateEffect.pending(request, in: change.connection)
            guard !old.isEmpty else { return (nil, "no secret of ours waits to be replaced") }
            let identity = try Self.find(identity.id.text, in: change.connection)
            let key = try Self.insert(.secret, secret.digest.hex, of: identity, &change)
            let end = change.now + RotateEffect.overlap(of: request)
            for client in old { try ClientTable.end(client, at: end, in: change.connection) }
            try Self.close(request.id, "replaced by client `\(key.id)`", change)
            return (key, nil)
        }
        guard let key else {
            throw Failure(.conflict, "request `\(asked.0.id)` replaces nothing: \(refusal ?? "it is done")")
        }
        return IssuedClient(client: ClientSummary(key), secret: secret.text)
    }

    private static func insert(
        _ kind: ClientKey.Kind,
        _ material: String,
        of identity: Identity,
        _ change: inout Change,
    ) throws -> ClientKey {
        let now = change.now
        let expires = min(now + clientLife, identity.expires ?? now + clientLife)
        guard expires > now else { throw Failure(.conflict, "the end of `\(identity.name)` has passed") }
        let key = ClientKey(
            id: ID<IssuedClient>(at: now).text,
            identity: identity.id,
            kind: kind,
            material: material,
            created: now,
            expires: expires,
        )
        try ClientTable.insert(key, in: change.connection)
        change.record(
            .clientAdded,
            identity.subject,
            detail: ["client": key.id, "kind": kind.rawValue, "expires": expires.text],
        )
        return key
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
