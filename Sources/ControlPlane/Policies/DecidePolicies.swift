import Decisions
package import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// Decides on the request for a proposed version.
    ///
    /// - Throws: As deciding on any request does; `.conflict` when the version waits for no decision.
    package func decidePolicies(
        _ number: Int64,
        approve: Bool,
        reason: String?,
        by caller: Caller,
    ) async throws -> PolicyVersion {
        let request = try await database.read { connection in
            let version = try Self.policyVersion(number, in: connection)
            guard version.state == .proposed, let request = try PolicyChangeEffect.request(for: version, in: connection)
            else {
                throw Failure(.conflict, "version \(number) is \(version.state.rawValue) and waits for no decision")
            }
            return request
        }
        let said = RequestDecision(approve ? .approved : .refused, reason: reason, seen: request.digest)
        _ = try await decideRequest(request.id.text, said, by: caller)
        return try await database.read { try Self.policyVersion(number, in: $0) }
    }

    /// Puts an approved version, or one that was live before, into force on every node.
    ///
    /// With `mayLockOut` it may leave no administrator who may administer; the operator at the machine still can.
    ///
    /// - Throws: `.conflict` when it is not approved, its approval does not hold any more, it cannot be read any more, or
    ///   would lock everybody out.
    package func putPoliciesLive(
        _ number: Int64,
        mayLockOut: Bool = false,
        by caller: Caller,
    ) async throws -> PolicyVersion {
        try require(.administer, by: caller)
        let (version, refusal) = try await change(by: caller) { change -> (PolicyVersion, String?) in
            var version = try Self.policyVersion(number, in: change.connection)
            guard version.state == .approved || version.state == .replaced else {
                throw Failure(
                    .conflict,
                    "version \(number) is \(version.state.rawValue); only an approved one goes live",
                    remedy: version.state == .proposed ? "`penstock policy approve \(number)` by somebody else" : nil,
                )
            }
            guard let request = try PolicyChangeEffect.request(for: version, in: change.connection) else {
                return (version, "nobody asked for it")
            }
            if let refusal = try Self.use(request, &change) { return (version, refusal) }
            let policies = try Self.readPolicies(version.files, version: number)
            if !mayLockOut, let lost = try LockOut(in: change.connection, at: change.now).loss(under: policies) {
                throw Failure(
                    .conflict,
                    "with version \(number) \(lost)",
                    remedy:
                        "leave a way in, or confirm with --lock-out; the operator at the machine can then take them "
                        + "out of force with `penstock policy withdraw --store …`",
                )
            }
            let old = try PolicyVersionTable.live(in: change.connection)
            if var old {
                old.state = .replaced
                old.liveUntil = change.now
                try PolicyVersionTable.update(old, in: change.connection)
            }
            version.state = .live
            version.liveFrom = change.now
            version.liveUntil = nil
            try PolicyVersionTable.update(version, in: change.connection)
            change.record(
                .policyLive,
                version.subject,
                changes: [Event.Change("live", before: old.map { "\($0.version)" }, after: "\(number)")],
                detail: ["digest": version.digest, "request": request.id.text],
            )
            change.touch(.policies, "\(number)")
            try PolicyChangeEffect.voidStale(&change)
            return (version, nil)
        }
        if let refusal {
            throw Failure(
                .conflict,
                "the approval of version \(number) cannot be used: \(refusal)",
                remedy: "propose it again, for what is live now",
            )
        }
        return version
    }

    /// Takes the organisation's policies out of force; the shipped ones stay.
    ///
    /// For the operator at the machine alone, as the way back from policies that lock everybody out.
    ///
    /// - Returns: The version that was live; nil when none was.
    @discardableResult
    package func withdrawPolicies(reason: String, by caller: Caller) async throws -> PolicyVersion? {
        guard case .localOperator = caller else {
            throw Failure(
                .forbidden,
                "only the operator at the machine takes policies out of force without an approval",
                remedy: "propose an empty set instead",
            )
        }
        return try await change(by: caller) { change in
            guard var old = try PolicyVersionTable.live(in: change.connection) else { return nil }
            old.state = .replaced
            old.liveUntil = change.now
            try PolicyVersionTable.update(old, in: change.connection)
            change.record(
                .policyLive,
                old.subject,
                changes: [Event.Change("live", before: "\(old.version)", after: nil)],
                detail: ["reason": reason],
            )
            change.touch(.policies, "0")
            try PolicyChangeEffect.voidStale(&change)
            return old
        }
    }
}
