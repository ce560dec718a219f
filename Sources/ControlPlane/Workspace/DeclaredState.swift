import Domain
import SQLEngine
import Store

/// The state of an installation in the terms of a workspace: what files declare is compared with this.
struct DeclaredState: Sendable {
    private(set) var identities: [ID<Identity>: Identity] = [:]
    private(set) var systems: [String: System] = [:]
    private(set) var policies: PolicyVersion?
    private var grants: [ID<Identity>: [Grant]] = [:]
    private var emails: [ID<User>: String] = [:]
    private var people: Set<String> = []

    init(at now: Instant, in connection: some Connection) throws {
        try IdentityTable.forEach(in: connection) { identities[$0.id] = $0 }
        for system in try SystemTable.all(in: connection) { systems[system.name] = system }
        for user in try UserTable.all(in: connection) {
            emails[user.id] = user.email
            if user.status == .active { people.insert(user.email) }
        }
        policies = try PolicyVersionTable.live(in: connection)
        for grant in try GrantTable.openOrFuture(at: now, in: connection) where grant.revoked == nil {
            grants[grant.identity, default: []].append(grant)
        }
    }

    func isPerson(_ email: String) -> Bool { people.contains(email.lowercased()) }

    /// The grants of an identity that a declaration speaks of: those without a task, which close by themselves.
    func lastingGrants(of identity: ID<Identity>) -> [Grant] {
        (grants[identity] ?? []).filter { $0.task == nil && $0.voided == nil }
    }

    /// An identity as a declaration would say it.
    func declaration(of identity: Identity) -> IdentityDeclaration {
        var fields: [String: String] = [:]
        fields["owner"] = identity.owner.flatMap { emails[$0] }
        fields["technicalOwner"] = identity.technicalOwner.flatMap { emails[$0] }
        fields["backupApprover"] = identity.backupApprover.flatMap { emails[$0] }
        fields["purpose"] = identity.purpose
        fields["systemPurpose"] = identity.systemPurpose
        fields["environment"] = identity.environment
        fields["function"] = identity.function
        fields["vendor"] = identity.vendor
        fields["pattern"] = identity.pattern?.rawValue
        fields["level"] = identity.level.rawValue
        fields["renewal"] = identity.renewal?.text
        fields["expires"] = identity.expires?.text
        fields["declaredReach"] = identity.declaredReach.isEmpty ? nil : identity.declaredReach.joined(separator: ",")
        fields["stopPath"] = identity.stopPath
        fields["stoppedBy"] = identity.stoppedBy.flatMap { emails[$0] }
        let grants = lastingGrants(of: identity.id).map(ProposedGrant.init)
            .sorted {
                ($0.resource.description, $0.action.rawValue, $0.ends) < (
                    $1.resource.description, $1.action.rawValue, $1.ends
                )
            }
        return IdentityDeclaration(id: identity.id, name: identity.name, fields: fields, grants: grants)
    }
}

extension ProposedGrant {
    init(_ grant: Grant) {
        self.init(
            action: grant.action,
            resource: grant.resource,
            direction: grant.direction,
            conditions: grant.conditions,
            ends: grant.ends,
        )
    }

    /// For people: `read crm/contacts until 2027-01-31`.
    var phrase: String { "\(action.rawValue) \(resource) until \(ends)" }
}
