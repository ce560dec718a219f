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
        let ((identity, offboarding), epoch) = try await changeWithEpoch(by: caller) { change in
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
            let offboarding = try change.openOffboarding(
                of: retired,
                because: reason,
                done: Self.doneAtOnce(grants: open.count, leases: leases, clients: clients, change),
            )
            return (retired, offboarding.id)
        }
        let quorum = try await confirmation(of: epoch ?? world.epoch)
        try await confirmNodes(of: offboarding, quorum, by: caller)
        return identity
    }

    private static func doneAtOnce(grants: Int, leases: Int, clients: Int, _ change: Change) -> [Revocation.Step] {
        let counts: [(Revocation.Step.Kind, Int, String)] = [
            (.grantsEnded, grants, "grants"), (.leasesRevoked, leases, "leases"), (.clientsRevoked, clients, "clients"),
        ]
        let done = counts.map { kind, count, name in
            Revocation.Step(kind, name: name).done("\(count) revoked", by: change.actor.name, at: change.now)
        }
        return done + [Revocation.Step(.nodesConfirmed, name: "nodes")]
    }

    /// Notes that no node acts on the old world any more.
    private func confirmNodes(of id: ID<Revocation>, _ quorum: Confirmation, by caller: Caller) async throws {
        try await change(by: caller) { change in
            guard var revocation = try RevocationTable.find(id, in: change.connection),
                let place = revocation.steps.firstIndex(where: { $0.kind == .nodesConfirmed && $0.done == nil }),
                let identity = try IdentityTable.find(revocation.identity, in: change.connection)
            else { return }
            revocation.steps[place] = revocation.steps[place].done(
                "\(quorum.confirmed) nodes confirmed, \(quorum.expired) lost their hold",
                by: change.actor.name,
                at: change.now,
            )
            try change.keep(&revocation, confirmed: [place], of: identity)
        }
    }
}
