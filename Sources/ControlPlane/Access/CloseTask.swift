package import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// Closes a task: the grants that were open for it end, and the tokens that were issued for it with them.
    ///
    /// Closing it again changes nothing. The identity itself may, and whoever may stop it.
    ///
    /// - Returns: The grants that were open.
    package func closeTask(_ task: String, of reference: String, by caller: Caller) async throws -> [Grant] {
        let identity = try await database.read { try Self.find(reference, in: $0) }
        if caller != .identity(identity.id) { try require(.stop, on: identity, by: caller) }
        return try await change(by: caller) { change in
            let open = try GrantTable.all(of: identity.id, in: change.connection).filter {
                $0.task == task && $0.revoked == nil && $0.ends > change.now
            }
            for grant in open {
                try GrantTable.revoke(grant.id, at: change.now, in: change.connection)
                change.touch(.grant, grant.id.text)
                if let request = grant.request { try Self.close(request, "task `\(task)` closed", change) }
            }
            let leases = try LeaseTable.revokeAll(
                of: identity.id,
                task: task,
                at: change.now,
                in: change.connection,
            )
            guard !open.isEmpty || leases > 0 else { return [] }
            change.touch(.leases, identity.id.text)
            change.record(
                .taskClosed,
                identity.subject,
                detail: ["task": task, "grants": "\(open.count)", "leasesRevoked": "\(leases)"],
            )
            return open
        }
    }
}
