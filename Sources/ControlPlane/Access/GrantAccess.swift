package import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// Lets an identity do one class of action on one resource until a date.
    ///
    /// - Throws: `.conflict` unless the identity is active; `.invalid` when the end lies outside its own life.
    package func grant(
        _ reference: String,
        action: ActionClass,
        resource: ResourcePath,
        until end: Instant,
        reason: String?,
        by caller: Caller,
    ) async throws -> Grant {
        let before = try await database.read { try Self.find(reference, in: $0) }
        try require(.grant, on: before, by: caller)
        return try await change(by: caller) { change in
            let identity = try Self.find(before.id.text, in: change.connection)
            guard identity.state == .active else {
                throw Failure(
                    .conflict,
                    "`\(identity.name)` is \(identity.state.rawValue), and only an active identity is granted anything",
                    remedy: "`penstock identity register \(identity.id) …` first",
                )
            }
            guard try SystemTable.find(resource.system, in: change.connection) != nil else {
                throw Failure(
                    .invalid,
                    "there is no system `\(resource.system)`",
                    remedy: "`penstock system add \(resource.system) --environment …`, or see `penstock system list`",
                    fields: [MissingField("resource", why: "names a system that is not known")],
                )
            }
            try Self.checkEnd(end, of: identity, at: change.now)
            let grant = Grant(
                id: ID(at: change.now),
                identity: identity.id,
                action: action,
                resource: resource,
                begins: change.now,
                ends: end,
                reason: reason,
                grantedBy: change.actor.name,
            )
            try GrantTable.insert(grant, in: change.connection)
            change.record(
                .grantAdded,
                identity.subject,
                changes: [Event.Change("grant", before: nil, after: "\(action.rawValue) \(resource) until \(end)")],
                detail: ["grant": grant.id.text, "reason": reason ?? ""],
            )
            change.touch(.grant, grant.id.text)
            return grant
        }
    }

    private static func checkEnd(_ end: Instant, of identity: Identity, at now: Instant) throws {
        if end <= now {
            throw Failure(
                .invalid,
                "the grant would have ended at \(end)",
                fields: [MissingField("until", why: "must lie in the future")],
            )
        }
        if let expires = identity.expires, end > expires {
            throw Failure(
                .invalid,
                "the grant would outlive the identity, which ends at \(expires)",
                remedy: "end it by then, or register a later expiry first",
                fields: [MissingField("until", why: "at most \(expires)")],
            )
        }
    }

    /// Takes a grant back before its end.
    package func revokeGrant(_ id: ID<Grant>, by caller: Caller) async throws -> Grant {
        let (grant, identity) = try await database.read { connection in
            guard let grant = try GrantTable.find(id, in: connection) else {
                throw Failure(.notFound, "there is no grant `\(id)`")
            }
            return (grant, try Self.find(grant.identity.text, in: connection))
        }
        try require(.grant, on: identity, by: caller)
        return try await change(by: caller) { change in
            guard try GrantTable.revoke(id, at: change.now, in: change.connection) else {
                throw Failure(.conflict, "grant `\(id)` was taken back already")
            }
            change.record(
                .grantRevoked,
                identity.subject,
                changes: [
                    Event.Change("grant", before: "\(grant.action.rawValue) \(grant.resource)", after: nil)
                ],
                detail: ["grant": id.text],
            )
            change.touch(.grant, id.text)
            var revoked = grant
            revoked.revoked = change.now
            return revoked
        }
    }
}
