package import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// Stops everything of a scope, in one transaction, everywhere; answers when nothing of it passes.
    ///
    /// What is outside the scope goes on.
    ///
    /// - Returns: One stop for each identity that could still act, by identity; all acknowledged at the same time.
    /// - Throws: `.notFound` when nothing is in the scope.
    package func stopAll(
        _ scope: StopScope,
        _ value: String,
        reason: String,
        by caller: Caller,
    ) async throws -> [Stop] {
        let requested = now()
        try require(.stop, by: caller)
        guard !reason.isBlank else {
            throw Failure(.invalid, "a stop needs a reason", fields: [MissingField("reason", why: "why it is stopped")])
        }
        let (stopped, epoch) = try await changeWithEpoch(by: caller) { change in
            let members = try Self.members(of: scope, value, in: change.connection)
            guard !members.isEmpty else {
                throw Failure(
                    .notFound,
                    "no identity has the \(scope.rawValue) `\(value.prefix(200))`",
                    remedy: "`penstock identities` and `penstock vendors` list them",
                )
            }
            return try members.filter { $0.state != .retired }.map { identity in
                let id = ID<Stop>(at: requested)
                let detail = ["stop": id.text, "reason": reason, scope.rawValue: value]
                let leases = try Self.stop(identity, detail, &change)
                return (identity: identity.id, stop: id, leases: leases)
            }
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

    /// Suspends an identity and takes its leases back.
    ///
    /// - Returns: How many leases.
    static func stop(_ old: Identity, _ detail: [String: String], _ change: inout Change) throws -> Int {
        let identity = try moved(old, .stop, by: .person, change)
        try IdentityTable.update(identity, in: change.connection)
        let leases = try LeaseTable.revokeAll(of: identity.id, at: change.now, in: change.connection)
        change.record(
            .stopped,
            identity.subject,
            changes: identity.changes(since: old),
            detail: detail.merging(["leasesRevoked": "\(leases)"]) { known, _ in known },
        )
        change.touch(.identity, identity.id.text)
        change.touch(.leases, identity.id.text)
        return leases
    }

    private static func members(
        of scope: StopScope,
        _ value: String,
        in connection: some Connection,
    ) throws -> [Identity] {
        switch scope {
        case .vendor: try identities(in: connection) { $0.vendor == value }
        case .environment: try identities(in: connection) { $0.environment == value }
        case .owner:
            try IdentityTable.owned(by: person(value, field: "owner", in: connection).id, in: connection)
        case .source:
            try {
                let source = try SourceTable.all(in: connection).filter {
                    $0.id.text == value || $0.description.root == value
                }
                let ids = Set(source.map(\.id))
                return try identities(in: connection) { $0.source.map(ids.contains) ?? false }
            }()
        case .connector:
            try governing(in: connection) { $0.steps.contains { $0.connector == value } }
        case .credential:
            try governing(in: connection) { workflow in
                workflow.steps.contains { step in
                    step.credentials.contains { $0.key == value || $0.name == value }
                }
            }
        }
    }

    private static func identities(
        in connection: some Connection,
        where isMember: (Identity) -> Bool,
    ) throws -> [Identity] {
        var members: [Identity] = []
        try IdentityTable.forEach(in: connection) { if isMember($0) { members.append($0) } }
        return members
    }

    /// The identities of the workflows that `isMember` takes.
    private static func governing(
        in connection: some Connection,
        where isMember: (Workflow) -> Bool,
    ) throws -> [Identity] {
        var keys: [ID<Source>: Set<String>] = [:]
        try WorkflowTable.forEachPresent(in: connection) { stored in
            if isMember(stored.part) { keys[stored.source, default: []].insert(stored.part.key) }
        }
        return try identities(in: connection) { identity in
            guard let source = identity.source, let key = identity.workflow else { return false }
            return keys[source]?.contains(key) ?? false
        }
    }
}
