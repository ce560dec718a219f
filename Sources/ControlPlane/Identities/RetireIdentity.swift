package import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// Ends an identity for good: in one transaction its grants, leases and clients end, its approvals are void, and
    /// what it asked for or was asked for it is closed.
    ///
    /// No node acts on the old world when this returns.
    package func retireIdentity(_ reference: String, reason: String, by caller: Caller) async throws -> Identity {
        let before = try await database.read { try Self.find(reference, in: $0) }
        try require(.stop, on: before, by: caller)
        guard !reason.isBlank, reason.utf8.count <= 4000 else {
            throw Failure(
                .invalid,
                "to retire needs a reason",
                fields: [MissingField("reason", why: "1 to 4000 bytes")]
            )
        }
        let (identity, epoch) = try await changeWithEpoch(by: caller) { change in
            let identity = try Self.find(before.id.text, in: change.connection)
            let retired = try Self.moved(identity, .retire, by: .person, change)
            for approval in try ApprovalTable.holding(of: identity.id, at: change.now, in: change.connection) {
                guard let request = try RequestTable.find(approval.request, in: change.connection) else { continue }
                try Self.void(approval, of: request, because: "the identity was retired", &change)
            }
            for var request in try RequestTable.open(of: identity.id, in: change.connection) {
                try Self.end(&request, .void, "the identity was retired", &change)
            }
            let open = try GrantTable.all(of: identity.id, in: change.connection).filter {
                $0.revoked == nil && $0.ends > change.now
            }
            for grant in open {
                try GrantTable.revoke(grant.id, at: change.now, in: change.connection)
                change.touch(.grant, grant.id.text)
            }
            let leases = try LeaseTable.revokeAll(of: identity.id, at: change.now, in: change.connection)
            let clients = try ClientTable.revokeAll(of: identity.id, at: change.now, in: change.connection)
            try HandoverTable.end(identity.id, in: change.connection)
            try IdentityTable.update(retired, in: change.connection)
            change.record(
                .identityRetired,
                retired.subject,
                changes: retired.changes(since: identity),
                detail: [
                    "reason": reason, "grantsRevoked": "\(open.count)", "leasesRevoked": "\(leases)",
                    "clientsRevoked": "\(clients)",
                ],
            )
            change.touch(.identity, retired.id.text)
            change.touch(.leases, retired.id.text)
            return retired
        }
        _ = try await confirmation(of: epoch ?? world.epoch)
        return identity
    }
}
