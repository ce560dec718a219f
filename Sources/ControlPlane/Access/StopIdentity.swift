package import Domain
import SQLEngine
import Store

/// What a stop would end.
package struct StopPreview: Sendable {
    package var identity: Identity
    package var openGrants: [Grant]
    package var usableLeases: Int
    /// Other identities that use a credential of its workflow and go on.
    package var shares: [String]
}

extension ControlPlane {
    /// What stopping an identity would end, before it is done.
    package func stopPreview(_ reference: String, by caller: Caller) async throws -> StopPreview {
        let moment = now()
        let preview = try await database.read { connection in
            let identity = try Self.find(reference, in: connection)
            let sharing = try Self.sharing(with: identity, in: connection)
            return StopPreview(
                identity: identity,
                openGrants: try GrantTable.all(of: identity.id, in: connection).filter { $0.isOpen(at: moment) },
                usableLeases: try LeaseTable.usable(of: identity.id, at: moment, in: connection),
                shares: sharing,
            )
        }
        try require(.view, on: preview.identity, by: caller)
        return preview
    }

    /// Names of the other workflows that use a credential of its workflow.
    private static func sharing(with identity: Identity, in connection: some Connection) throws -> [String] {
        guard let source = identity.source, let key = identity.workflow,
            let workflow = try WorkflowTable.find(key, of: source, in: connection)?.workflow
        else { return [] }
        let credentials = Set(workflow.steps.flatMap { $0.credentials.map(\.key) })
        var others: Set<String> = []
        for credential in credentials {
            others.formUnion(try CredentialUseTable.users(of: credential, kind: .workflow, in: source, connection))
        }
        others.remove(key)
        let found = try WorkflowTable.find(others.sorted(), of: source, in: connection)
        return found.values.map(\.workflow.name).sorted()
    }

    /// Stops an identity everywhere: suspends it, takes its leases back, and waits until no node acts on the old world.
    ///
    /// - Returns: The stop, acknowledged: from then on nothing of it passes.
    package func stop(_ reference: String, reason: String, by caller: Caller) async throws -> Stop {
        let requested = now()
        let before = try await database.read { try Self.find(reference, in: $0) }
        try require(.stop, on: before, by: caller)
        guard !reason.isBlank else {
            throw Failure(.invalid, "a stop needs a reason", fields: [MissingField("reason", why: "why it is stopped")])
        }
        let id = ID<Stop>(at: requested)
        let (revoked, epoch) = try await changeWithEpoch(by: caller) { change in
            let identity = try Self.find(before.id.text, in: change.connection)
            guard identity.state != .retired else {
                throw Failure(.conflict, "`\(identity.name)` is retired: nothing of it passes already")
            }
            return try Self.stop(identity, ["stop": id.text, "reason": reason], &change)
        }
        let quorum = try await confirmation(of: epoch ?? world.epoch)
        let stop = Stop(
            id: id,
            identity: before.id,
            reason: reason,
            by: caller.actor.name,
            requested: requested,
            acknowledged: now(),
            leasesRevoked: revoked,
            nodesConfirmed: quorum.confirmed,
            nodesExpired: quorum.expired,
        )
        try await database.write { try StopTable.insert(stop, in: $0) }
        return stop
    }

    /// Lets a stopped identity act again; it needs a new token, for its old ones stay dead.
    package func resume(_ reference: String, reason: String, by caller: Caller) async throws -> Identity {
        let before = try await database.read { try Self.find(reference, in: $0) }
        try require(.resume, on: before, by: caller)
        guard !reason.isBlank else {
            throw Failure(
                .invalid,
                "to resume needs a reason",
                fields: [MissingField("reason", why: "why it may go on")]
            )
        }
        return try await change(by: caller) { change in
            var identity = try Self.find(before.id.text, in: change.connection)
            let old = identity
            guard identity.state == .suspended else {
                throw Failure(.conflict, "`\(identity.name)` is \(identity.state.rawValue), not suspended")
            }
            identity = try Self.moved(identity, .resume, by: .person, change)
            try IdentityTable.update(identity, in: change.connection)
            change.record(.resumed, identity.subject, changes: identity.changes(since: old), detail: ["reason": reason])
            change.touch(.identity, identity.id.text)
            return identity
        }
    }

    package func stops(page: PageRequest, by caller: Caller) async throws -> Page<Stop> {
        try require(.view, by: caller)
        return try await database.read { try StopTable.list(page: page, in: $0) }
    }
}
