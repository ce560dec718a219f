package import Domain
package import SQLEngine

/// The answers given under idempotency keys, so that a repeated request gets the first one's answer.
package enum IdempotencyTable {
    package enum Claim: Sendable, Hashable {
        /// The key is new: do it, then `finish` in the same transaction.
        case fresh
        /// It was done before with the same request.
        case done(status: Int, response: [UInt8])
        /// It is being done by another transaction, or was left unfinished.
        case unfinished
        /// The key belongs to another request.
        case otherRequest
    }

    /// Claims a key for a caller until `expires`; an expired key counts as new.
    ///
    /// `request` is the digest of method, path and body.
    package static func claim(
        key: String,
        caller: String,
        request: [UInt8],
        at now: Instant,
        expires: Instant,
        in connection: some Connection,
    ) throws -> Claim {
        try connection.execute(
            "DELETE FROM idempotency WHERE caller = \(caller) AND key = \(key.storable) AND expires <= \(now)"
        )
        let isNew = try connection.execute(
            """
            INSERT INTO idempotency (caller, key, request, status, response, created, expires)
            VALUES (\(caller), \(key.storable), \(request), NULL, NULL, \(now), \(expires))
            ON CONFLICT (caller, key) DO NOTHING
            """
        )
        guard isNew == 0 else { return .fresh }
        let row = try connection.row(
            "SELECT request, status, response FROM idempotency WHERE caller = \(caller) AND key = \(key.storable)"
        )
        guard let row else { return .unfinished }
        guard try row.bytes("request") == request else { return .otherRequest }
        let status: Int? = try row.get("status")
        let response: [UInt8]? = try row.get("response")
        guard let status, let response else { return .unfinished }
        return .done(status: status, response: response)
    }

    /// Keeps the answer.
    package static func finish(
        key: String,
        caller: String,
        status: Int,
        response: [UInt8],
        in connection: some Connection,
    ) throws {
        try connection.execute(
            """
            UPDATE idempotency SET status = \(status), response = \(response)
            WHERE caller = \(caller) AND key = \(key.storable)
            """
        )
    }

    @discardableResult
    package static func removeExpired(at now: Instant, in connection: some Connection) throws -> Int {
        try connection.execute("DELETE FROM idempotency WHERE expires <= \(now)")
    }
}
