import Audit
package import Domain
import SQLEngine
import Store

extension ControlPlane {
    /// The identities that pass a filter, with how many findings each has; without those that the organisation's policies
    /// keep from the caller, which `total` still counts.
    package func identities(
        _ filter: IdentityFilter,
        page: PageRequest,
        by caller: Caller,
    ) async throws -> Page<IdentitySummary> {
        try require(.view, by: caller)
        let tally = try await findingsBySubject()
        let hides = try viewFilter(for: caller)
        var filter = filter
        filter.moment = now()
        let asked = filter
        return try await database.read { connection in
            var identities = try IdentityTable.list(asked, page: page, in: connection)
            identities.items.removeAll { hides($0.id) }
            let owners = Set(identities.items.compactMap(\.owner))
            var emails: [ID<User>: String] = [:]
            for owner in owners { emails[owner] = try UserTable.find(owner, in: connection)?.email }
            return identities.map { identity in
                let findings = tally[identity.id.text] ?? []
                return IdentitySummary(
                    identity: identity,
                    ownerEmail: identity.owner.flatMap { emails[$0] },
                    findings: findings.count,
                    worst: findings.map(\.severity).max(),
                )
            }
        }
    }

    /// All that is known of one identity.
    package func identity(_ reference: String, by caller: Caller) async throws -> IdentityDetail {
        try require(.view, by: caller)
        let moment = now()
        let hides = try viewFilter(for: caller)
        let tally = try await findingsBySubject()
        return try await database.read { connection in
            let identity = try Self.find(reference, in: connection)
            if hides(identity.id) { try self.require(.view, on: identity, by: caller) }
            var about = EventFilter()
            about.subject = identity.id.text
            return IdentityDetail(
                identity: identity,
                owner: try identity.owner.flatMap { try UserTable.find($0, in: connection) },
                technicalOwner: try identity.technicalOwner.flatMap { try UserTable.find($0, in: connection) },
                backupApprover: try identity.backupApprover.flatMap { try UserTable.find($0, in: connection) },
                approval: try identity.approval.flatMap { try ApprovalTable.find($0, in: connection) },
                source: try identity.source.flatMap { try SourceTable.find($0, in: connection) },
                workflow: try Self.workflow(of: identity, in: connection),
                principal: try Self.principal(of: identity, in: connection),
                trusts: try Self.trusts(of: identity, in: connection),
                history: try Self.history(of: identity, in: connection),
                grants: try GrantTable.all(of: identity.id, in: connection),
                leases: try LeaseTable.latest(of: identity.id, limit: 20, in: connection),
                clients: try ClientTable.all(of: identity.id, in: connection).map(ClientSummary.init),
                stops: try StopTable.list(of: identity.id, page: PageRequest(limit: 5), in: connection).items,
                findings: tally[identity.id.text] ?? [],
                events: try AuditLog.entries(about, page: PageRequest(limit: 20), in: connection).items.map {
                    LogEntry(index: $0.index, event: $0.event)
                },
                missing: identity.state == .active ? [] : identity.missingForActive(at: moment),
                credentials: try Self.credentials(of: identity, in: connection),
                handover: try HandoverTable.find(identity.id, in: connection),
            )
        }
    }

    static func workflow(of identity: Identity, in connection: some Connection) throws -> Workflow? {
        guard let source = identity.source, let key = identity.workflow else { return nil }
        return try WorkflowTable.find(key, of: source, in: connection)?.workflow
    }

    private static func principal(of identity: Identity, in connection: some Connection) throws -> Principal? {
        guard let source = identity.source, let key = identity.principal else { return nil }
        return try PrincipalTable.find(key, of: source, in: connection)?.principal
    }

    private static func trusts(of identity: Identity, in connection: some Connection) throws -> [Trust] {
        guard let source = identity.source, let key = identity.principal ?? identity.workflow else { return [] }
        var trusts: [Trust] = []
        try TrustTable.forEachPresent(of: source, in: connection) { stored in
            if stored.part.from == key || stored.part.to == key { trusts.append(stored.part) }
        }
        return trusts
    }

    private static func history(of identity: Identity, in connection: some Connection) throws -> [DefinitionChange] {
        guard let source = identity.source, let key = identity.principal ?? identity.workflow else { return [] }
        let kind: EstatePartKind = identity.principal == nil ? .workflow : .principal
        return try DefinitionTable.list(kind, key: key, of: source, in: connection)
    }
}

extension ClientSummary {
    init(_ key: ClientKey) {
        self.init(
            id: key.id,
            kind: key.kind == .secret ? .secret : .publicKey,
            created: key.created,
            expires: key.expires,
            revoked: key.revoked,
        )
    }
}
