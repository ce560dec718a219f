import Decisions
package import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// Approves or refuses a proposed version; never by whom it was proposed, and a refusal says why.
    package func decidePolicies(
        _ number: Int64,
        approve: Bool,
        reason: String?,
        by caller: Caller,
    ) async throws -> PolicyVersion {
        try require(.administer, by: caller)
        if !approve, (reason ?? "").isBlank {
            throw Failure(
                .invalid,
                "a refusal says why",
                fields: [MissingField("reason", why: "what whoever proposed it should change")],
            )
        }
        return try await change(by: caller) { change in
            var version = try Self.policyVersion(number, in: change.connection)
            guard version.state == .proposed else {
                throw Failure(.conflict, "version \(number) is \(version.state.rawValue) and waits for no decision")
            }
            guard version.proposedBy != change.actor.id else {
                throw Failure(
                    .forbidden,
                    "nobody decides on policies that they proposed themselves",
                    remedy: "ask another administrator to approve version \(number)",
                )
            }
            version.state = approve ? .approved : .refused
            version.decided = change.now
            version.decidedBy = change.actor.id
            try PolicyVersionTable.update(version, in: change.connection)
            change.record(
                approve ? .policyApproved : .policyRefused,
                version.subject,
                detail: ["digest": version.digest, "reason": reason ?? ""],
            )
            return version
        }
    }

    /// Puts an approved version, or one that was live before, into force on every node.
    ///
    /// With `mayLockOut` it may leave no administrator who may administer; the operator at the machine still can.
    ///
    /// - Throws: `.conflict` when it is not approved, cannot be read any more, or would lock everybody out.
    package func putPoliciesLive(
        _ number: Int64,
        mayLockOut: Bool = false,
        by caller: Caller,
    ) async throws -> PolicyVersion {
        try require(.administer, by: caller)
        return try await change(by: caller) { change in
            var version = try Self.policyVersion(number, in: change.connection)
            guard version.state == .approved || version.state == .replaced else {
                throw Failure(
                    .conflict,
                    "version \(number) is \(version.state.rawValue); only an approved one goes live",
                    remedy: version.state == .proposed ? "`penstock policy approve \(number)` by somebody else" : nil,
                )
            }
            let policies = try Self.readPolicies(version.files, version: number)
            let users = try UserTable.all(in: change.connection)
            if !mayLockOut, Self.locksOut(policies, users, at: change.now) {
                throw Failure(
                    .conflict,
                    "with version \(number) no administrator could administer any more",
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
                detail: ["digest": version.digest],
            )
            change.touch(.policies, "\(number)")
            return version
        }
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
            return old
        }
    }

    /// Whether nobody who administers now could do so under these policies.
    private static func locksOut(_ policies: OrganisationPolicies, _ users: [User], at now: Instant) -> Bool {
        func administrators(_ policies: OrganisationPolicies) -> Bool {
            var facts = Facts(version: 0, users: users)
            facts.policies = policies
            let snapshot = Snapshot(facts)
            return users.contains { user in
                snapshot.decide(GovernanceRequest(principal: .user(user.id), action: .administer, now: now)).verdict
                    == .allow
            }
        }
        return administrators(.none) && !administrators(policies)
    }
}
