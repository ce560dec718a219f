import Domain

/// What stands between the state and a workspace, thing by thing.
struct WorkspaceDifference: Sendable {
    struct IdentityChange: Sendable {
        let identity: Identity
        let fields: [Event.Change]
        let granted: [ProposedGrant]
        let revoked: [Grant]
    }

    private(set) var systems: [(new: System, changes: [Event.Change], isNew: Bool)] = []
    private(set) var identities: [IdentityChange] = []
    /// The files, when they differ from those in force.
    private(set) var policies: [PolicyText]?
    private(set) var problems: [MissingField] = []
    private(set) var unchanged = 0

    init(_ workspace: Workspace, _ state: DeclaredState) {
        for system in workspace.systems { compare(system, state) }
        for declaration in workspace.identities { compare(declaration, state, workspace) }
        if let policies = workspace.policies {
            let files = policies.sorted { $0.name < $1.name }
            if files == (state.policies?.files ?? []) { unchanged += 1 } else { self.policies = files }
        }
    }

    private mutating func compare(_ system: System, _ state: DeclaredState) {
        guard let known = state.systems[system.name] else {
            systems.append((system, [Event.Change("environment", before: nil, after: system.environment)], true))
            return
        }
        let fields: [(String, (System) -> String?)] = [
            ("title", { $0.title }), ("environment", { $0.environment }), ("function", { $0.function }),
            ("vendor", { $0.vendor }), ("region", { $0.region }), ("upstream", { $0.upstream }),
            ("injection", { $0.injection.text }), ("dataClasses", { $0.dataClasses.joined(separator: ",") }),
            ("adminPaths", { $0.adminPaths.joined(separator: ",") }),
        ]
        let changes = fields.map { Event.Change($0.0, before: $0.1(known), after: $0.1(system)) }
            .filter { $0.before != $0.after }
        if changes.isEmpty { unchanged += 1 } else { systems.append((system, changes, false)) }
    }

    private mutating func compare(_ declared: IdentityDeclaration, _ state: DeclaredState, _ workspace: Workspace) {
        guard let identity = state.identities[declared.id] else {
            problems.append(
                MissingField(declared.id.text, why: "there is no such identity; import its source first")
            )
            return
        }
        let current = state.declaration(of: identity)
        var changes: [Event.Change] = []
        for name in IdentityDeclaration.fieldNames {
            guard let value = declared.fields[name], value != current.fields[name] else { continue }
            if Self.people.contains(name), !state.isPerson(value) {
                problems.append(MissingField("\(declared.id).\(name)", why: "`\(value)` is no active person here"))
            }
            changes.append(Event.Change(name, before: current.fields[name], after: value))
        }
        var granted: [ProposedGrant] = []
        var revoked: [Grant] = []
        if let wanted = declared.grants {
            var open = state.lastingGrants(of: identity.id)
            for grant in wanted {
                if let place = open.firstIndex(where: { ProposedGrant($0) == grant }) {
                    open.remove(at: place)
                } else {
                    granted.append(grant)
                }
                let system = grant.resource.system
                if state.systems[system] == nil, !workspace.systems.contains(where: { $0.name == system }) {
                    problems.append(MissingField("\(declared.id).grants", why: "there is no system `\(system)`"))
                }
            }
            revoked = open
        }
        if changes.isEmpty, granted.isEmpty, revoked.isEmpty {
            unchanged += 1
        } else {
            identities.append(
                IdentityChange(identity: identity, fields: changes, granted: granted, revoked: revoked)
            )
        }
    }

    private static let people: Set = ["owner", "technicalOwner", "backupApprover", "stoppedBy"]
}

extension WorkspaceDifference {
    /// The steps of a plan, systems before what is granted on them.
    var steps: [WorkspacePlan.Step] {
        var steps = systems.map { system in
            WorkspacePlan.Step(
                .system,
                system.isNew ? .add : .change,
                id: system.new.name,
                name: system.new.title,
                changes: system.changes,
            )
        }
        for change in identities {
            let (id, name) = (change.identity.id.text, change.identity.name)
            if !change.fields.isEmpty {
                steps.append(WorkspacePlan.Step(.identity, .change, id: id, name: name, changes: change.fields))
            }
            for grant in change.granted {
                let given = Event.Change("grant", before: nil, after: grant.phrase)
                steps.append(WorkspacePlan.Step(.grant, .add, id: id, name: name, changes: [given]))
            }
            for grant in change.revoked {
                let taken = Event.Change("grant", before: ProposedGrant(grant).phrase, after: nil)
                steps.append(WorkspacePlan.Step(.grant, .revoke, id: id, name: name, changes: [taken]))
            }
        }
        if let policies {
            let names = policies.map(\.name).joined(separator: ", ")
            let change = Event.Change("files", before: nil, after: names.isEmpty ? "none" : names)
            steps.append(WorkspacePlan.Step(.policies, .change, id: "policies", name: "policies", changes: [change]))
        }
        return steps
    }
}
