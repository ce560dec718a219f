package import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// Lets an identity do one class of action on one resource until a date.
    ///
    /// A request like any other, for callers whom policy lets give it alone.
    ///
    /// - Throws: `.conflict` unless the identity is active, and when others have to approve it; `.invalid` when the end lies
    ///   outside its own life.
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
        let new = NewRequest(
            .grant,
            identity: before.id.text,
            grants: [ProposedGrant(action: action, resource: resource, ends: end)],
            reason: reason.flatMap { $0.isBlank ? nil : $0 } ?? "given by \(caller.actor.name)",
        )
        let request = try await carryOutAlone(new, by: caller)
        let granted = try await database.read { connection in
            try GrantTable.all(of: before.id, in: connection).first { $0.request == request.id }
        }
        guard let granted else { throw Failure(.conflict, "request `\(request.id)` led to no grant") }
        return granted
    }

    /// Takes a grant back before its end.
    package func revokeGrant(_ id: ID<Grant>, reason: String? = nil, by caller: Caller) async throws -> Grant {
        if let reason, reason.isBlank || reason.utf8.count > 4000 {
            throw Failure(.invalid, "the reason is none", fields: [MissingField("reason", why: "1 to 4000 bytes")])
        }
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
                detail: [
                    "grant": id.text, "request": grant.request?.text ?? "", "approval": grant.approval?.text ?? "",
                    "reason": reason ?? "taken back by \(caller.actor.name)",
                ],
            )
            change.touch(.grant, id.text)
            var revoked = grant
            revoked.revoked = change.now
            return revoked
        }
    }
}
