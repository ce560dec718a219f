package import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// Stops everything that a vendor runs, in one transaction, everywhere; answers when nothing of it passes.
    ///
    /// - Returns: One stop for each identity that could still act, by identity; all acknowledged at the same time.
    package func stopVendor(_ name: String, reason: String, by caller: Caller) async throws -> [Stop] {
        let requested = now()
        try require(.stop, by: caller)
        guard !reason.isBlank else {
            throw Failure(.invalid, "a stop needs a reason", fields: [MissingField("reason", why: "why it is stopped")])
        }
        let (stopped, epoch) = try await changeWithEpoch(by: caller) { change in
            var stopped: [(identity: ID<Identity>, stop: ID<Stop>, leases: Int)] = []
            var known = false
            var theirs: [Identity] = []
            try IdentityTable.forEach(in: change.connection) { identity in
                guard identity.vendor == name else { return }
                known = true
                if identity.state != .retired { theirs.append(identity) }
            }
            guard known else {
                throw Failure(
                    .notFound,
                    "no identity is run by a vendor `\(name)`",
                    remedy: "`penstock vendors` lists the vendors",
                )
            }
            for old in theirs {
                var identity = old
                identity.state = .suspended
                identity.updated = change.now
                try IdentityTable.update(identity, in: change.connection)
                let leases = try LeaseTable.revokeAll(of: identity.id, at: change.now, in: change.connection)
                let stop = ID<Stop>(at: requested)
                change.record(
                    .stopped,
                    identity.subject,
                    changes: identity.changes(since: old),
                    detail: ["stop": stop.text, "reason": reason, "vendor": name, "leasesRevoked": "\(leases)"],
                )
                change.touch(.identity, identity.id.text)
                change.touch(.leases, identity.id.text)
                stopped.append((identity.id, stop, leases))
            }
            return stopped
        }
        let quorum = try await confirmation(of: epoch ?? world.epoch)
        let acknowledged = now()
        let stops = stopped.map { one in
            Stop(
                id: one.stop,
                identity: one.identity,
                reason: reason,
                by: caller.actor.name,
                requested: requested,
                acknowledged: acknowledged,
                leasesRevoked: one.leases,
                nodesConfirmed: quorum.confirmed,
                nodesExpired: quorum.expired,
            )
        }
        try await database.write { connection in for stop in stops { try StopTable.insert(stop, in: connection) } }
        return stops
    }
}
