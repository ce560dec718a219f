package import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// Takes one token back before its end, and leaves all others of its identity; answers when no node accepts it.
    package func revokeLease(_ id: ID<Lease>, reason: String, by caller: Caller) async throws -> Lease {
        let known = try await database.read { connection -> (Lease, Identity)? in
            guard let lease = try LeaseTable.find(id, in: connection),
                let identity = try IdentityTable.find(lease.identity, in: connection)
            else { return nil }
            return (lease, identity)
        }
        guard let (_, identity) = known else { throw Failure(.notFound, "there is no lease `\(id)`") }
        try require(.stop, on: identity, by: caller)
        guard !reason.isBlank else {
            throw Failure(.invalid, "to revoke needs a reason", fields: [MissingField("reason", why: "why it ends")])
        }
        let (lease, epoch) = try await changeWithEpoch(by: caller) { change in
            guard try LeaseTable.revoke(id, at: change.now, in: change.connection),
                let lease = try LeaseTable.find(id, in: change.connection)
            else { throw Failure(.conflict, "lease `\(id)` was taken back already") }
            change.record(.leaseRevoked, identity.subject, detail: ["lease": id.text, "reason": reason])
            change.touch(.leases, identity.id.text)
            return lease
        }
        _ = try await confirmation(of: epoch ?? world.epoch)
        return lease
    }
}
